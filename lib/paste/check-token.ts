import { verify } from "node:crypto";
import type { Claims } from "../tokens/claims";
import { findCaller } from "../tokens/find-caller";
import { findKey } from "../tokens/key-ring";
import type { Signature } from "./judge-token";
import type { TokenSeen } from "./read-tokens";

/**
 * Checks a pasted token's signature against the keys this portal's issuer publishes (RFC 7517). The algorithm is fixed,
 * and nothing else in the header is believed. Keys that cannot be had leave it `not_checked`.
 */
export async function checkToken({ raw, header }: TokenSeen): Promise<Signature> {
  const [head = "", body = "", signature = ""] = raw.split(".");
  if (header.alg !== "RS256" || typeof header.kid !== "string") return "foreign_key";
  try {
    const key = await findKey(header.kid);
    if (!key) return "foreign_key";
    const signed = Buffer.from(`${head}.${body}`);
    return verify("RSA-SHA256", signed, key.publicKey, Buffer.from(signature, "base64url")) ? "good" : "bad";
  } catch {
    return "not_checked";
  }
}

/** Whether the API would no longer take a token whose signature is good. */
export async function isTokenRevoked(claims: Record<string, unknown>): Promise<boolean> {
  try {
    return (await findCaller(claims as unknown as Claims, null))?.isRevoked ?? true;
  } catch {
    return false;
  }
}
