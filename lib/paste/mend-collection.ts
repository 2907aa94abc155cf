import type { Addresses } from "./finding";
import { readAddress, retiredHostIn } from "./hosts";
import { serviceOf } from "./judge-answer";
import { asObject, itemsOf, listOf, sentOf, textOf } from "./read-collection";
import { replaceRequest } from "./replace-request";
import { keepOldRequest, writeNewRequest } from "./write-new-request";

type Json = Record<string, unknown>;

const secretName =
  /secret|passw|subscription-key|api[-_]?key|(?:access|refresh|id|bearer)[-_]?token|^token$/i;
const obsolete = /^ocp-apim-subscription-key$/i;
const deepest = 60;
const ourSecret = /mps_(?:test|live)_[0-9A-Za-z]{6,}/g;
const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/** What is put in the place of old addresses, and the values that must be found nowhere in the result. */
type Known = { addresses: Addresses; secrets: string[] };
/** A shorter value may be a word of the file as well. */
const shortest = 6;

/**
 * The same file as it should be, in format 2.1: requests of former interfaces replaced by today's calls, today's
 * addresses, no obsolete header, certificates checked, the grant that API clients have, and every secret and token
 * emptied, so that the result can be shown and shared.
 */
export function mendCollection(parsed: unknown, addresses: Addresses, hidden: Set<string>): Json | null {
  const known: Known = { addresses, secrets: [...hidden].filter(({ length }) => length >= shortest) };
  const wrapped = asObject(parsed);
  const source = asObject(copy(wrapped.collection ?? wrapped.environment ?? parsed, 0));
  if (Array.isArray(source.values)) return mendEnvironment(source, known);
  const file = Array.isArray(source.requests) ? toFormat2(source) : source;
  if (!Array.isArray(file.item)) return null;
  // What the whole file says of the token goes for its new requests as well.
  const isGiven = /^(?:bearer|oauth2)$/.test(textOf(asObject(file.auth).type));
  for (const { item } of itemsOf(file)) mendItem(item, addresses, isGiven);
  return asObject(clean(file, known));
}

/** A copy to work on. What is nested beyond reason is left out, so that nothing below runs out of stack. */
function copy(value: unknown, depth: number): unknown {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((one) => copy(one, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner, depth + 1)]));
}

function mendEnvironment(file: Json, known: Known): Json {
  const values = listOf(file.values)
    .map(asObject)
    .filter((value) => !/subscription-?key/i.test(textOf(value.key)))
    .map((value) => (isSecretPlace(textOf(value.key)) ? { ...value, value: "", type: "secret" } : value));
  return asObject(clean({ ...file, values }, known));
}

function mendItem(item: Json, addresses: Addresses, isGiven: boolean) {
  if (typeof item.request === "string") item.request = { method: "GET", url: item.request };
  const request = asObject(item.request);
  const sent = sentOf(request);
  const { path, insteadId } = replaceRequest(sent, addresses);
  const was = `${sent.method} ${path}`;
  if (insteadId) return writeNewRequest(item, { was, insteadId, sent, addresses, isGiven });
  if (insteadId === "") keepOldRequest(item, was);
  const raw = typeof request.url === "string" ? request.url : textOf(asObject(request.url).raw);
  // What is retired are hosts of tokens. One text is taken apart again when it is imported.
  const isRetired = retiredHostIn(raw) !== "";
  if (isRetired) request.url = addresses.tokenUrl;
  const isToken = isRetired || /openid-connect|\/token\b|oauth/i.test(raw);
  const headers = listOf(request.header)
    .map(asObject)
    .filter(({ key }) => !obsolete.test(textOf(key)));
  if (
    insteadId === null &&
    serviceOf(raw, addresses) === "call" &&
    !headers.some(({ key }) => /^sellerid$/i.test(textOf(key)))
  )
    headers.push({ key: "SellerId", value: "{{sellerId}}" });
  if (headers.length > 0 || Array.isArray(request.header)) request.header = headers;
  for (const holder of [item, request]) {
    const behaviour = asObject(holder.protocolProfileBehavior);
    if (behaviour.strictSSL === false) holder.protocolProfileBehavior = { ...behaviour, strictSSL: true };
  }
  const form = asObject(request.body);
  if (isToken && Array.isArray(form.urlencoded)) form.urlencoded = mendGrant(form.urlencoded.map(asObject));
}

