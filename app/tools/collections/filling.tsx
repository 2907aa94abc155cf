import { type AreaName, areaNames, areaOf } from "@/lib/seller-data/guide-areas";
import { copyTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { Button } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { KeyValue } from "../../_ui/key-value";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import type { FilledView } from "./fill-values";

type Props = { filled: FilledView; areas: AreaName[]; t: Text };

/** Those that narrow the files down: the starter's calls are in every file. */
const areasWithCalls = areaNames.filter(
  (name) => name !== "shop" && name !== "starter" && areaOf(name).operations.length > 0,
);

/** What the files are filled with, and the choice: among the own clients, and of areas. */
export function Filling({ filled: { values, clientIds, sellerIds }, areas, t }: Props) {
  const { choose, values: names } = t.tools.collections;
  const option = (value: string) => ({ value, label: value });
  const pair = (name: keyof typeof names) => ({
    label: names[name],
    value: values[name],
    copy: copyTexts(t, names[name]),
  });
  return (
    <Section card title={choose.title}>
      <PlainForm label={choose.label} method="get" to="/tools/collections">
        {clientIds.length > 0 && (
          <>
            <Field
              defaultValue={values.clientId}
              kind="select"
              label={choose.clientId}
              name="clientId"
              options={clientIds.map(option)}
            />
            <Field
              defaultValue={values.sellerId}
              hint={choose.sellerIdHint}
              kind="select"
              label={choose.sellerId}
              name="sellerId"
              options={sellerIds.map(option)}
            />
          </>
        )}
        <fieldset aria-describedby="areas-hint" className="field">
          <legend className="field-label mb-1.5">{choose.areas}</legend>
          <p className="field-hint" id="areas-hint">
            {choose.areasHint}
          </p>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {areasWithCalls.map((name) => (
              <Field
                defaultChecked={areas.includes(name)}
                id={`area-${name}`}
                key={name}
                kind="checkbox"
                label={t.areas.said[name].title}
                name="areas"
                value={name}
              />
            ))}
          </div>
        </fieldset>
        <div className="form-actions">
          <Button>{choose.submit}</Button>
        </div>
      </PlainForm>
      <KeyValue pairs={[pair("clientId"), pair("sellerId"), pair("tokenUrl"), pair("sellerApiUrl")]} />
    </Section>
  );
}
