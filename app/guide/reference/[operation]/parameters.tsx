import { listFields } from "@/lib/seller-data/list-fields";
import type { Operation, Parameter, Body as Sent } from "@/lib/seller-data/operation";
import type { Text } from "../../../_text/text";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";

/** What a call takes, parameter by parameter. */
export function Parameters({ operation: { parameters }, t }: { operation: Operation; t: Text }) {
  const said = t.reference.parameters;
  const { name, where, meaning } = said.columns;
  if (parameters.length === 0)
    return (
      <Section id="parameters" title={said.title}>
        <p className="max-w-measure">{said.none}</p>
      </Section>
    );
  return (
    <Section id="parameters" intro={<p>{said.intro}</p>} title={said.title}>
      <Table
        caption={said.caption}
        captionHidden
        columns={[{ label: name }, { label: where }, { label: meaning }]}
        rows={parameters.map((parameter) => ({
          key: parameter.name,
          cells: [
            <code className="wrap-anywhere sm:whitespace-nowrap" key="name">
              {parameter.name}
            </code>,
            said.where[parameter.in],
            <span className="wrap-anywhere" key="meaning">
              {meaningOf(parameter, t)}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

/** What a parameter means and which values it takes, in sentences. */
export function meaningOf({ name, required, schema, isList }: Parameter, t: Text) {
  const said = t.reference.parameters;
  const { minimum, maximum } = schema;
  return [
    required ? said.required : "",
    said.about[name] ?? "",
    isList ? said.list : "",
    schema.enum ? said.known(schema.enum.join(", ")) : "",
    minimum !== undefined && maximum !== undefined ? said.range(minimum, maximum) : "",
    schema.type === "boolean" ? said.isFlag : "",
    schema.format === "date-time" ? said.isMoment : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What is sent along, field by field. */
export function Body({ body, t }: { body: Sent; t: Text }) {
  const said = t.reference.body;
  const { field, type, required } = said.columns;
  return (
    <Section id="body" intro={<p>{said.intro}</p>} title={said.title}>
      <Table
        caption={said.caption}
        captionHidden
        columns={[{ label: field }, { label: type }, { label: required }]}
        rows={listFields(body.schema).map((one) => ({
          key: one.place,
          cells: [
            <code className="wrap-anywhere" key="field">
              {one.place}
            </code>,
            [said.types[one.type], one.known.length > 0 && said.oneOf(one.known.join(", "))]
              .filter(Boolean)
              .join(", "),
            one.required ? said.yes : said.no,
          ],
        }))}
      />
    </Section>
  );
}
