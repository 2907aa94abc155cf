import type { Parameter } from "./operation";
import { type Schema, text } from "./schema";

const query = (name: string, schema: Schema, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: "query",
  schema,
  ...more,
});

/** A free text to compare with. */
export const words = (name: string, more: Partial<Parameter> = {}) => query(name, text, more);
/** Yes or no. */
export const yesOrNo = (name: string) => query(name, { type: "boolean" });
/** A moment from or to which something is looked for. */
export const bound = (name: string) => query(name, { type: "string", format: "date-time" });
/** A comma list, of any words or of these. */
export const several = (name: string, values?: readonly string[]) =>
  query(name, values ? { type: "string", enum: values } : text, { isList: true });
export const oneValue = (name: string, values: readonly string[], more: Partial<Parameter> = {}) =>
  query(name, { type: "string", enum: values }, more);

/** The page style: pages are counted from 1. */
export const pages: Parameter[] = [
  query("pageIndex", { type: "integer", minimum: 1, maximum: 1_000_000 }, { example: "1" }),
  query("pageSize", { type: "integer", minimum: 1, maximum: 100 }, { example: "20" }),
];
/** The cursor style: where to go on stands in the `Link` header. */
export const cursor: Parameter[] = [
  query("limit", { type: "integer", minimum: 1, maximum: 1000 }, { example: "100" }),
  query("cursor", text),
];

/** In which order: `sort=createdAt` with `desc=true`, or in one word, `sort=desc:createdAt`. */
export const sorting = (fields: readonly string[]): Parameter[] => [
  oneValue("sort", [...fields, ...fields.flatMap((field) => [`asc:${field}`, `desc:${field}`])]),
  yesOrNo("desc"),
];

/** What stands in the path. */
export const inPath = (name: string): Parameter => ({ name, in: "path", required: true, schema: text });
