import { describeApi } from "@/lib/seller-data/open-api";

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
};
type Described = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };

/** What of a live answer is not as the description of the Seller API says; empty where all of it is. */
export function findMisfits(path: string, status: number, body: unknown, method = "get"): string[] {
  const api = describeApi();
  const template = Object.keys(api.paths)
    .sort((a, b) => a.indexOf("{") - b.indexOf("{"))
    .find(
      (one) => api.paths[one]?.[method] && new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
    );
  const operation = api.paths[template ?? ""]?.[method] as Described | undefined;
  if (!operation) return [`${method} ${path} is not described`];
  if (!operation.responses[status]) return [`${status} of ${method} ${path} is not described`];
  if (status < 300 && !operation.responses[status].content) return body === null ? [] : ["a body"];
  const [media] = Object.values(operation.responses[status].content ?? {});
  return [...misfits(body, media?.schema ?? (api.components.schemas.Problem as Schema), "answer")];
}

function* misfits(value: unknown, schema: Schema, at: string): Generator<string> {
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === "integer" && types.includes("number")))
    yield `${at}: ${type} instead of ${types.join()}`;
  if (schema.enum && !schema.enum.includes(value)) yield `${at}: ${String(value)}`;
  if (
    schema.format === "date-time" &&
    typeof value === "string" &&
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)
  )
    yield `${at}: ${value}`;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* misfits(item, schema.items ?? {}, `${at}.${index}`);
  else if (typeof value === "object" && value !== null) {
    for (const name of schema.required ?? []) if (!(name in value)) yield `${at}.${name}: missing`;
    for (const [name, inner] of Object.entries(value)) {
      const known = schema.properties?.[name];
      if (known) yield* misfits(inner, known, `${at}.${name}`);
      else if (schema.additionalProperties === false) yield `${at}.${name}: not described`;
    }
  }
}

function typeOf(value: unknown) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
