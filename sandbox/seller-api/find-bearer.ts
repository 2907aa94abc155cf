import type { IncomingHttpHeaders } from "node:http";
import { readMediaType } from "../token/media-type";
import { readForm } from "../token/read-form";

/** Where a call carries its token: once in the header, nowhere, or in a way that is refused. */
export type Bearer = { token: string } | "missing" | "misplaced";

/**
 * Finds the access token (RFC 6750 2). Only the Authorization header counts; one in the query string, or two at
 * once, is refused, because addresses end up in logs.
 */
export function findBearer(headers: string[], query: string): Bearer {
  if (headers.length > 1 || new URLSearchParams(query).has("access_token")) return "misplaced";
  const [, token = ""] = /^bearer +(.*)$/i.exec(headers[0] ?? "") ?? [];
  return token === "" ? "missing" : { token };
}

/** Whether a call brings a form, in which a second token may stand. Without a length or chunks there is no body. */
export function bringsForm(headers: IncomingHttpHeaders) {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  return hasBody && readMediaType(headers["content-type"]) === "form";
}

/** Whether a form holds an access token. Alone it counts for nothing here: reading calls take no token from a body. */
export function holdsToken(form: Buffer) {
  return readForm(form).fields.has("access_token");
}
