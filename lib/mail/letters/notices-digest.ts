import type { Language } from "../../language";
import { writeLetter } from "../letter";
import { type NoticeName, noticeNames } from "../notices";

type Line = { notice: string; subject: string; href: string; at: Date };
type Facts = {
  name: string;
  lines: Line[];
  /** How many there are beside those listed. */
  more: number;
  href: string;
};

/** What the lines of one notice stand under. */
const heads: Record<NoticeName, Record<Language, string>> = {
  newLinks: { en: "New links", fr: "Nouvelles liaisons" },
  endedLinks: { en: "Ended links", fr: "Liaisons terminées" },
  invitations: { en: "Invitations", fr: "Invitations envoyées" },
  requests: { en: "Requests for access", fr: "Demandes d’accès" },
  reminders: { en: "Reminders of partners", fr: "Rappels de partenaires" },
  expiring: { en: "Ends soon", fr: "Bientôt terminé" },
  endpoints: { en: "Messages to your server", fr: "Messages vers votre serveur" },
  reviews: { en: "Reviews of clients", fr: "Vérifications de clients API" },
  listings: { en: "Directory", fr: "Annuaire" },
  tickets: { en: "Tickets", fr: "Demandes d’aide" },
  reports: { en: "Reports from colleagues", fr: "Comptes rendus de collègues" },
};

const day = (at: Date) => at.toISOString().slice(0, 10);

/** The lines under their heads, in the order in which people are asked about them. */
function listLines(language: Language, lines: Line[]) {
  const colon = language === "fr" ? "\u00a0:" : ":";
  const known = noticeNames.map((name) => ({ head: heads[name][language], name: name as string }));
  return known.flatMap(({ head, name }) => {
    const own = lines.filter(({ notice }) => notice === name);
    if (own.length === 0) return [];
    return [
      `${head}${colon}`,
      ...own.map(({ at, subject, href }) => `${day(at)} · ${subject}${href && `\n${href}`}`),
    ];
  });
}

/** Brings together what its receiver chose not to read letter by letter. */
export function noticesDigestLetter(language: Language, { name, lines, more, href }: Facts) {
  const count = lines.length + more;
  return writeLetter("notices-digest", language, {
    en: {
      subject: count === 1 ? "Your digest: 1 notice" : `Your digest: ${count} notices`,
      greeting: `Hello ${name},`,
      paragraphs: [
        "this happened since your last digest:",
        ...listLines("en", lines),
        ...(more > 0 ? [`and ${more} more, on the pages they are about.`] : []),
      ],
      button: { label: "Choose how you hear of this", href },
      footer: ["You get this letter because you chose to have such notices in a digest."],
    },
    fr: {
      subject: count === 1 ? "Votre récapitulatif\u00a0: 1 avis" : `Votre récapitulatif\u00a0: ${count} avis`,
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "voici ce qui s’est passé depuis votre dernier récapitulatif\u00a0:",
        ...listLines("fr", lines),
        ...(more > 0 ? [`et ${more} de plus, sur les pages concernées.`] : []),
      ],
      button: { label: "Choisir comment vous êtes informé", href },
      footer: ["Vous recevez cet e-mail parce que vous avez choisi de regrouper ces avis."],
    },
  });
}
