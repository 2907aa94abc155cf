"use client";
import { surprise as en } from "./_text/en/surprise";
import { surprise as fr } from "./_text/fr/surprise";
import { helpHref } from "./_ui/help-href";

/** What a page becomes when rendering it failed; `digest` names the incident in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  // Nothing can be asked of the server any more, but the page around this one says its language.
  const said = globalThis.document?.documentElement.lang === "fr" ? fr : en;
  return (
    <div data-code="unavailable" role="alert">
      <h1>{said.title}</h1>
      <p>{said.body}</p>
      {error.digest && (
        <p>
          {said.reference} <code>{error.digest}</code>
        </p>
      )}
      <div className="form-actions">
        <button className="button button-primary" onClick={reset} type="button">
          {said.again}
        </button>
        <a href={helpHref({ code: "unavailable", reference: error.digest })}>{said.help}</a>
        <a href="/">{said.home}</a>
      </div>
    </div>
  );
}
