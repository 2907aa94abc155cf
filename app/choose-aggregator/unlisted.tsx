import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { CodeBlock } from "../_ui/code-block";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";
import { Section } from "../_ui/section";

/** The ways on for who is not in the list: type the clientId, ask for it, or find out what is needed. */
export function Unlisted({ t }: { t: Text }) {
  const said = t.directory.unlisted;
  return (
    <Section card intro={<p>{said.body}</p>} title={said.title}>
      <PlainForm hidden={{ as: "aggregator", via: "typed" }} method="get" to="/link-client">
        <Field
          autoCapitalize="none"
          autoComplete="off"
          label={said.field}
          maxLength={200}
          mono
          name="clientId"
          required
          spellCheck={false}
        />
        <Button>{said.go}</Button>
      </PlainForm>
      <CodeBlock code={said.message} copy={copyTexts(t, said.askCopy)} label={said.ask} prose />
      <p>
        {said.undecided}{" "}
        <a className="link" href="/start?who=seller">
          {said.undecidedGo}
        </a>
      </p>
    </Section>
  );
}
