import { hash, verify } from "node:crypto";
import { now } from "../clock";
import { type Claims, issuer, sellerApiAudience } from "./claims";
import { findKey } from "./key-ring";

/** A token that is ours and alive, or why it is not. Whether its client may still use it, is another question. */
export type Verified =
  | { ok: true; claims: Claims }
  | { ok: false; reason: "token_invalid" | "token_expired" };

const aheadSeconds = 60;
const mostKept = 10_000;
const part = /^[\w-]+$/;
const invalid: Verified = { ok: false, reason: "token_invalid" };

// Signatures seen to be good, by the token's digest, so that a dump of this process holds no token for reuse.
const kept = new Map<string, { kid: string; claims: Claims }>();

/**
 * Judges an access token (RFC 7519 7.2, RFC 8725): the algorithm is fixed, the key is found by its exact kid among
 * the published ones, and nothing else in the header is believed. Only a good signature can be `token_expired`.
 */
export async function verifyToken(token: string): Promise<Verified> {
  const digest = hash("sha256", token, "base64url");
  const known = kept.get(digest);
  if (known && (await findKey(known.kid))) return judgeClaims(known.claims);

  const [head = "", body = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || ![head, body, signature].every((text) => part.test(text))) return invalid;
  const header = readJson(head);
  if (header?.alg !== "RS256" || typeof header.kid !== "string" || "crit" in header) return invalid;
  const key = await findKey(header.kid);
  if (!key) return invalid;
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify("RSA-SHA256", signed, key.publicKey, Buffer.from(signature, "base64url"))) return invalid;

  const claims = readJson(body) as Claims | undefined;
  if (!claims) return invalid;
  const judged = judgeClaims(claims);
  if (judged.ok) keep(digest, { kid: key.kid, claims });
  return judged;
}

function judgeClaims(claims: Claims): Verified {
  const seconds = now().getTime() / 1000;
  if (!Number.isInteger(claims.exp) || !Number.isInteger(claims.iat)) return invalid;
  if (claims.exp <= seconds) return { ok: false, reason: "token_expired" };
  const ours = claims.iss === issuer() && claims.typ === "Bearer" && claims.iat <= seconds + aheadSeconds;
  const forUs = Array.isArray(claims.aud) && claims.aud.includes(sellerApiAudience);
  return ours && forUs && typeof claims.sub === "string" ? { ok: true, claims } : invalid;
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function keep(digest: string, entry: { kid: string; claims: Claims }) {
  if (kept.size >= mostKept) {
    const [oldest] = kept.keys();
    if (oldest) kept.delete(oldest);
  }
  kept.set(digest, entry);
}
