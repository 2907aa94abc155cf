import type { Language } from "../../language";
import { writeLetter } from "../letter";

type Facts = { name: string; clientId: string };

const said = {
  created: {
    en: {
      subject: "A clientId was created",
      body: (c: Facts) =>
        `${c.name} created the clientId ${c.clientId}. Its secret was shown once and is not in this letter.`,
    },
    fr: {
      subject: "Un clientId a été créé",
      body: (c: Facts) =>
        `${c.name} a créé le clientId ${c.clientId}. Son secret a été affiché une seule fois et ne figure pas dans cet e-mail.`,
    },
  },
  "secret-added": {
    en: {
      subject: "A new secret was made",
      body: (c: Facts) => `${c.name} made a new secret for the clientId ${c.clientId}.`,
    },
    fr: {
      subject: "Un nouveau secret a été créé",
      body: (c: Facts) => `${c.name} a créé un nouveau secret pour le clientId ${c.clientId}.`,
    },
  },
  suspended: {
    en: {
      subject: "A clientId was suspended",
      body: (c: Facts) =>
        `${c.name} suspended the clientId ${c.clientId}. It gets no tokens until it is resumed.`,
    },
    fr: {
      subject: "Un clientId a été suspendu",
      body: (c: Facts) =>
        `${c.name} a suspendu le clientId ${c.clientId}. Il n’obtient plus de jeton tant qu’il n’est pas réactivé.`,
    },
  },
  deleted: {
    en: {
      subject: "A clientId was deleted",
      body: (c: Facts) => `${c.name} deleted the clientId ${c.clientId}. It cannot come back.`,
    },
    fr: {
      subject: "Un clientId a été supprimé",
      body: (c: Facts) => `${c.name} a supprimé le clientId ${c.clientId}. Cette suppression est définitive.`,
    },
  },
} satisfies Record<string, Record<Language, { subject: string; body: (c: Facts) => string }>>;

export type ClientLetterKind = keyof typeof said;

/** Tells the client's contact what happened to it; never with a secret. */
export function clientLetter(language: Language, kind: ClientLetterKind, about: Facts & { href: string }) {
  const { en, fr } = said[kind];
  const { href } = about;
  return writeLetter(`client-${kind}`, language, {
    en: {
      subject: en.subject,
      greeting: "Hello,",
      paragraphs: [en.body(about)],
      button: { label: "Open the client", href },
      footer: ["If this was not expected, open the client: every change is listed there with who made it."],
    },
    fr: {
      subject: fr.subject,
      greeting: "Bonjour,",
      paragraphs: [fr.body(about)],
      button: { label: "Ouvrir le client API", href },
      footer: [
        "Si vous ne vous y attendiez pas, ouvrez le client API\u00a0: chaque modification y est notée, avec son auteur.",
      ],
    },
  });
}
