import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from "jose";
import { exchange } from "./exchange";
import { readObject } from "./judge-http";

/** What could be shown of a token's signature. */
export type Signature = "good" | "bad" | "not_checked";

/** The keys are a side matter: they may cost so much of the run's time and no more. */
const keysDeadlineMs = 2000;

/**
 * Checks the token against the keys that its issuer publishes beside the token endpoint (RFC 7517). Keys that
 * cannot be had or read leave it `not_checked`; only keys that are there and disagree make it `bad`.
 */
export async function checkSignature(
  token: string,
  tokenUrl: string,
  signal: AbortSignal,
): Promise<Signature> {
  const url = keysUrl(tokenUrl);
  if (!url) return "not_checked";
  try {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(keysDeadlineMs)]);
    const answer = await exchange({ method: "GET", url, headers: {} }, soon);
    const keys = answer.status === 200 ? readObject(answer) : null;
    if (!keys) return "not_checked";
    await compactVerify(token, createLocalJWKSet(keys as unknown as JSONWebKeySet), {
      algorithms: ["RS256"],
    });
    return "good";
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? "bad" : "not_checked";
  }
}

/** `<issuer>/protocol/openid-connect/certs`, derived from the configured address, never from the token. */
function keysUrl(tokenUrl: string) {
  const url = new URL(tokenUrl);
  if (!url.pathname.endsWith("/protocol/openid-connect/token")) return null;
  url.pathname = url.pathname.replace(/token$/, "certs");
  url.search = "";
  return url.href;
}
