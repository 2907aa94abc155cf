/** What each problem says. The codes and their statuses are part of the contract. */
const problems = {
  invalid_request: [400, "Invalid request", "Send the token once, in the Authorization header."],
  invalid_parameter: [400, "Invalid parameter", "A parameter has a value this route does not know."],
  invalid_body: [400, "Invalid body", "The body is not a JSON object."],
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
  token_invalid: [
    401,
    "Token invalid",
    "This is not an access token for this API. A token from before it was switched on is none: ask for a new one.",
  ],
  not_allowed: [
    403,
    "Not allowed",
    "The portal API is for clients of partners and aggregators that have it switched on, on the client's page.",
  ],
  not_found: [404, "Not found", "There is no such thing here, or it is not yours."],
  method_not_allowed: [405, "Method not allowed", "This route takes other methods; see the Allow header."],
  already_linked: [409, "Already linked", "This client is linked to this seller account already."],
  taken: [
    409,
    "Taken",
    "A request of this client to this addressee is open already. Withdraw it first, or wait for its answer.",
  ],
  expired: [409, "Too late", "It was accepted, declined or withdrawn before. Nothing was changed."],
  limit: [409, "Limit reached", "There is no room for another one. Nothing was changed."],
  length_required: [411, "Length required", "Send the length of the body: Content-Length."],
  too_large: [413, "Too large", "The request is larger than this API takes."],
  unsupported_media_type: [415, "Unsupported media type", "Send application/json."],
  validation_failed: [422, "Validation failed", "Some fields need another look. Nothing was changed."],
  idempotency_mismatch: [
    422,
    "Idempotency mismatch",
    "This Idempotency-Key was used for another request. Nothing was changed.",
  ],
  quota_exceeded: [429, "Quota exceeded", "Too many calls. Wait as long as Retry-After says."],
  internal_error: [500, "Internal error", "Something failed on our side."],
  unavailable: [503, "Unavailable", "This API is not available right now. Try again shortly."],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof problems;

/** Every code with its status, for the description of the API. */
export const problemStatuses = Object.entries(problems).map(([code, [status]]) => ({ code, status }));

type More = {
  headers?: Record<string, string>;
  /** Field -> what is wrong with it; every 400 and 422 has it. */
  errors?: Record<string, string[]>;
  /** Where there is more to say than the code's own sentence. */
  detail?: string;
};

/** A call that is refused, as a value: its code and what is to be said with it. */
export type Refused = More & { code: ProblemCode };

const challenges: Partial<Record<ProblemCode, string>> = {
  invalid_request: ', error="invalid_request"',
  token_missing: "",
  token_expired: ', error="invalid_token"',
  token_revoked: ', error="invalid_token"',
  token_invalid: ', error="invalid_token"',
};

/** What every answer of the portal API carries. */
export const apiHeaders = { "Cache-Control": "no-store", Vary: "Authorization" };

/** The body of a problem (RFC 9457). It repeats nothing the caller sent but the path. */
export function problemBody({ code, errors, detail }: Refused, path: string, requestId: string) {
  const [status, title, usual] = problems[code];
  const fields = status === 400 || status === 422 ? { errors: errors ?? {} } : {};
  const type = `/guide/errors/${code}`;
  return {
    type,
    title,
    status,
    detail: detail ?? usual,
    instance: path,
    code,
    traceId: requestId,
    ...fields,
  };
}

/** A problem as an answer; 401 and 400 about the token carry the challenge of RFC 6750 3. */
export function tellProblem(refused: Refused, path: string, requestId: string) {
  const body = problemBody(refused, path, requestId);
  const challenge = challenges[refused.code];
  const headers = {
    "Content-Type": "application/problem+json",
    ...apiHeaders,
    ...(challenge === undefined ? {} : { "WWW-Authenticate": `Bearer realm="maas"${challenge}` }),
    ...refused.headers,
  };
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
