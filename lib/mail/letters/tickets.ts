import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  name: string;
  number: number;
  /** What the operator wrote; empty where the ticket was only marked solved. */
  body: string;
  solved: boolean;
  href: string;
};

/** Brings the operator's answer to whoever asked for help. The answer to it is written on the page. */
export function ticketLetter(language: Language, { name, number, body, solved, href }: Facts) {
  // Each paragraph of the answer is one of the letter.
  const answer = body.split(/\n{2,}/).filter((part) => part.trim() !== "");
  const has = answer.length > 0;
  return writeLetter("ticket-answered", language, {
    en: {
      subject: has ? `An answer to your ticket ${number}` : `Your ticket ${number} is solved`,
      greeting: `Hello ${name},`,
      paragraphs: [
        ...(has ? [`there is an answer to your ticket ${number}:`, ...answer] : []),
        ...(solved ? [`We marked ticket ${number} as solved. If it is not, write on its page.`] : []),
      ],
      button: { label: "Open the ticket", href },
      footer: [
        "Answer on the page: nobody reads letters that come back to this address. Never send a password or a clientSecret; we never ask for one.",
      ],
    },
    fr: {
      subject: has ? `Une réponse à votre demande ${number}` : `Votre demande ${number} est résolue`,
      greeting: `Bonjour ${name},`,
      paragraphs: [
        ...(has ? [`il y a une réponse à votre demande d’aide ${number}\u00a0:`, ...answer] : []),
        ...(solved
          ? [
              `Nous avons marqué la demande ${number} comme résolue. Si elle ne l’est pas, écrivez sur sa page.`,
            ]
          : []),
      ],
      button: { label: "Ouvrir la demande", href },
      footer: [
        "Répondez sur la page\u00a0: personne ne lit les réponses à cet e-mail. N’envoyez jamais de mot de passe ni de clientSecret\u00a0; nous n’en demandons jamais.",
      ],
    },
  });
}
