import * as chevronDown from "lucide-react/icons/chevron-down";
import { callOf } from "@/lib/collections/api-call";
import { snippetLanguages, snippetNames, writeSnippet } from "@/lib/collections/snippets/write-snippet";
import { curlLines } from "@/lib/first-call/curl-lines";
import type { Example as Made } from "@/lib/seller-data/example";
import type { Operation } from "@/lib/seller-data/operation";
import { copyTexts } from "../../../_text/for-forms";
import type { Text } from "../../../_text/text";
import { CodeBlock } from "../../../_ui/code-block";
import { Glyph } from "../../../_ui/glyph";
import { Section } from "../../../_ui/section";
import type { FilledView } from "../../../tools/collections/fill-values";

type Props = { operation: Operation; example: Made; filled: FilledView; isSignedIn: boolean; t: Text };

/** A call as it would be made with the reader's values, what it is answered, and the same in other languages. */
export function Example({ operation, example, filled, isSignedIn, t }: Props) {
  const said = t.reference.request;
  const { values, isOwn } = filled;
  const call = callOf(operation, example, values);
  const { method, target, headers, body } = call;
  const lines = curlLines({
    ...values,
    callUrl: `${values.sellerApiUrl}${target}`,
    ...(method !== "GET" && { method }),
    headers: { ...Object.fromEntries(headers), ...(body && { "Content-Type": "application/json" }) },
    body,
  });
  const answer = example.answer && JSON.stringify(example.answer, null, 2);
  return (
    <Section
      id="example"
      intro={
        <p>
          {isOwn ? said.own : said.placeholders} {said.hint}{" "}
          {!isSignedIn && <a href={`/sign-in?next=/guide/reference/${operation.id}`}>{said.signIn}</a>}
        </p>
      }
      title={said.title}
    >
      <CodeBlock code={lines.token} copy={copyTexts(t, said.token)} label={said.token} />
      <CodeBlock code={lines.call} copy={copyTexts(t, said.call)} label={said.call} />
      {example.hasMore && <p className="text-muted">{said.cut}</p>}
      {answer ? (
        <CodeBlock code={answer} copy={copyTexts(t, said.copy)} label={said.answer(example.status)} />
      ) : (
        <p>{`${said.answer(example.status)}. ${said.nothing}`}</p>
      )}
      <h3 className="text-h3" id="snippets">
        {t.reference.snippets}
      </h3>
      {snippetLanguages.map((language) => (
        <details className="fold" key={language}>
          <summary className="button button-quiet">
            {snippetNames[language]}
            <Glyph of={chevronDown} />
          </summary>
          <div className="fold-body">
            <CodeBlock
              code={writeSnippet(language, call, t.language)}
              copy={copyTexts(t, snippetNames[language])}
              label={snippetNames[language]}
            />
          </div>
        </details>
      ))}
    </Section>
  );
}
