import type { ConsentView } from "@/lib/links/find-client-for-consent";
import { HelpLink } from "../_help-link";
import type { Text } from "../_text/text";
import { Alert } from "../_ui/alert";
import { AskForClientId } from "./ask-for-client-id";
import { type ConsentQuery, pathOf } from "./read-query";

type Props = { found: Extract<ConsentView, { client: null }>; query: ConsentQuery; t: Text };

/** Nobody has this clientId: what is near it in the directory, what is odd about it, and the question again. */
export function NoMatch({ found, query, t }: Props) {
  const said = t.consent.noMatch;
  const odd = found.oddLetters.map((letter) => `${letter} (${codeOf(letter)})`).join(", ");
  return (
    <>
      <Alert code="not_found" title={said.title}>
        <p className="wrap-anywhere">{said.body(query.clientId)}</p>
        {odd && <p>{said.odd(odd)}</p>}
        {found.near.length > 0 ? (
          <>
            <p>{said.near}</p>
            <ul>
              {found.near.map(({ clientId, name }) => (
                <li key={clientId}>
                  <a href={pathOf({ ...query, clientId, via: "directory" })}>{name}</a>{" "}
                  <span className="mono">{clientId}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{said.check}</p>
        )}
        <HelpLink clientId={query.clientId} code="not_found" t={t} />
      </Alert>
      <AskForClientId query={query} t={t} />
    </>
  );
}

/** A character by its number, as it may be invisible or look like another. */
const codeOf = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
