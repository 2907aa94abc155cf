import type { IncomingMessage } from "node:http";

/** The value of one cookie as it was sent; the first counts. */
export function readCookie({ headers }: IncomingMessage, name: string) {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([key]) => key === name)?.[1];
}
