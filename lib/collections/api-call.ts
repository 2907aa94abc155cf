import type { Operation } from "../seller-data/operation";
import type { CallValues } from "./curl";

/** One call of the Seller API with everything filled in but the secret. */
export type ApiCall = CallValues & {
  method: string;
  /** Below the API's base address, with its query. */
  target: string;
  /** What the operation wants besides the headers that every call has. */
  headers: (readonly [name: string, value: string])[];
  /** What is sent, as JSON in one line. */
  body?: string;
};

/** What goes into an operation's parameters, and what is sent along. */
export type Filling = { values: Readonly<Record<string, string>>; body?: unknown };

/** An operation as one call: its values in path, query and headers, and its body. */
export function callOf(operation: Operation, { values, body }: Filling, call: CallValues): ApiCall {
  const query = new URLSearchParams();
  const headers: [string, string][] = [];
  let target = operation.path;
  for (const { name, in: where } of operation.parameters) {
    const value = values[name];
    if (value === undefined) continue;
    if (where === "path") target = target.replace(`{${name}}`, encodeURIComponent(value));
    if (where === "query") query.set(name, value);
    if (where === "header") headers.push([name, value]);
  }
  return {
    ...call,
    method: operation.method,
    target: query.size > 0 ? `${target}?${query}` : target,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** Every header of a call but the token. */
export function headersOf({ sellerId, headers, body }: ApiCall): (readonly [string, string])[] {
  const sent = [["SellerId", sellerId], ["Accept", "application/json"], ...headers] as const;
  return body === undefined ? [...sent] : [...sent, ["Content-Type", "application/json"]];
}
