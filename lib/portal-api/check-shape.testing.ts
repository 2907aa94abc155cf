import { openApi } from "./open-api";

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  format?: string;
};
type Operation = {
  responses: Record<string, { content?: Record<string, { schema: Schema }>; $ref?: string }>;
};

const formats: Record<string, RegExp> = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** What of a live answer is not as the description of the API says; empty where all of it is. */
export function findMisfits(method: string, path: string, status: number, body: unknown): string[] {
  const api = openApi() as unknown as {
    paths: Record<string, Record<string, Operation>>;
    components: {
      schemas: Record<string, Schema>;
      responses: Record<string, Operation["responses"][string]>;
    };
  };
  const template = Object.keys(api.paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  const operation = api.paths[template ?? ""]?.[method.toLowerCase()];
  if (!operation) return status === 404 || status === 405 ? [] : [`${method} ${path} is not described`];
  const described = operation.responses[status];
  const response = described ?? (status >= 400 ? api.components.responses.Problem : undefined);
  if (!response) return [`${status} of ${method} ${path} is not described`];
  const [media] = Object.values(response.content ?? {});
  if (!media) return body === null ? [] : ["a body that is not described"];
  return [...misfits(body, media.schema, "answer")];

  function* misfits(value: unknown, schema: Schema, at: string): Generator<string> {
    if (schema.$ref) {
      const target = api.components.schemas[schema.$ref.split("/").at(-1) ?? ""];
      if (target) yield* misfits(value, target, at);
      else yield `${at}: nothing at ${schema.$ref}`;
      return;
    }
    const types = schema.type === undefined ? [] : [schema.type].flat();
    if (
      types.length > 0 &&
      !types.includes(typeOf(value)) &&
      !(types.includes("number") && typeOf(value) === "integer")
    )
      yield `${at}: ${typeOf(value)} instead of ${types.join()}`;
    if (schema.enum && !schema.enum.includes(value)) yield `${at}: ${String(value)}`;
    const format = formats[schema.format ?? ""];
    if (format && typeof value === "string" && !format.test(value)) yield `${at}: ${value}`;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) yield* misfits(item, schema.items ?? {}, `${at}.${index}`);
    } else if (typeof value === "object" && value !== null) {
      for (const name of schema.required ?? []) if (!(name in value)) yield `${at}.${name}: missing`;
      for (const [name, inner] of Object.entries(value)) {
        const known = schema.properties?.[name];
        const other = schema.additionalProperties;
        if (known) yield* misfits(inner, known, `${at}.${name}`);
        else if (other === false) yield `${at}.${name}: not described`;
        else if (typeof other === "object") yield* misfits(inner, other, `${at}.${name}`);
      }
    }
  }
}

function typeOf(value: unknown) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
