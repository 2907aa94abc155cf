import * as chevronDown from "lucide-react/icons/chevron-down";
import { parameterField } from "@/lib/first-call/input";
import { exampleOf } from "@/lib/seller-data/example";
import type { Operation, Parameter } from "@/lib/seller-data/operation";
import type { OperationId } from "@/lib/seller-data/operations";
import type { Text } from "../_text/text";
import { FormField } from "../_ui/form-field";
import { Glyph } from "../_ui/glyph";
import { meaningOf } from "../guide/reference/[operation]/parameters";

type Props = { operation: Operation & { id: OperationId }; sellerId: string; t: Text };

/** The fields of one call: what it needs in sight, what it can do without folded, and its body ready to send. */
export function CallFields({ operation, sellerId, t }: Props) {
  const said = t.reference.tester;
  const isNumber = /^[1-9]\d{0,11}$/.test(sellerId);
  const { values, body } = exampleOf(operation, isNumber ? Number(sellerId) : undefined);
  const lines = JSON.stringify(body, null, 2) ?? "";
  const needed = operation.parameters.filter(({ required }) => required);
  const others = operation.parameters.filter(({ required }) => !required);
  const field = (parameter: Parameter) => (
    <ParameterField
      key={`${operation.id} ${parameter.name}`}
      parameter={parameter}
      t={t}
      value={parameter.required ? (values[parameter.name] ?? "") : ""}
    />
  );
  return (
    <>
      {operation.method !== "GET" && <p className="text-muted">{t.reference.sandboxOnly}</p>}
      {needed.map(field)}
      {body !== undefined && (
        <FormField
          defaultValue={lines}
          hint={said.bodyHint}
          key={`${operation.id} body`}
          kind="textarea"
          label={said.body}
          mono
          name="body"
          rows={Math.min(lines.split("\n").length + 1, 16)}
          spellCheck={false}
        />
      )}
      {others.length > 0 && (
        <details className="fold" key={operation.id}>
          <summary className="button button-quiet">
            {said.more(others.length)}
            <Glyph of={chevronDown} />
          </summary>
          <div className="fold-body">{others.map(field)}</div>
        </details>
      )}
    </>
  );
}

function ParameterField({ parameter, value, t }: { parameter: Parameter; value: string; t: Text }) {
  const { name, schema, isList } = parameter;
  const frame = {
    name: parameterField(name),
    label: name,
    hint: meaningOf(parameter, t),
    defaultValue: value,
  };
  const choices = schema.type === "boolean" ? ["true", "false"] : schema.enum?.map(String);
  if (!choices || isList)
    return <FormField {...frame} autoCapitalize="none" autoComplete="off" mono spellCheck={false} />;
  const none = parameter.required ? [] : [{ value: "", label: t.reference.tester.any }];
  const options = choices.map((choice) => ({ value: choice, label: choice }));
  return <FormField {...frame} kind="select" options={[...none, ...options]} />;
}

/** The names of a call's fields, for what is said of all of them together. */
export function labelsOf({ parameters, body }: Operation, t: Text): Record<string, string> {
  const named = parameters.map(({ name }) => [parameterField(name), name] as const);
  return { ...Object.fromEntries(named), ...(body && { body: t.reference.tester.body }) };
}
