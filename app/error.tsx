"use client";
import { errors } from "./_text/en/errors";
import { Button } from "./_ui/button";

/** What a page becomes when rendering it failed; `digest` names the incident in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div data-code="unavailable" role="alert">
      <h1>{errors.surprise.title}</h1>
      <p>{errors.surprise.body}</p>
      {error.digest && (
        <p>
          {errors.reference}: <code>{error.digest}</code>
        </p>
      )}
      <div className="form-actions">
        <Button onClick={reset} type="button" variant="primary">
          {errors.again}
        </Button>
        <a href="/">{errors.home}</a>
      </div>
    </div>
  );
}
