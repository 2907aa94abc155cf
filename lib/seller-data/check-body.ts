import type { Schema } from "./schema";

/** What is wrong with a body: the place of it -> why. Empty where it has the shape that its schema asks for. */
export function checkBody(schema: Schema, body: unknown): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  judge(schema, body, "", (at, fault) => {
    // A few are enough to mend the rest by; a body may hold thousands.
    if (Object.keys(faults).length < 20) faults[at || "body"] = [fault];
  });
  return faults;
}

type Tell = (at: string, fault: string) => void;

function judge(schema: Schema, value: unknown, at: string, tell: Tell) {
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return tell(at, `This is of type ${types.join(" or ")}.`);
  if (schema.enum && !schema.enum.includes(value))
    return tell(at, `Known values: ${schema.enum.map(String).join(", ")}.`);
  if (typeof value === "string") judgeText(schema, value, at, tell);
  if (typeof value === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (value < minimum || value > maximum) tell(at, `This is from ${minimum} to ${maximum}.`);
  }
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema;
    if (value.length < minItems || value.length > maxItems)
      tell(at, `This list has ${minItems} to ${maxItems} entries.`);
    else if (items) for (const [index, item] of value.entries()) judge(items, item, `${at}[${index}]`, tell);
  } else if (typeof value === "object" && value !== null) judgeFields(schema, value, at, tell);
}

function judgeText(
  { minLength = 0, maxLength = 100_000, pattern }: Schema,
  value: string,
  at: string,
  tell: Tell,
) {
  const { length } = value.trim();
  // PostgreSQL keeps neither.
  if (!value.isWellFormed() || value.includes("\0")) tell(at, "This holds characters that are none.");
  else if (length < minLength || length > maxLength)
    tell(at, `This has ${minLength} to ${maxLength} characters.`);
  else if (pattern && !new RegExp(pattern).test(value)) tell(at, `This does not have the form ${pattern}.`);
}

function judgeFields(schema: Schema, value: object, at: string, tell: Tell) {
  const place = (name: string) => (at ? `${at}.${name}` : name);
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(value, name)) tell(place(name), "This field is required.");
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(schema.properties ?? {}, name) && schema.properties?.[name];
    if (known) judge(known, inner, place(name), tell);
  }
}

function isOfType(value: unknown, type: string) {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  const own: string = typeof value;
  return own === type;
}
