import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";
import type { ConsentQuery } from "./read-query";

/** The question for the clientId; the answer stands in the address, so it can be sent on and come back to. */
export function AskForClientId({ query, t }: { query: ConsentQuery; t: Text }) {
  const { ask } = t.consent;
  return (
    <>
      <PlainForm hidden={{ via: "typed", ...(query.as && { as: query.as }) }} method="get" to="/link-client">
        <Field
          autoCapitalize="none"
          autoComplete="off"
          defaultValue={query.clientId}
          hint={ask.hints[query.as ?? "any"]}
          label={ask.label}
          maxLength={200}
          mono
          name="clientId"
          required
          spellCheck={false}
        />
        <div className="form-actions">
          <Button full variant="primary">
            {ask.submit}
          </Button>
        </div>
      </PlainForm>
      <p>
        {ask.elsewhere}{" "}
        <a className="link" href="/choose-aggregator">
          {ask.choose}
        </a>
      </p>
    </>
  );
}
