import type { Answer } from "./exchange";
import type { Facts, Judgement } from "./step";

/** What any HTTP answer can be before anybody looks at what it says; null when it is worth reading. */
export function judgeHttp(answer: Answer): Judgement | null {
  const facts: Facts = { status: String(answer.status) };
  if (answer.status >= 300 && answer.status < 400) {
    return {
      code: "http.redirect",
      facts: { ...facts, location: answer.headers.location ?? "" },
    };
  }
  // Before HTML: gateways like to dress their 502 up as a page.
  if (answer.status >= 500) return { code: "api.server", facts: { ...facts, ...waitOf(answer) } };
  if (isHtml(answer)) return { code: "http.html_instead", facts };
  return null;
}

/** The body as a JSON object, or null. */
export function readObject(answer: Answer): Record<string, unknown> | null {
  if (answer.cut) return null;
  try {
    const parsed: unknown = JSON.parse(answer.body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The seconds of `Retry-After`, where the answer names them as a number (RFC 9110 10.2.3). */
export function waitOf(answer: Answer): Facts {
  const seconds = answer.headers["retry-after"] ?? "";
  return /^\d{1,6}$/.test(seconds) ? { waitSeconds: seconds } : {};
}

/** A text member of a JSON object; "" where there is none. */
export function textOf(object: Record<string, unknown> | null, name: string) {
  const value = object?.[name];
  return typeof value === "string" ? value : "";
}

/** Why a body could not be read, in one word. */
export function unreadable(answer: Answer): Judgement {
  const why = answer.cut ? "oversize" : answer.body === "" ? "empty" : "not_json";
  return { code: "api.body_unreadable", facts: { status: String(answer.status), why } };
}

function isHtml({ headers, body }: Answer) {
  const type = headers["content-type"] ?? "";
  if (/\b(text\/html|application\/xhtml\+xml)\b/i.test(type)) return true;
  return !/json/i.test(type) && /^\s*<(!doctype\s+html|html)\b/i.test(body);
}
