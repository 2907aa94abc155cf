import type { VerdictCode } from "@/lib/first-call/verdicts";

/** The Seller API's own codes: the status of each, and the diagnosis that says more about it. */
export const problems = {
  bad_request: { status: 400 },
  request_timeout: { status: 408 },
  too_large: { status: 413 },
  not_found: { status: 404, verdict: "api.path_404" },
  method_not_allowed: { status: 405, verdict: "api.method_405" },
  invalid_request: { status: 400 },
  token_missing: { status: 401, verdict: "auth.missing" },
  token_expired: { status: 401, verdict: "auth.expired" },
  token_revoked: { status: 401 },
  token_invalid: { status: 401 },
  insufficient_scope: { status: 403, verdict: "auth.role_missing" },
  seller_id_missing: { status: 400, verdict: "seller.header_missing" },
  seller_id_duplicate: { status: 400 },
  seller_id_malformed: { status: 400, verdict: "seller.bad_format" },
  seller_not_granted: { status: 403, verdict: "seller.not_linked" },
  quota_exceeded: { status: 429, verdict: "api.rate_limited" },
  invalid_parameter: { status: 400, verdict: "api.validation" },
  invalid_body: { status: 400 },
  conflict: { status: 409, verdict: "api.conflict" },
  unsupported_media_type: { status: 415, verdict: "api.media_415" },
  validation_failed: { status: 422, verdict: "api.validation" },
  not_acceptable: { status: 406, verdict: "api.accept_406" },
  internal_error: { status: 500, verdict: "api.server" },
  bad_gateway: { status: 502, verdict: "api.gateway" },
  unavailable: { status: 503, verdict: "api.gateway" },
} as const satisfies Record<string, { status: number; verdict?: VerdictCode }>;

export type ProblemCode = keyof typeof problems;

/** The codes that no diagnosis speaks for: they have words of their own. */
export type LoneProblem = {
  [Code in ProblemCode]: (typeof problems)[Code] extends { verdict: VerdictCode } ? never : Code;
}[ProblemCode];

/** Whether a word from an address is a code of the Seller API. */
export const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
