import type { Language } from "../../language";
import { writeLetter } from "../letter";

type QueueName = "listings" | "reviews" | "tickets" | "names" | "letters" | "deliveries";
type Facts = {
  name: string;
  queues: { name: QueueName; count: number; oldestAt: Date | null }[];
  href: string;
};

const said: Record<QueueName, Record<Language, string>> = {
  listings: { en: "Entries for the directory", fr: "Fiches pour l’annuaire" },
  reviews: { en: "Clients to review", fr: "Clients API à vérifier" },
  tickets: { en: "Tickets that wait for us", fr: "Demandes d’aide qui nous attendent" },
  names: {
    en: "Protected names that want a second person",
    fr: "Noms protégés qui demandent une seconde personne",
  },
  letters: { en: "Letters given up", fr: "E-mails abandonnés" },
  deliveries: { en: "Messages to servers given up", fr: "Messages aux serveurs abandonnés" },
};

const day = (at: Date) => at.toISOString().slice(0, 10);

/** Tells somebody at the desk what waits there. */
export function deskDigestLetter(language: Language, { name, queues, href }: Facts) {
  const waiting = queues.filter(({ count }) => count > 0);
  const total = waiting.reduce((sum, { count }) => sum + count, 0);
  return writeLetter("desk-digest", language, {
    en: {
      subject: total === 1 ? "1 thing waits at the desk" : `${total} things wait at the desk`,
      greeting: `Hello ${name},`,
      paragraphs: [
        "this waits at the desk:",
        ...waiting.map(({ name: queue, count, oldestAt }) =>
          [`${said[queue].en}: ${count}`, oldestAt && `the oldest since ${day(oldestAt)}`]
            .filter(Boolean)
            .join(", "),
        ),
      ],
      button: { label: "Open the desk", href },
      footer: ["You get this letter because you ordered this summary in your account."],
    },
    fr: {
      subject: total === 1 ? "1 élément attend au bureau" : `${total} éléments attendent au bureau`,
      greeting: `Bonjour ${name},`,
      paragraphs: [
        "voici ce qui attend au bureau\u00a0:",
        ...waiting.map(({ name: queue, count, oldestAt }) =>
          [`${said[queue].fr}\u00a0: ${count}`, oldestAt && `le plus ancien depuis le ${day(oldestAt)}`]
            .filter(Boolean)
            .join(", "),
        ),
      ],
      button: { label: "Ouvrir le bureau", href },
      footer: ["Vous recevez cet e-mail parce que vous avez demandé ce bilan dans votre compte."],
    },
  });
}
