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
