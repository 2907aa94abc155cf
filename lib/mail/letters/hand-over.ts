import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = {
  clientId: string;
  /** For whom, in the giver's words; may be empty. */
  label: string;
  at: Date;
  href: string;
};

export type HandOverLetterKind = "opened" | "closed";

/** The minute, in the one time that everybody can compare. */
const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const said = {
  opened: {
    en: {
      subject: "Your hand-over was opened",
      body: (f: Facts) =>
        `A hand-over of the clientId ${f.clientId} was opened at ${minute(f.at)}. It made one new secret, which was shown once to whoever held the link and is not in this letter.`,
      mend: "If you did not expect this, retire that secret: it stops working at once.",
    },
    fr: {
      subject: "Votre remise a été ouverte",
      body: (f: Facts) =>
        `Une remise du clientId ${f.clientId} a été ouverte le ${minute(f.at)}. Elle a créé un nouveau secret, affiché une seule fois à la personne qui détenait le lien\u00a0; il ne figure pas dans cet e-mail.`,
      mend: "Si vous ne vous y attendiez pas, retirez ce secret\u00a0: il cesse aussitôt de fonctionner.",
    },
  },
  closed: {
    en: {
      subject: "Your hand-over was closed",
      body: (f: Facts) =>
        `A wrong phrase was typed five times for a hand-over of the clientId ${f.clientId}, the last time at ${minute(f.at)}. It is closed now, and no secret was made.`,
      mend: "Give a new hand-over if the receiver still needs one.",
    },
    fr: {
      subject: "Votre remise a été fermée",
      body: (f: Facts) =>
        `Une phrase erronée a été saisie cinq fois pour une remise du clientId ${f.clientId}, la dernière fois le ${minute(f.at)}. Elle est maintenant fermée et aucun secret n’a été créé.`,
      mend: "Faites une nouvelle remise si le destinataire en a encore besoin.",
    },
  },
} satisfies Record<
  HandOverLetterKind,
  Record<Language, { subject: string; body: (f: Facts) => string; mend: string }>
>;

/** Tells the client's contact what became of a hand-over; never with a secret. */
export function handOverLetter(language: Language, kind: HandOverLetterKind, facts: Facts) {
  const { en, fr } = said[kind];
  const { href, label } = facts;
  return writeLetter(`hand-over-${kind}`, language, {
    en: {
      subject: en.subject,
      greeting: "Hello,",
      paragraphs: [en.body(facts), ...(label ? [`You gave it the label: ${label}`] : []), en.mend],
      button: { label: "Open the client", href },
      footer: ["You get this letter because your address is the contact of this clientId."],
    },
    fr: {
      subject: fr.subject,
      greeting: "Bonjour,",
      paragraphs: [fr.body(facts), ...(label ? [`Vous l’aviez nommée\u00a0: ${label}`] : []), fr.mend],
      button: { label: "Ouvrir le client API", href },
      footer: ["Vous recevez cet e-mail parce que votre adresse est le contact de ce clientId."],
    },
  });
}
