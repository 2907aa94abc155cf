import { now } from "../clock";
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
  if (answer.status >= 500) return judgeOutage(answer, { ...facts, ...waitOf(answer) });
  if (isSoap(answer)) return { code: "client.legacy_soap", facts };
  if (isHtml(answer)) return { code: "http.html_instead", facts };
  return null;
}

/** A pause that is announced lasts minutes, or calls itself one; an overload asks for seconds. */
const longSeconds = 300;

function judgeOutage(answer: Answer, facts: Facts): Judgement {
  const comeBackAt = comeBackOf(answer);
  const isLong = comeBackAt !== null && comeBackAt.getTime() - now().getTime() >= longSeconds * 1000;
  if (answer.status === 503 && (isLong || /\bmaintenance\b/i.test(answer.body.slice(0, 20_000)))) {
    const told: Facts = isLong && comeBackAt ? { comeBackAt: comeBackAt.toISOString() } : {};
    return { code: "api.maintenance", facts: { ...facts, ...told } };
  }
  return { code: [502, 503, 504].includes(answer.status) ? "api.gateway" : "api.server", facts };
}

/** When `Retry-After` says to come back, as seconds or as a date (RFC 9110 10.2.3). */
function comeBackOf(answer: Answer): Date | null {
  const { waitSeconds } = waitOf(answer);
  if (waitSeconds) return new Date(now().getTime() + Number(waitSeconds) * 1000);
  const at = new Date(answer.headers["retry-after"] ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
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

/** Why a good answer's body could not be read, in one word. */
export function unreadable(answer: Answer): Judgement {
  const status = String(answer.status);
  if (answer.body.trim() === "" && !answer.trouble && !answer.cut)
    return { code: "api.empty", facts: { status } };
  const why = answer.cut ? "oversize" : (answer.trouble ?? "not_json");
  return { code: "api.body_unreadable", facts: { status, why } };
}

function isHtml({ headers, body }: Answer) {
  const type = headers["content-type"] ?? "";
  if (/\b(text\/html|application\/xhtml\+xml)\b/i.test(type)) return true;
  return !/json/i.test(type) && /^\s*<(!doctype\s+html|html)\b/i.test(body);
}

/** The interface that came before: an envelope of XML. */
function isSoap({ headers, body }: Answer) {
  return (
    !/json/i.test(headers["content-type"] ?? "") &&
    /^[^{]{0,500}<(\w+:)?Envelope\b/i.test(body.slice(0, 1000))
  );
}
