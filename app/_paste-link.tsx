import type { Text } from "./_text/text";

/** The way to the one box for anything, for whoever has an error before them. */
export function PasteLink({ t }: { t: Text }) {
  return (
    <p>
      {t.paste.question} <a href="/tools/paste">{t.paste.link}</a>
    </p>
  );
}
