import type { Answer } from "./exchange";
import { judgeOrigin, type TokenSays } from "./judge-claims";
import { judgeHttp, readObject, textOf, unreadable, waitOf } from "./judge-http";
import { allowOf } from "./judge-token-answer";
import { type Facts, fine, type Judgement } from "./step";
import type { VerdictCode } from "./verdicts";

/** The call that was answered, as far as its judge must know it. */
export type Asked = {
  operation: { id: string; path: string; paging?: string; role?: string; answer?: unknown };
  token: TokenSays;
  expectedIssuer: string;
};

type Judge = (facts: Facts, answer: Answer, asked: Asked) => Judgement;

const as =
  (code: VerdictCode, more: Facts = {}): Judge =>
  (facts) => ({ code, facts: { ...facts, ...more } });

/** What the API says by its own code. */
const problems: Record<string, Judge> = {
  seller_not_granted: as("seller.not_linked"),
  seller_id_missing: as("seller.header_missing"),
  seller_id_duplicate: as("seller.header_missing", { twice: "1" }),
  seller_id_malformed: as("seller.bad_format"),
  token_missing: as("auth.missing"),
  token_expired: as("auth.expired"),
  token_revoked: as("auth.expired", { revoked: "1" }),
  token_invalid: (facts, _answer, { token, expectedIssuer }) => judgeOrigin(token, expectedIssuer, facts),
  insufficient_scope: lacksRole,
  not_found: as("api.path_404", { confidence: "certain" }),
  method_not_allowed: as("api.method_405"),
  not_acceptable: as("api.accept_406"),
  unsupported_media_type: as("api.media_415"),
  invalid_parameter: refused,
  invalid_body: refused,
  validation_failed: refused,
  conflict: as("api.conflict"),
};

/** What it says by its status, where a gateway or another release answers without our codes. */
const statuses: Record<number, Judge> = {
  401: (facts, answer, { token, expectedIssuer }) =>
    /\binvalid_token\b/.test(answer.headers["www-authenticate"] ?? "")
      ? judgeOrigin(token, expectedIssuer, facts)
      : { code: "unknown", facts },
  403: (facts, answer, asked) =>
    asked.token && asked.operation.role && !asked.token.roles.includes(asked.operation.role)
      ? lacksRole(facts, answer, asked)
      : { code: "seller.not_linked", facts: { ...facts, confidence: "likely" } },
  404: judgeMissing,
  405: as("api.method_405"),
  406: as("api.accept_406"),
  409: as("api.conflict"),
  415: as("api.media_415"),
  422: refused,
};

/** Reads status and problem (RFC 9457) of the Seller API's answer. A 2xx passes; its body is `judgeShape`'s. */
export function judgeCallAnswer(answer: Answer, asked: Asked): Judgement {
  const early = judgeHttp(answer);
  if (early) return early;
  if (answer.status >= 200 && answer.status < 300) return fine({ status: String(answer.status) });
  const body = readObject(answer);
  const error = textOf(body, "code");
  const detail = textOf(body, "detail") || textOf(body, "message");
  const facts: Facts = { status: String(answer.status), error, detail, ...allowOf(answer) };
  if (answer.status === 429) return judgeQuota(answer, facts);
  const own = Object.hasOwn(problems, error) ? problems[error] : undefined;
  const judge = own ?? statuses[answer.status] ?? (fieldsOf(body).fields ? refused : undefined);
  return judge?.(facts, answer, asked) ?? { code: "unknown", facts };
}

/** A used-up quota that names itself belongs to a test seller; a bare 429 is the API's own brake. */
function judgeQuota(answer: Answer, facts: Facts): Judgement {
  const spent = /"seller"\s*;\s*r=0\b/.test(answer.headers.ratelimit ?? "");
  return { code: spent ? "seller.open_quota" : "api.rate_limited", facts: { ...facts, ...waitOf(answer) } };
}

function lacksRole(facts: Facts, _answer: Answer, { token, operation }: Asked): Judgement {
  const { role = "" } = operation;
  return { code: "auth.role_missing", facts: { ...facts, role, roles: token?.roles.join(", ") ?? "" } };
}

/** The fields that were refused, with what is said of them; an answer that blames the SellerId is about nothing else. */
function refused(facts: Facts, answer: Answer): Judgement {
  const { fields, names } = fieldsOf(readObject(answer));
  if (names.some((name) => /^seller_?id$/i.test(name))) return { code: "seller.bad_format", facts };
  return { code: "api.validation", facts: { ...facts, fields } };
}

function fieldsOf(body: Record<string, unknown> | null) {
  const errors = body?.errors;
  const named = typeof errors === "object" && errors !== null && !Array.isArray(errors) ? errors : {};
  const pairs = Object.entries(named).slice(0, 20);
  return {
    names: pairs.map(([name]) => name),
    fields: pairs.map(([name, said]) => `${name}: ${said}`).join("; "),
  };
}

/** A gateway that knows no such route says so in its own way; an API that found the route misses the seller. */
function judgeMissing(facts: Facts, answer: Answer, { operation }: Asked): Judgement {
  const body = readObject(answer);
  const isProblem = body !== null && !("statusCode" in body) && /seller|account/i.test(JSON.stringify(body));
  const asksForSeller = operation.path === "/sellers";
  return { code: isProblem && asksForSeller ? "seller.unknown" : "api.path_404", facts };
}

const closed = /^(Deactivated|BannedSeller)$/;

/** Whether a good answer's body is what the operation promises, and whether there is anything in it. */
export function judgeShape(
  answer: Answer,
  { id, paging = "none", answer: promised }: Asked["operation"],
): Judgement {
  const status = String(answer.status);
  if (promised === null || (answer.status === 204 && answer.body === "")) return fine({ status });
  const body = readObject(answer);
  if (!body || answer.trouble) return unreadable(answer);
  const missing = id === "sellers.get" ? missingOfSeller(body) : missingOfList(body, id, paging);
  if (missing) return { code: "api.body_unreadable", facts: { status, why: "shape", field: missing } };
  const states = [textOf(body, "seller_state"), textOf(body, "seller_sub_state")].filter((one) =>
    closed.test(one),
  );
  if (id === "sellers.get" && states.length > 0) {
    return { code: "seller.closed", facts: { status, state: states.join(", ") } };
  }
  const isEmpty = (Array.isArray(body.items) && body.items.length === 0) || body.count === 0;
  return { code: isEmpty ? "ok.but_empty" : "ok", facts: { status, shopName: textOf(body, "shop_name") } };
}

function missingOfSeller(body: Record<string, unknown>) {
  if (!Number.isInteger(body.seller_id)) return "seller_id";
  return typeof body.shop_name === "string" ? "" : "shop_name";
}

function missingOfList(body: Record<string, unknown>, id: string, paging: string) {
  if (paging !== "none" && !Array.isArray(body.items)) return "items";
  return id.endsWith(".count") && !Number.isInteger(body.count) ? "count" : "";
}

/** The id under which the other side finds this call in its own log. */
export function traceIdOf(answer: Answer) {
  return textOf(readObject(answer), "traceId") || (answer.headers["x-request-id"] ?? "");
}
