import type { Language } from "../../language";
import { writeLetter } from "../letter";

/** What can be said of an organisation's links, in the order in which it is said. */
export const linkNews = ["opened", "ended", "failing", "ending", "accepted"] as const;
export type LinkNews = (typeof linkNews)[number];

type Facts = {
  name: string;
  company: string;
  since: Date;
  news: Record<LinkNews, { count: number; examples: string[] }>;
  href: string;
};

const said: Record<LinkNews, Record<Language, string>> = {
  opened: { en: "New links", fr: "Nouvelles liaisons" },
  ended: { en: "Ended links", fr: "Liaisons terminées" },
  failing: { en: "Links whose calls fail now", fr: "Liaisons dont les appels échouent" },
  ending: { en: "Links that end within 14 days", fr: "Liaisons qui prennent fin dans les 14 jours" },
  accepted: { en: "Invitations accepted", fr: "Invitations acceptées" },
};
const others: Record<Language, (count: number) => string> = {
  en: (count) => `and ${count} more`,
  fr: (count) => `et ${count} de plus`,
};

const day = (at: Date) => at.toISOString().slice(0, 10);

function listNews(language: Language, news: Facts["news"]) {
  const colon = language === "fr" ? "\u00a0: " : ": ";
  return linkNews
    .map((name) => ({ name, ...news[name] }))
    .filter(({ count }) => count > 0)
    .map(({ name, count, examples }) => {
      const left = count - examples.length;
      const named = [...examples, ...(left > 0 && examples.length > 0 ? [others[language](left)] : [])];
      return `${said[name][language]}${colon}${count}${named.length > 0 ? ` (${named.join("; ")})` : ""}`;
    });
}

/** Sums up for a member what became of their organisation's links. */
export function clientsDigestLetter(language: Language, { name, company, since, news, href }: Facts) {
  return writeLetter("clients-digest", language, {
    en: {
      subject: "Your links in short",
      greeting: `Hello ${name},`,
      paragraphs: [`the links of ${company} since ${day(since)}:`, ...listNews("en", news)],
      button: { label: "Open your clients", href },
      footer: ["You get this letter because you ordered this summary in your account."],
    },
    fr: {
      subject: "Vos liaisons en bref",
      greeting: `Bonjour ${name},`,
      paragraphs: [`les liaisons de ${company} depuis le ${day(since)}\u00a0:`, ...listNews("fr", news)],
      button: { label: "Ouvrir vos clients API", href },
      footer: ["Vous recevez cet e-mail parce que vous avez demandé ce bilan dans votre compte."],
    },
  });
}
