import { env } from "../env";
import { type Refusal, refuse } from "../result";
import { checkBody } from "../seller-data/check-body";
import { exampleOf } from "../seller-data/example";
import type { FirstCallInput } from "./input";
import { operations } from "./operations";

/** What goes over the wire for an operation with its parameters filled in. */
export type Target = {
  method: "GET" | "POST" | "PATCH";
  /** Below the API's base address, with its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
};

type Asked = Pick<FirstCallInput, "operation" | "values" | "body" | "sellerId">;

/**
 * Fills an operation's path, query, headers and body. What a form had no field for is taken from the operation's
 * example. Refuses what can never be sent: a path without its id, a body of another shape, and a change of anything
 * outside the sandbox.
 */
export function prepareCall({
  operation: id,
  values = {},
  body,
  sellerId,
}: Asked): { ok: true; view: Target } | Refusal {
  const operation = operations[id];
  const { method, parameters } = operation;
  if (method !== "GET" && env().AUTHORITY !== "builtin")
    return refuse("invalid", { fields: { operation: "bad_choice" } });
  const isNumber = /^[1-9]\d{0,11}$/.test(sellerId);
  const example = () => exampleOf(operation, isNumber ? Number(sellerId) : undefined);
  let path = operation.path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const { name, in: where, required } of parameters) {
    const value = values[name] ?? (required ? (example().values[name] ?? "") : "");
    if (where === "path") {
      // A dot or a slash in its place would lead to another route.
      const fault = value === "" ? "required" : /^[\w-]{1,64}$/.test(value) ? null : "bad_characters";
      if (fault) return refuse("invalid", { fields: { [`p-${name}`]: fault } });
      path = path.replace(`{${name}}`, value);
    } else if (value !== "" && where === "query") query.set(name, value);
    else if (value !== "") {
      if (!/^[\x20-\x7e]*$/.test(value))
        return refuse("invalid", { fields: { [`p-${name}`]: "bad_characters" } });
      headers[name] = value;
    }
  }
  const target = { method, path: query.size > 0 ? `${path}?${query}` : path, headers };
  if (!operation.body) return { ok: true, view: target };
  const sent = body ?? JSON.stringify(example().body);
  const fault = judgeBody(operation.body.schema, sent);
  if (fault) return fault;
  const type =
    method === "PATCH" && Array.isArray(operation.body.example)
      ? "application/json-patch+json"
      : "application/json";
  return { ok: true, view: { ...target, headers: { ...headers, "content-type": type }, body: sent } };
}

function judgeBody(schema: Parameters<typeof checkBody>[0], sent: string): Refusal | null {
  if (sent.trim() === "") return refuse("invalid", { fields: { body: "required" } });
  let read: unknown;
  try {
    read = JSON.parse(sent);
  } catch {
    return refuse("invalid", { fields: { body: "bad_json" } });
  }
  const [first] = Object.keys(checkBody(schema, read));
  return first === undefined
    ? null
    : refuse("invalid", { fields: { body: "bad_shape" }, facts: { place: first } });
}
