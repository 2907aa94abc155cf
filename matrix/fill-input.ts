import type { z } from "zod";
import type { Fields } from "./call-action";

/** What of a schema's innards is looked at here. */
type Schema = { _zod: { def: Record<string, unknown> } } & Pick<z.ZodType, "safeParse">;

/** Things that people type, in the order in which they are tried. */
const typed: (string | File)[] = [
  "on",
  "some words",
  "somebody@elsewhere.com",
  "104512",
  "a-client-of-mine",
  "https://www.company.com/here",
  "company.com",
  "link.created",
  "2030-01-01",
  "+33 1 23 45 67 89",
  "123456",
  "correct horse battery staple",
  "",
];

/**
 * A form that a schema takes, so that what is refused is refused for its sender. A field named in `known` gets that
 * value where it is taken; throws where nothing here fits, which then belongs into the list above.
 */
export function fillInput(schema: z.ZodType, known: Record<string, string>): Fields {
  const fields: Fields = {};
  for (const [name, field] of Object.entries(shapeOf(schema as unknown as Schema))) {
    const choices = [known[name], ...choicesOf(field), known[""], ...typed, file(name)];
    const value = choices.find((one) => one !== undefined && fits(field, name, one));
    if (value !== undefined) fields[name] = value;
    else if (!fits(field, name, undefined)) throw new Error(`nothing fits the field ${name}`);
  }
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return fields;
}

const file = (name: string) =>
  new File(["reference,expectedSellerId,email,expires\nA-1,,,7d\n"], `${name}.csv`, { type: "text/csv" });

/** A form's own text is taken as it is; files arrive in a list where several may. */
function fits(field: Schema, _name: string, value: string | File | undefined) {
  return field.safeParse(value).success;
}

/** The fields of an object, of the first kind of several, or behind what is made of them. */
function shapeOf({ _zod: { def } }: Schema): Record<string, Schema> {
  if (def.type === "object") return def.shape as Record<string, Schema>;
  const inner = (def.options as Schema[] | undefined)?.[0] ?? (def.in as Schema) ?? (def.innerType as Schema);
  if (!inner) throw new Error(`a form cannot be ${String(def.type)}`);
  return shapeOf(inner);
}

/** The values that a field itself writes out. */
function choicesOf({ _zod: { def } }: Schema): string[] {
  if (def.type === "literal") return (def.values as unknown[]).filter((one) => typeof one === "string");
  if (def.type === "enum") return Object.values(def.entries as Record<string, string>);
  const inner = [def.innerType, def.in, ...((def.options as Schema[] | undefined) ?? [])].filter(Boolean);
  return (inner as Schema[]).flatMap(choicesOf);
}
