import type { Answer } from "../answer";
import type { Call } from "../call";

/** What each problem says. The codes and their statuses are part of the contract. */
const problems = {
  bad_request: [400, "Bad request", "This cannot be read as an HTTP request."],
  request_timeout: [408, "Request timeout", "The request did not arrive in time."],
  too_large: [413, "Too large", "The request is larger than this API takes."],
  not_found: [404, "Not found", "There is no such route."],
  method_not_allowed: [405, "Method not allowed", "This route takes other methods; see the Allow header."],
  invalid_request: [400, "Invalid request", "Send the token once, in the Authorization header."],
  token_missing: [401, "Token missing", "Send an access token: Authorization: Bearer <token>."],
  token_expired: [
    401,
    "Token expired",
    "This access token has run out. Ask for a new one and repeat the call.",
  ],
  token_revoked: [
    401,
    "Token revoked",
    "This access token was withdrawn, or its client is suspended or deleted.",
  ],
  token_invalid: [401, "Token invalid", "This is not an access token for this API."],
  insufficient_scope: [403, "Insufficient scope", "This access token does not allow this operation."],
  seller_id_missing: [
    400,
    "SellerId missing",
    "Say in the SellerId header which seller account you act for.",
  ],
  seller_id_duplicate: [400, "SellerId sent twice", "Send the SellerId header exactly once."],
  seller_id_malformed: [400, "SellerId malformed", "A SellerId is 1 to 12 digits without a leading zero."],
  seller_not_granted: [
    403,
    "Seller not granted",
    "No open link lets this client act for this seller account. Its owner can link the client in the portal.",
  ],
  quota_exceeded: [429, "Quota exceeded", "Too many calls. Wait as long as Retry-After says."],
  invalid_parameter: [400, "Invalid parameter", "A parameter has a value this route does not know."],
  invalid_body: [400, "Invalid body", "The body is not what this route takes: JSON of its own shape."],
  conflict: [
    409,
    "Conflict",
    "Another call changed this at the same moment. Read it again, then repeat the call.",
  ],
  unsupported_media_type: [
    415,
    "Unsupported media type",
    "Send the body with Content-Type: application/json.",
  ],
  validation_failed: [422, "Validation failed", "The body can be read, but does not fit what it is about."],
  not_acceptable: [406, "Not acceptable", "This route answers application/json."],
  internal_error: [500, "Internal error", "Something failed on our side."],
  bad_gateway: [502, "Bad gateway", "A server behind this one gave no usable answer."],
  unavailable: [503, "Unavailable", "This API is not available right now. Try again shortly."],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof problems;

type More = {
  /** Where one code stands for several statuses. */
  status?: 414 | 431;
  /** Where one code stands for several things. */
  detail?: string;
  headers?: Record<string, string>;
  /** Field -> what is wrong with it; every 400 and 422 has it. */
  errors?: Record<string, string[]>;
};

const challenges: Partial<Record<ProblemCode, string>> = {
  invalid_request: ', error="invalid_request"',
  token_missing: "",
  token_expired: ', error="invalid_token"',
  token_revoked: ', error="invalid_token"',
  token_invalid: ', error="invalid_token"',
  insufficient_scope: ', error="insufficient_scope"',
};

/** What every answer of the Seller API carries. */
export const sellerApiHeaders = { "Cache-Control": "no-store", Vary: "Authorization, SellerId" };

/**
 * A problem (RFC 9457) with its stable code; 401, 403 and 400 about the token carry the challenge of RFC 6750 3.
 * It repeats nothing the caller sent but the path.
 */
export function tellProblem(
  call: Pick<Call, "requestId" | "path">,
  code: ProblemCode,
  more: More = {},
): Answer {
  const [usual, title, detail] = problems[code];
  const status = more.status ?? usual;
  const challenge = challenges[code];
  const body = {
    type: `/guide/errors/${code}`,
    title,
    status,
    detail: more.detail ?? detail,
    instance: call.path,
    code,
    traceId: call.requestId,
    ...(status === 400 || status === 422 ? { errors: more.errors ?? {} } : {}),
  };
  const headers = {
    "Content-Type": "application/problem+json",
    ...sellerApiHeaders,
    ...(challenge === undefined ? {} : { "WWW-Authenticate": `Bearer realm="maas"${challenge}` }),
    ...more.headers,
  };
  return { status, headers, body: JSON.stringify(body) };
}
