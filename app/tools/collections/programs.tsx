import { callOf } from "@/lib/collections/api-call";
import type { CallValues } from "@/lib/collections/curl";
import { snippetLanguages, snippetNames, writeSnippet } from "@/lib/collections/snippets/write-snippet";
import { operations } from "@/lib/seller-data/operations";
import { copyTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { CodeBlock } from "../../_ui/code-block";
import { Section } from "../../_ui/section";

/** The first call in every language there is a program for. */
export function Programs({ values, t }: { values: CallValues; t: Text }) {
  const said = t.tools.collections.programs;
  const [first] = operations;
  if (!first) return null;
  const call = callOf(first, { values: {} }, values);
  return (
    <Section id="programs" intro={<p>{said.intro}</p>} title={said.title}>
      {snippetLanguages.map((language) => (
        <details className="fold" key={language}>
          <summary className="button button-quiet">{snippetNames[language]}</summary>
          <div className="fold-body">
            <CodeBlock
              code={writeSnippet(language, call, t.language)}
              copy={copyTexts(t, snippetNames[language])}
              label={snippetNames[language]}
            />
          </div>
        </details>
      ))}
      <p>
        <a href="/guide/reference">{said.more}</a>
      </p>
    </Section>
  );
}
