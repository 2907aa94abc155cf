import type { Answer } from "./exchange";
import { judgeHttp, readObject, textOf, unreadable, waitOf } from "./judge-http";
import type { Operation } from "./operations";
import { type Facts, fine, type Judgement } from "./step";
import type { VerdictCode } from "./verdicts";

const problems: Record<string, VerdictCode> = {
  seller_not_granted: "seller.not_linked",
  seller_id_missing: "seller.bad_format",
  seller_id_duplicate: "seller.bad_format",
  seller_id_malformed: "seller.bad_format",
};

/** Reads status and problem (RFC 9457) of the Seller API's answer. A 2xx passes; its body is `judgeShape`'s. */
export function judgeCallAnswer(answer: Answer): Judgement {
  const early = judgeHttp(answer);
  if (early) return early;
  if (answer.status >= 200 && answer.status < 300) return fine({ status: String(answer.status) });
  const body = readObject(answer);
  const error = textOf(body, "code");
  const facts: Facts = { status: String(answer.status), error, detail: textOf(body, "detail") };
  if (answer.status === 429) return judgeQuota(answer, facts);
  return { code: problems[error] ?? "unknown", facts };
}

/** A used-up quota that names itself belongs to a test seller; a bare 429 is the API's own brake. */
function judgeQuota(answer: Answer, facts: Facts): Judgement {
  const spent = /"seller"\s*;\s*r=0\b/.test(answer.headers.ratelimit ?? "");
  return { code: spent ? "seller.open_quota" : "api.rate_limited", facts: { ...facts, ...waitOf(answer) } };
}

/** Whether a good answer's body is what the operation promises. */
export function judgeShape(answer: Answer, { shape }: Operation): Judgement {
  const status = String(answer.status);
  const body = readObject(answer);
  if (!body) return unreadable(answer);
  const missing = Object.entries(shape).find(([name, kind]) =>
    kind === "integer" ? !Number.isInteger(body[name]) : typeof body[name] !== "string",
  );
  if (missing) return { code: "api.body_unreadable", facts: { status, why: "shape", field: missing[0] } };
  return fine({ status, shopName: textOf(body, "shop_name") });
}

/** The id under which the other side finds this call in its own log. */
export function traceIdOf(answer: Answer) {
  return textOf(readObject(answer), "traceId") || (answer.headers["x-request-id"] ?? "");
}
