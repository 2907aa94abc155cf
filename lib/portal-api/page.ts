import type { Refused } from "./problem";

const usualLimit = 50;
const mostLimit = 200;

/** How many were asked for, and behind which; or what is wrong with the question. */
export type Page = { ok: true; limit: number; after: string[] | null } | { ok: false; refused: Refused };

/**
 * Reads `limit` and `after`. A cursor is opaque: `kind` and its parts, of which each must have the shape of `part`,
 * so that one of another list is refused.
 */
export function readPage(query: URLSearchParams, kind: string, part: RegExp, parts: number): Page {
  const wrong = (name: string, sentence: string): Page => ({
    ok: false,
    refused: { code: "invalid_parameter", errors: { [name]: [sentence] } },
  });
  const limit = query.get("limit") ?? String(usualLimit);
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > mostLimit)
    return wrong("limit", `A whole number from 1 to ${mostLimit}.`);
  const cursor = query.get("after");
  if (cursor === null || cursor === "") return { ok: true, limit: Number(limit), after: null };
  const [found, ...after] = Buffer.from(cursor.slice(0, 200), "base64url").toString("latin1").split(":");
  const fits = found === kind && after.length === parts && after.every((text) => part.test(text));
  return fits
    ? { ok: true, limit: Number(limit), after }
    : wrong("after", "Take this from `next` of an earlier answer.");
}

/** The cursor behind an item. */
export function cursorOf(kind: string, ...parts: (string | number)[]) {
  return Buffer.from([kind, ...parts].join(":"), "latin1").toString("base64url");
}
