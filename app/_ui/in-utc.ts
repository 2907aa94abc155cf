import type { Language } from "@/lib/language";

/** Where each language is written as here; what `Intl` wants to know. */
export const places: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

/** A moment in words, for components of the browser: what `moment` says on the server, at a tenth of its weight. */
export function inUtc(at: string, language: Language) {
  const words = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Date(at).toLocaleString(places[language], words)} UTC`;
}
