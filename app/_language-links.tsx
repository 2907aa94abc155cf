import { languages } from "@/lib/language";
import type { Text } from "./_text/text";
import { texts } from "./_text/texts";

/** This very page in each other language, named in itself; `url` is its path and query. */
export function LanguageLinks({ t, url }: { t: Text; url: string }) {
  return languages
    .filter((language) => language !== t.language)
    .map((language) => {
      const query = new URLSearchParams(url.split("?").slice(1).join("?"));
      query.set("lang", language);
      return (
        // Relative, so that no path that somebody made up can lead elsewhere.
        <a href={`?${query}`} hrefLang={language} key={language} lang={language}>
          {texts[language].common.language}
        </a>
      );
    });
}
