import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** Something of a client's that stops working at a moment to come. */
type Ending = { clientId: string; endsAt: Date };
type EndingLink = Ending & { sellerId: number; shopName: string; reference: string | null };
type EndingSecret = Ending & { hint: string };

type Facts<Line> = {
  href: string;
  lines: Line[];
  /** How many there are beside those listed. */
  more: number;
};

/** The minute, in the one time that everybody can compare. */
const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const linkLine = (colon: string) => (f: EndingLink) =>
  `${minute(f.endsAt)}${colon}${[`clientId ${f.clientId}`, `SellerId ${f.sellerId}`, f.shopName, f.reference].filter(Boolean).join(" · ")}`;

/** Tells a client's contact which access ends soon by itself, or because its seller planned it. */
export function linksExpiringLetter(language: Language, { href, lines, more }: Facts<EndingLink>) {
  const count = lines.length + more;
  return writeLetter("links-expiring", language, {
    en: {
      subject:
        count === 1 ? "Access to 1 seller account ends soon" : `Access to ${count} seller accounts ends soon`,
      greeting: "Hello,",
      paragraphs: [
        "from these times on, calls for these seller accounts are refused:",
        ...lines.map(linkLine(": ")),
        ...(more > 0 ? [`and ${more} more, on the client's page.`] : []),
        "If the seller still needs you, ask them: a planned end can be taken back until then, and afterwards they can link your clientId again.",
      ],
      button: { label: "See the linked sellers", href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject:
        count === 1
          ? "L’accès à 1 compte vendeur prend bientôt fin"
          : `L’accès à ${count} comptes vendeurs prend bientôt fin`,
      greeting: "Bonjour,",
      paragraphs: [
        "à partir de ces moments, les appels pour ces comptes vendeurs seront refusés\u00a0:",
        ...lines.map(linkLine("\u00a0: ")),
        ...(more > 0 ? [`et ${more} de plus, sur la page du client API.`] : []),
        "Si le vendeur a encore besoin de vous, demandez-lui\u00a0: une fin prévue peut être annulée jusque-là, et ensuite il peut de nouveau relier votre clientId.",
      ],
      button: { label: "Voir les vendeurs liés", href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}

/** Tells a client's contact which secrets stop working soon; of each only its last characters. */
export function secretsExpiringLetter(language: Language, { href, lines, more }: Facts<EndingSecret>) {
  const count = lines.length + more;
  return writeLetter("secrets-expiring", language, {
    en: {
      subject: count === 1 ? "1 secret stops working soon" : `${count} secrets stop working soon`,
      greeting: "Hello,",
      paragraphs: [
        "from these times on, these secrets get no token any more:",
        ...lines.map((f) => `${minute(f.endsAt)}: clientId ${f.clientId}, the secret that ends in ${f.hint}`),
        ...(more > 0 ? [`and ${more} more, on your clients' pages.`] : []),
        "Make sure that every program uses the newer secret before.",
      ],
      button: { label: "See when each was last used", href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject:
        count === 1
          ? "1 secret cesse bientôt de fonctionner"
          : `${count} secrets cessent bientôt de fonctionner`,
      greeting: "Bonjour,",
      paragraphs: [
        "à partir de ces moments, ces secrets n’obtiendront plus de jeton\u00a0:",
        ...lines.map(
          (f) => `${minute(f.endsAt)}\u00a0: clientId ${f.clientId}, le secret qui se termine par ${f.hint}`,
        ),
        ...(more > 0 ? [`et ${more} de plus, sur les pages de vos clients API.`] : []),
        "Assurez-vous que chaque programme utilise d’ici là le secret plus récent.",
      ],
      button: { label: "Voir la dernière utilisation de chacun", href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}
