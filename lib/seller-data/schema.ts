/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type Schema = {
  type?: string | string[];
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
};

export const text: Schema = { type: "string" };
export const integer: Schema = { type: "integer" };
export const number: Schema = { type: "number" };
export const flag: Schema = { type: "boolean" };
/** A moment in UTC, to the second. */
export const moment: Schema = { type: "string", format: "date-time" };
export const orNull = (schema: Schema): Schema => ({
  ...schema,
  type: [schema.type ?? "string", "null"].flat(),
});
export const oneOf = (...values: readonly string[]): Schema => ({ type: "string", enum: values });
export const list = (items: Schema): Schema => ({ type: "array", items });

/** An object with exactly these fields, all of them there unless they are among `optional`. */
export function object(properties: Record<string, Schema>, optional: string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", required, properties, additionalProperties: false };
}

/** The envelope of the older routes. */
export const itemsOf = (item: Schema) => object({ items: list(item) });
/** The envelope of routes that go by `pageIndex` and `pageSize`. */
export const pageOf = (item: Schema) => object({ itemsPerPage: integer, items: list(item) });
