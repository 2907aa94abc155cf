import type { Parameter } from "../seller-data/operation";
import { operations } from "../seller-data/operations";
import type { Addresses } from "./finding";
import { readAddress } from "./hosts";
import type { Sent } from "./judge-request";
import { isVariable } from "./looks";
import { asObject, textOf } from "./read-collection";

type Json = Record<string, unknown>;

/** Stands before the names of requests that nothing replaces; the page says what it means. */
const keptMark = "⚠ ";

type Change = {
  /** Method and path as they were. */
  was: string;
  insteadId: string;
  sent: Sent;
  addresses: Addresses;
  /** Whether the collection gives its requests a token. */
  isGiven: boolean;
};

/**
 * Makes a request of a former interface the call that does the same now: its address, method, headers, and a body to
 * fill in. What is not known yet stands as a variable. Tests and saved answers of the old one go.
 */
export function writeNewRequest(item: Json, { was, insteadId, sent, addresses, isGiven }: Change) {
  const operation = operations.find(({ id }) => id === insteadId);
  if (!operation) return;
  const { method, path, parameters, body } = operation;
  const query = new URLSearchParams(
    parameters.filter((one) => one.in === "query").flatMap((one) => saidFor(one, sent)),
  );
  const target = `${asVariables(path)}${query.size > 0 ? `?${query}` : ""}`;
  const old = asObject(item.request);
  item.request = {
    method,
    description: describe(old.description, `${was} → ${method} ${path}`),
    // The formats write a bearer token each in its way, a header all in the same.
    ...(!isGiven && { auth: { type: "noauth" } }),
    // Taken apart again when it is imported.
    url: `${addresses.sellerApiUrl}${target}`,
    header: [
      { key: "SellerId", value: sellerIdOf(sent) },
      { key: "Accept", value: "application/json" },
      ...(isGiven ? [] : [{ key: "Authorization", value: "Bearer {{accessToken}}" }]),
      ...parameters
        .filter((one) => one.in === "header")
        .flatMap((one) => saidFor(one, sent))
        .map(([key, value]) => ({ key, value })),
      ...(body ? [{ key: "Content-Type", value: "application/json" }] : []),
    ],
    ...(body && {
      body: {
        mode: "raw",
        raw: asVariables(JSON.stringify(body.example, null, 2)),
        options: { raw: { language: "json" } },
      },
    }),
  };
  for (const name of ["event", "response", "protocolProfileBehavior"]) delete item[name];
}

/** Leaves a request that nothing replaces as it is, and marks it. */
export function keepOldRequest(item: Json, was: string) {
  const name = textOf(item.name);
  if (name.startsWith(keptMark)) return;
  item.name = `${keptMark}${name || was}`;
}

/** `{orderId}` as Postman writes a variable. */
const asVariables = (text: string) => text.replace(/\{(\w+)\}/g, "{{$1}}");

/** What the old request said under the same name, else the example where there has to be something. */
function saidFor({ name, required, schema, example }: Parameter, { url, headers }: Sent): [string, string][] {
  const asked = readAddress(url.replace(/^\{\{[^}]{1,100}\}\}/, "https://host.invalid"))?.searchParams;
  const said = [...(asked ?? []), ...headers].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const value = said && /^[\w,. -]{1,100}$/.test(said) ? said : required ? (example ?? schema.enum?.[0]) : "";
  return value ? [[name, String(value)]] : [];
}

/** The SellerId that the request had, where it is one or a variable for it. */
function sellerIdOf({ headers }: Sent) {
  const said = headers.find(([name]) => /^sellerid$/i.test(name))?.[1] ?? "";
  return /^[1-9]\d{0,11}$/.test(said) || isVariable(said) ? said : "{{sellerId}}";
}

function describe(old: unknown, line: string) {
  const said = typeof old === "string" ? old : textOf(asObject(old).content);
  return said ? `${said}\n\n${line}` : line;
}
