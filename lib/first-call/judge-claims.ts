import { decodeJwt, type JWTPayload } from "jose";
import { fine, type Judgement } from "./step";

/** How far two clocks may differ, in seconds. */
const skewSeconds = 60;

/**
 * Looks into the token (RFC 7519). A token that is no JWT is the issuer's business and passes; a JWT that is over
 * or not yet begun when it arrives cannot work.
 */
export function judgeClaims(token: string, at: Date): Judgement {
  const claims = readClaims(token);
  if (!claims) return fine({ opaque: "1" });
  const seconds = Math.floor(at.getTime() / 1000);
  const { exp, iat, nbf } = claims;
  if (exp !== undefined && exp + skewSeconds < seconds) return wrong("exp", exp - seconds);
  const begin = Math.max(iat ?? 0, nbf ?? 0);
  if (begin > seconds + skewSeconds) return wrong("iat", begin - seconds);
  const lifeSeconds = exp !== undefined && iat !== undefined ? String(exp - iat) : "";
  return fine({ issuer: String(claims.iss ?? ""), lifeSeconds });
}

function readClaims(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

const wrong = (claim: string, seconds: number): Judgement => ({
  code: "unknown",
  facts: { claim, offSeconds: String(Math.abs(seconds)) },
});
