import { type AreaName, areaNames, areaOf } from "@/lib/seller-data/guide-areas";
import { copyTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { Button } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { KeyValue } from "../../_ui/key-value";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import type { FileAreasView } from "./file-areas";
import type { FilledView } from "./fill-values";

type Props = { filled: FilledView; chosen: FileAreasView; t: Text };

/** Those that narrow the files down: the starter's calls are in every file. */
const withCalls = (name: AreaName) =>
  name !== "shop" && name !== "starter" && areaOf(name).operations.length > 0;

/** What the files are filled with, and the choice: among the own clients, and of areas. */
export function Filling({ filled: { values, clientIds, sellerIds }, chosen, t }: Props) {
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
        {/* Ticks are for the client they were offered for: another one starts from its own. */}
        <input name="tickedFor" type="hidden" value={values.clientId} />
        <fieldset aria-describedby="areas-hint" className="field">
          <legend className="field-label mb-1.5">{choose.areas}</legend>
          <p className="field-hint" id="areas-hint">
            {choose.areasHint}
          </p>
          {chosen.isRemembered && (
            <p className="field-hint">
              {choose.remembered(values.clientId)} <a href="/guide/areas#choose">{choose.change}</a>
            </p>
          )}
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {areaNames
              .filter((name) => withCalls(name) || chosen.areas.includes(name))
              .map((name) => (
                <Field
                  defaultChecked={chosen.areas.includes(name)}
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
