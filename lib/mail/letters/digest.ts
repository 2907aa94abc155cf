import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  clientId: string;
  href: string;
  links: { sellerId: string; shopName: string; reference: string | null }[];
  /** How many there are beside those listed. */
  more: number;
};

/** Tells the client's side of several links at once: those that single letters would have flooded it with. */
export function linksDigestLetter(language: Language, { clientId, href, links, more }: Facts) {
  const listed = links.map(({ sellerId, shopName, reference }) =>
    [`SellerId ${sellerId}`, shopName, reference].filter(Boolean).join(" · "),
  );
  const count = links.length + more;
  return writeLetter("links-digest", language, {
    en: {
      subject: count === 1 ? "1 more seller linked" : `${count} more sellers linked`,
      greeting: "Hello,",
      paragraphs: [
        `these sellers gave the clientId ${clientId} access to their accounts. Letters about each of them would have been too many, so here they are together:`,
        ...listed,
        ...(more > 0 ? [`and ${more} more, on the client's page.`] : []),
      ],
      button: { label: "See all linked sellers", href },
      footer: [
        "You get this letter because your address is the contact of this clientId.",
        "With a webhook your server is told of each link within seconds.",
      ],
    },
    fr: {
      subject: count === 1 ? "1 autre vendeur relié" : `${count} autres vendeurs reliés`,
      greeting: "Bonjour,",
      paragraphs: [
        `ces vendeurs ont donné au clientId ${clientId} l’accès à leur compte. Un e-mail pour chacun aurait fait trop de messages\u00a0; les voici ensemble\u00a0:`,
        ...listed,
        ...(more > 0 ? [`et ${more} de plus, sur la page du client API.`] : []),
      ],
      button: { label: "Voir tous les vendeurs reliés", href },
      footer: [
        "Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId.",
        "Avec un webhook, votre serveur est informé de chaque liaison en quelques secondes.",
      ],
    },
  });
}
