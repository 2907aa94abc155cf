import { decodePairs } from "./read-form";

/** Credentials out of an Authorization header, each part percent-decoded (RFC 6749 2.3.1). */
export type Basic = { clientId: string; secret: string };

/**
 * Reads HTTP Basic (RFC 7617), the scheme in any case. `undefined` when the header is of another scheme,
 * `"malformed"` when it is Basic and cannot be read.
 */
export function readBasic(header: string | undefined): Basic | "malformed" | undefined {
  const [, encoded] = /^basic(?: +(.*))?$/i.exec(header ?? "") ?? [undefined, null];
  if (encoded === null) return undefined;
  if (!encoded || !/^[\w+/-]+={0,2}$/.test(encoded)) return "malformed";
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon < 0) return "malformed";
  return { clientId: decode(decoded.slice(0, colon)), secret: decode(decoded.slice(colon + 1)) };
}

/** As in a form, except that `&` and `=` are ordinary here. */
function decode(text: string) {
  return decodePairs(`v=${text.replaceAll("&", "%26")}`).get("v") ?? "";
}
