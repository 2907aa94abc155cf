import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";
import { Section } from "../_ui/section";

type Props = {
  options: { value: string; label: string }[];
  chosen: string;
  keep: Record<string, string>;
  t: Text;
};

/** Without JavaScript the fields of another call come with another page; what is secret is typed after that. */
export function ChooseCall({ options, chosen, keep, t }: Props) {
  const said = t.reference.tester;
  return (
    <noscript>
      <Section title={said.choose}>
        <PlainForm hidden={keep} label={said.choose} method="get" to="/first-call">
          <Field
            defaultValue={chosen}
            id="choose-operation"
            kind="select"
            label={t.firstCall.operation}
            name="operation"
            options={options}
          />
          <div className="form-actions">
            <Button variant="secondary">{said.show}</Button>
          </div>
        </PlainForm>
      </Section>
    </noscript>
  );
}
