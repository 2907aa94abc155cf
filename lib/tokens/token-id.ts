import { newId } from "../id";

const mark = "trrtcc:";

/** A `jti` for a token made at this millisecond. */
export function makeTokenId(atMs: number): string {
  return `${mark}${newId(atMs)}`;
}

/**
 * When a token was made, in milliseconds: its id carries the moment, while `iat` counts whole seconds and could not
 * tell which side of a cut within one second it lies on.
 */
export function tokenMadeAt(claims: { jti: string; iat: number }): number {
  const [, high, low] = /^trrtcc:([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(claims.jti) ?? [];
  return high && low ? Number.parseInt(high + low, 16) : claims.iat * 1000;
}
