import type { Answer } from "./exchange";
import { judgeHttp, readObject, textOf, unreadable, waitOf } from "./judge-http";
import { type Facts, fine, type Judgement } from "./step";
import type { VerdictCode } from "./verdicts";

/** What the endpoint says by its status alone. */
const statuses: Record<number, VerdictCode> = {
  404: "token.realm_404",
  405: "token.method",
  415: "token.media_type",
  429: "token.rate_limited",
};

/** What it says by the error of RFC 6749 5.2, where no word beside it says more. */
const errors: Record<string, VerdictCode> = {
  invalid_client: "token.client_unknown",
  unauthorized_client: "token.secret_wrong",
  unsupported_grant_type: "token.grant_wrong",
};

/** What it says by the words beside the error. */
const words: [RegExp, VerdictCode][] = [
  [/service account/i, "token.no_service_account"],
  [/\bclient disabled\b/i, "token.client_suspended"],
  [/\bmissing form parameter: grant_type\b/i, "token.grant_missing"],
];

/**
 * Reads the token endpoint's answer (RFC 6749 5.1 and 5.2). What the wire keeps apart stays apart and nothing more:
 * `invalid_client` is "unknown, suspended or deleted", `unauthorized_client` "wrong, expired or retired".
 */
export function judgeTokenAnswer(answer: Answer): Judgement & { token: string } {
  return { token: "", ...(judgeHttp(answer) ?? judgeBody(answer)) };
}

function judgeBody(answer: Answer): Judgement & { token?: string } {
  const body = readObject(answer);
  const error = textOf(body, "error");
  const detail = textOf(body, "error_description");
  const facts: Facts = { status: String(answer.status), error, detail };
  const [, said] = words.find(([pattern]) => answer.status !== 200 && pattern.test(detail)) ?? [];
  const code = said ?? statuses[answer.status] ?? errors[error];
  if (code) return { code, facts: { ...facts, ...waitOf(answer), ...allowOf(answer) } };
  if (!body) return unreadable(answer);
  if (answer.status !== 200 || error) return { code: "unknown", facts };
  const token = body.access_token;
  // A value that no header can carry is no token either (RFC 6750 2.1).
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,16000}$/.test(token)) {
    return { code: "api.body_unreadable", facts: { status: "200", why: "no_token" } };
  }
  return { ...fine({ status: "200", lifeSeconds: numberOf(body.expires_in) }), token };
}

/** The methods that a 405 names (RFC 9110 15.5.6). */
export function allowOf({ status, headers }: Answer): Facts {
  return status === 405 && headers.allow ? { allow: headers.allow } : {};
}

const numberOf = (value: unknown) => (Number.isInteger(value) ? String(value) : "");
