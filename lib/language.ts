import { env } from "./env";

/** The languages the portal speaks; who understands none of them gets the first. */
export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

/** Whether this names a language the portal speaks. */
export function isLanguage(text: unknown): text is Language {
  return (languages as readonly unknown[]).includes(text);
}

/** The language of this name; the first of ours for any other. */
export function asLanguage(text: unknown): Language {
  return isLanguage(text) ? text : languages[0];
}

/** The language for somebody who is not signed in, as the portal's gate found it. */
export function languageOfBrowser(incoming: { get(name: string): string | null | undefined }): Language {
  return asLanguage(incoming.get("x-portal-language"));
}

/** The language of ours that a browser likes best, by its `Accept-Language`; undefined where it likes none. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  const wished = (header ?? "").split(",", 50).flatMap((entry) => {
    const [range = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const quality = parameters.find((part) => part.startsWith("q="))?.slice(2) ?? "1";
    const language = range === "*" ? languages[0] : range.split("-", 1)[0];
    return isLanguage(language) && Number(quality) > 0 ? [{ language, quality: Number(quality) }] : [];
  });
  // Sorting keeps the order of equals, so the browser's own order decides between them.
  return wished.sort((a, b) => b.quality - a.quality)[0]?.language;
}

/** The cookie that remembers a language chosen in this browser. */
export function languageCookieName() {
  return env().PUBLIC_URL.startsWith("https:") ? "__Host-portal-language" : "portal-language";
}
