import { type Found, nothing } from "./finding";

type Json = Record<string, unknown>;

/** A JWT as it was pasted: its two readable parts, and whether it is whole. It proves nothing yet. */
export type TokenSeen = { raw: string; header: Json; claims: Json | null; isWhole: boolean };

const most = 3;

/** The tokens in a text, at most three, each once. One that is alone may be broken over lines or stand in quotes. */
export function findTokens(text: string): TokenSeen[] {
  const alone = text.trim().replace(/^(?:Authorization:\s{0,5})?(?:Bearer\s{1,5})?/i, "");
  if (/^["'`]?eyJ[\w.\-\s"'`]+$/.test(alone)) {
    const raw = alone.replace(/[\s"'`]+/g, "");
    const seen = readToken(raw);
    // Only a line break or a quote inside is damage; those around it are of the paste.
    const isBroken = /[\s"'`]/.test(alone.replace(/^["'`]|["'`]$/g, "").trim());
    if (seen && (!isBroken || raw.split(".").length <= 3))
      return [{ ...seen, isWhole: seen.isWhole && !isBroken }];
  }
  const seen = new Map<string, TokenSeen>();
  for (const [run] of text.matchAll(/[\w.-]{20,}/g)) {
    const raw = run.replace(/^[.-]{1,20}/, "").replace(/\.$/, "");
    const token = raw.startsWith("eyJ") ? readToken(raw) : null;
    if (token) seen.set(raw, token);
    if (seen.size === most) break;
  }
  return [...seen.values()];
}

/** A text with a token in it is one; what is wrong with the token is judged where its keys are known. */
export const readTokens = (text: string): Found =>
  findTokens(text).length > 0 ? { ...nothing, kinds: ["token"] } : nothing;

function readToken(raw: string): TokenSeen | null {
  const [head = "", body = "", signature = "", ...more] = raw.split(".");
  const header = readPart(head);
  if (!header || !("alg" in header || "typ" in header || "kid" in header)) return null;
  const claims = readPart(body);
  return {
    raw,
    header,
    claims,
    isWhole: claims !== null && signature.length >= shortestOf(header.alg) && more.length === 0,
  };
}

function readPart(part: string): Json | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

/** RSA keys have 2048 bits at least (RFC 7518 3.3), so that a shorter signature was cut. */
const shortestOf = (alg: unknown) => (/^(?:RS|PS)/.test(String(alg)) ? 342 : 43);
