import { decodeJwt, type JWTPayload } from "jose";
import { type Facts, fine, type Judgement } from "./step";

/** How far two clocks may differ, in seconds. */
const skewSeconds = 60;

/** The audience that the Seller API asks for. */
const sellerApiAudience = "SELLER_MARKETPLACE-API";

/**
 * Looks into the token (RFC 7519). A token that is no JWT is the issuer's business and passes; a JWT that is over
 * or not yet begun when it arrives cannot work.
 */
export function judgeClaims(token: string, at: Date): Judgement {
  const claims = readClaims(token);
  if (!claims) return fine({ opaque: "1" });
  const seconds = Math.floor(at.getTime() / 1000);
  const { exp, iat, nbf } = claims;
  if (isTime(exp) && exp + skewSeconds < seconds) return wrong("exp", exp - seconds);
  const begin = Math.max(isTime(iat) ? iat : 0, isTime(nbf) ? nbf : 0);
  if (begin > seconds + skewSeconds) return wrong("iat", begin - seconds);
  const lifeSeconds = isTime(exp) && isTime(iat) ? String(exp - iat) : "";
  return fine({ issuer: String(claims.iss ?? ""), lifeSeconds });
}

/** What a token says of where it comes from, what for, and what it may do. "" for what it does not say. */
export type TokenSays = { issuer: string; audience: string[]; roles: string[] } | null;

/** Reads what matters when a call was refused; null for a token that is no JWT. */
export function readToken(token: string): TokenSays {
  const claims = readClaims(token);
  if (!claims) return null;
  const access = claims.resource_access as Record<string, { roles?: unknown }> | undefined;
  const roles = Object.values(access ?? {}).flatMap((one) => (Array.isArray(one?.roles) ? one.roles : []));
  return {
    issuer: String(claims.iss ?? ""),
    audience: [claims.aud ?? []].flat().map(String),
    roles: roles.map(String),
  };
}

/** Why the API may have called the token invalid: meant for another API, issued elsewhere, or nothing to be seen. */
export function judgeOrigin(says: TokenSays, expectedIssuer: string, facts: Facts): Judgement {
  if (says && says.audience.length > 0 && !says.audience.includes(sellerApiAudience)) {
    return { code: "auth.wrong_audience", facts: { ...facts, audience: says.audience.join(", ") } };
  }
  if (says && says.issuer !== expectedIssuer) {
    const told = { issuer: says.issuer, expectedIssuer, confidence: "certain" };
    return { code: "auth.wrong_issuer", facts: { ...facts, ...told } };
  }
  return { code: "auth.wrong_issuer", facts };
}

/** The issuer that belongs to a token address: what stands before `/protocol/...`. */
export const issuerOf = (tokenUrl: string) => tokenUrl.replace(/\/protocol\/openid-connect\/token$/, "");

function readClaims(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const wrong = (claim: string, seconds: number): Judgement => ({
  code: "token.clock_skew",
  facts: { claim, offSeconds: String(Math.abs(seconds)) },
});
