import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** Carries the code that proves a domain, to an address there. */
export function domainCodeLetter(
  language: Language,
  f: { name: string; companyName: string; domain: string; code: string; href: string },
) {
  const { domain, href } = f;
  const code = `${f.code.slice(0, 4)} ${f.code.slice(4)}`;
  return writeLetter("domain-code", language, {
    en: {
      subject: "Your code to prove your domain",
      greeting: "Hello,",
      paragraphs: [
        `${f.name} of ${f.companyName} says that the domain ${domain} is theirs, and named your address there.`,
        `The code is: ${code}`,
        `It works for an hour. Whoever types it has ${domain} shown to sellers beside the company's name, so give it only to somebody who may speak for the domain.`,
      ],
      button: { label: "Type the code", href },
      footer: ["If you do not know this person, do nothing: without the code nothing happens."],
    },
    fr: {
      subject: "Votre code pour prouver votre domaine",
      greeting: "Bonjour,",
      paragraphs: [
        `${f.name}, de ${f.companyName}, indique que le domaine ${domain} lui appartient et a donné votre adresse.`,
        `Le code est\u00a0: ${code}`,
        `Il fonctionne pendant une heure. Une fois le code saisi, ${domain} est montré aux vendeurs à côté du nom de l’entreprise\u00a0: ne le donnez qu’à quelqu’un qui peut parler au nom du domaine.`,
      ],
      button: { label: "Saisir le code", href },
      footer: [
        "Si vous ne connaissez pas cette personne, ne faites rien\u00a0: sans le code, rien ne se passe.",
      ],
    },
  });
}
