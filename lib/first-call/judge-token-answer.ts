import type { Answer } from "./exchange";
import { judgeHttp, readObject, textOf, unreadable, waitOf } from "./judge-http";
import { fine, type Judgement } from "./step";

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
  const facts = { status: String(answer.status), error, detail: textOf(body, "error_description") };
  if (answer.status === 429) return { code: "token.rate_limited", facts: { ...facts, ...waitOf(answer) } };
  if (!body) return unreadable(answer);
  if (error === "invalid_client") return { code: "token.client_unknown", facts };
  if (error === "unauthorized_client") return { code: "token.secret_wrong", facts };
  if (answer.status !== 200 || error) return { code: "unknown", facts };
  const token = body.access_token;
  // A value that no header can carry is no token either (RFC 6750 2.1).
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,16000}$/.test(token)) {
    return { code: "api.body_unreadable", facts: { status: "200", why: "no_token" } };
  }
  return { ...fine({ status: "200", lifeSeconds: numberOf(body.expires_in) }), token };
}

const numberOf = (value: unknown) => (Number.isInteger(value) ? String(value) : "");
