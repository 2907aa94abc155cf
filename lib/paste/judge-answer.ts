import type { Answer } from "../first-call/exchange";
import { judgeCallAnswer } from "../first-call/judge-call-answer";
import { readObject, textOf } from "../first-call/judge-http";
import { judgeTokenAnswer } from "../first-call/judge-token-answer";
import type { Judgement } from "../first-call/step";
import type { Addresses } from "./finding";
import { readAddress } from "./hosts";

/** Which of the two services an answer came from. */
export type Service = "token" | "call";

/** Which service an address belongs to: the path tells, on whatever host; null where neither fits. */
export function serviceOf(address: string, { tokenUrl, sellerApiUrl }: Addresses): Service | null {
  const url = readAddress(address);
  if (!url) return /openid-connect|token_?url/i.test(address) ? "token" : null;
  if (/openid-connect|\/(?:oauth2?|auth)\b.{0,40}\/?token\b|\/token\/?$/i.test(url.pathname)) return "token";
  const [own, api] = [new URL(tokenUrl), new URL(sellerApiUrl)];
  if (/\/seller\/v\d/i.test(url.pathname)) return "call";
  if (url.host === api.host && url.pathname.startsWith(api.pathname)) return "call";
  if (url.host === own.host && /\/realms\//.test(url.pathname)) return "token";
  return null;
}

/**
 * Reads an answer that somebody else got, with the tester's own judges. Where the request is not known, the shape of
 * the body tells which service speaks.
 */
export function judgeAnswer(answer: Answer, asked: string, addresses: Addresses): Judgement {
  const body = readObject(answer);
  const isToken = body !== null && ("access_token" in body || (textOf(body, "error") && !("code" in body)));
  const isForm = answer.status === 405 && /\bPOST, OPTIONS\b/.test(answer.headers.allow ?? "");
  const service = serviceOf(asked, addresses) ?? (isToken || isForm ? "token" : "call");
  if (service === "token") {
    const { code, facts } = judgeTokenAnswer(answer);
    // Of a 401 without its words only this much is sure: clientId or secret.
    if (code === "unknown" && answer.status === 401)
      return { code: "token.secret_wrong", facts: { ...facts, confidence: "likely" } };
    return { code, facts };
  }
  const path = readAddress(asked)?.pathname.replace(/^\/seller\/v\d/, "") ?? "";
  const expectedIssuer = addresses.issuer;
  const judged = judgeCallAnswer(answer, { operation: { id: "", path }, token: null, expectedIssuer });
  if (judged.code === "ok") return judgeGood(answer, body, judged);
  return judged.code === "unknown" && answer.status === 401 ? bare401(answer, judged) : judged;
}

function judgeGood(answer: Answer, body: Record<string, unknown> | null, judged: Judgement): Judgement {
  const status = String(answer.status);
  if (answer.status === 204) return judged;
  if (answer.body.trim() === "") return { code: "api.empty", facts: { status } };
  // A list in the body is as good as an object; only what is no JSON at all cannot be read.
  if (!body && !/^\s*\[/.test(answer.body))
    return { code: "api.body_unreadable", facts: { status, why: "not_json" } };
  const isEmpty =
    body !== null && ((Array.isArray(body.items) && body.items.length === 0) || body.count === 0);
  return isEmpty ? { code: "ok.but_empty", facts: { status } } : judged;
}

/** A gateway's 401 names no cause; a challenge without an error means that nothing was sent. */
function bare401({ headers, body }: Answer, { facts }: Judgement): Judgement {
  const challenge = headers["www-authenticate"] ?? "";
  if (/^Bearer\b/i.test(challenge) && !challenge.includes("error=")) return { code: "auth.missing", facts };
  if (/subscription key/i.test(body)) return { code: "auth.missing", facts };
  return { code: "auth.expired", facts: { ...facts, confidence: "likely" } };
}