/** A client has no user: what the password grant sent goes. */
function mendGrant(fields: Json[]) {
  return fields
    .filter(({ key }) => !/^(?:username|password|refresh_token)$/.test(textOf(key)))
    .map((field) => {
      if (field.key === "grant_type" && !textOf(field.value).startsWith("{{"))
        return { ...field, value: "client_credentials" };
      return field.key === "client_secret" ? { ...field, value: "{{clientSecret}}" } : field;
    });
}

/** Every text of the file: no retired host, no secret, no token. */
function clean(value: unknown, known: Known): unknown {
  if (typeof value === "string") return cleanText(value, known);
  if (Array.isArray(value)) return value.map((one) => clean(one, known));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (typeof inner === "string" && isSecretPlace(name) && !inner.startsWith("{{")) return [name, ""];
    return [name, clean(inner, known)];
  });
  const result: Json = Object.fromEntries(entries);
  // Pairs of Postman name their own place.
  if (typeof result.key === "string" && typeof result.value === "string") {
    if (isSecretPlace(result.key) && !result.value.startsWith("{{")) result.value = "";
    else if (/^authorization$/i.test(result.key))
      result.value = result.value.replace(/^(Bearer|Basic)\s.*$/is, "Bearer {{accessToken}}");
  }
  if (result.strictSSL === false) result.strictSSL = true;
  return result;
}

const isSecretPlace = (name: string) => secretName.test(name) && !/url|endpoint|type|name$/i.test(name);

function cleanText(text: string, { addresses, secrets }: Known) {
  const host = new URL(addresses.tokenUrl).host;
  let result = secrets
    .reduce((left, secret) => left.replaceAll(secret, ""), text)
    .replace(ourSecret, "")
    .replace(/[\w.-]{20,}/g, (run) => (run.includes("eyJ") && run.includes(".") ? "" : run));
  if (retiredHostIn(result)) result = mendAddress(result, addresses, host);
  return result.replace(/\b(client_secret|password|access_token)=[^&\s"'{]{1,4096}/gi, "$1=");
}

/** Each address of a retired host in a text becomes today's token address, a bare host its host. */
function mendAddress(text: string, { tokenUrl }: Addresses, host = new URL(tokenUrl).host) {
  const addresses = text.replace(/https?:\/\/[^\s"'`<>]{1,2000}/gi, (found) =>
    retiredHostIn(readAddress(found)?.host ?? "") ? tokenUrl : found,
  );
  let result = addresses;
  for (let old = retiredHostIn(result); old; old = retiredHostIn(result))
    result = result.replace(new RegExp(old.replaceAll(".", "\\."), "i"), host);
  return result;
}

/** A collection of format 1 as one of 2.1, which every version since imports. */
function toFormat2(old: Json): Json {
  const item = listOf(old.requests)
    .map(asObject)
    .map((request) => {
      const header = textOf(request.headers)
        .split("\n", 100)
        .flatMap((line) => {
          const colon = line.indexOf(":");
          return colon > 0 ? [{ key: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
        });
      const raw = textOf(request.rawModeData);
      const fields = listOf(request.data);
      const body = raw
        ? { mode: "raw", raw }
        : fields.length > 0
          ? {
              mode: request.dataMode === "params" ? "formdata" : "urlencoded",
              [request.dataMode === "params" ? "formdata" : "urlencoded"]: fields,
            }
          : undefined;
      const { name, method, url } = request;
      return { name, request: { method, url, header, ...(body && { body }) } };
    });
  return { info: { name: textOf(old.name) || "Collection", schema }, item };
}
