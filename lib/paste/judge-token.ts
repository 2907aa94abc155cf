import type { Judgement } from "../first-call/step";
import { fine } from "../first-call/step";
import type { TokenSeen } from "./read-tokens";

/** What could be shown of a pasted token's signature. */
export type Signature = "good" | "bad" | "foreign_key" | "not_checked";

/** How far two clocks may differ, in seconds. */
const skewSeconds = 60;
const audience = "SELLER_MARKETPLACE-API";

type Known = { at: Date; issuer: string; signature: Signature; isRevoked: boolean };

/** What the Seller API would say of a token that somebody pasted, and why, in the order in which it asks. */
export function judgeToken(
  { claims, isWhole }: TokenSeen,
  { at, issuer, signature, isRevoked }: Known,
): Judgement {
  if (!claims || !isWhole) return { code: "auth.quoted_or_cut", facts: {} };
  const seconds = Math.floor(at.getTime() / 1000);
  const { exp, iat, nbf, iss, typ } = claims;
  if (typ === "ID" || (typ !== "Bearer" && ("at_hash" in claims || "nonce" in claims)))
    return { code: "auth.id_token", facts: {} };
  const told = { issuer: typeof iss === "string" ? iss : "", expectedIssuer: issuer };
  if (iss !== issuer) return { code: "auth.wrong_issuer", facts: { ...told, confidence: "certain" } };
  if (signature === "bad" || signature === "foreign_key") return { code: "auth.wrong_issuer", facts: {} };
  if (isTime(exp) && exp <= seconds) return { code: "auth.expired", facts: {} };
  const begin = Math.max(isTime(iat) ? iat : 0, isTime(nbf) ? nbf : 0);
  if (begin > seconds + skewSeconds)
    return { code: "token.clock_skew", facts: { claim: "iat", offSeconds: String(begin - seconds) } };
  const meant = audiencesOf(claims);
  if (!meant.includes(audience))
    return { code: "auth.wrong_audience", facts: { audience: meant.join(", ") } };
  if (isRevoked) return { code: "auth.expired", facts: { revoked: "1" } };
  if (rolesOf(claims).length === 0)
    return { code: "auth.role_missing", facts: { role: "SELLERS_GET", roles: "" } };
  return fine();
}

/** Whom the token is meant for. */
export const audiencesOf = ({ aud }: Record<string, unknown>) =>
  [aud ?? []]
    .flat()
    .filter((one): one is string => typeof one === "string")
    .slice(0, 20);

/** What it may do on the Seller API. */
export function rolesOf(claims: Record<string, unknown>): string[] {
  const access = claims.resource_access as Record<string, { roles?: unknown }> | undefined;
  const roles = access?.[audience]?.roles;
  return Array.isArray(roles) ? roles.filter((role) => typeof role === "string").slice(0, 60) : [];
}

/** A time of a claim (RFC 7519 2) that a date can hold. */
export const isTime = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e12;
