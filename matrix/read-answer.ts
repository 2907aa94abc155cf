import { type FormKey, readFormKey } from "@/lib/accounts/form-key";
import { isOpenToStopped, ruleOf } from "@/lib/accounts/rights";
import type { Answer } from "./ask";
import type { Caller } from "./make-cast";

/** What became of a request, in the words of the rules. */
export function tellAnswer({ status, headers, body }: Answer): string {
  const { location = "" } = headers;
  if (status >= 300 && status < 400) {
    const [, next] = /^\/sign-in\?next=(.*)$/.exec(location) ?? [];
    return next ? `sign in for ${decodeURIComponent(next)}` : `moved to ${location}`;
  }
  if (status === 404) return "nothing";
  if (status !== 200) return String(status);
  return /role="alert"[^>]*data-code="not_allowed"|data-code="not_allowed"[^>]*role="alert"/.test(body)
    ? "not allowed"
    : "shown";
}

/** The same of what a page's script is sent, in which a refusal stands as what was thrown. */
export function tellFlight(answer: Answer): string {
  const [, location] = /NEXT_REDIRECT;\w+;([^;]+);30\d/.exec(answer.body) ?? [];
  if (location) return tellAnswer({ ...answer, status: 307, headers: { location } });
  if (/NEXT_HTTP_ERROR_FALLBACK;404/.test(answer.body)) return "nothing";
  const isRefused = /"data-code":"not_allowed"/.test(answer.body);
  return tellAnswer(answer) === "shown" && isRefused ? "not allowed" : tellAnswer(answer);
}

/** The keys of all forms of a page, whichever way it was sent. */
export function readKeys(body: string): FormKey[] {
  const texts = [...body.matchAll(/[\w-]{100,}\.[\w-]{43}(?![\w-])/g)].map(([text]) => text);
  return [...new Set(texts)].map(readFormKey).filter((key) => key !== null);
}

/** Whether the table of rights says that somebody may do what a form is for, as far as kind and role go. */
export function mayPress(
  { kind, role, sessionId, company, stoppedIn }: Caller,
  { act }: Pick<FormKey, "act">,
) {
  const rule = ruleOf(act);
  if (rule.who === "visitor") return true;
  if (stoppedIn) return isOpenToStopped(act);
  if (!company || !sessionId) return false;
  if (rule.who === "person") return true;
  return kind !== null && role !== null && rule.kinds.includes(kind) && rule.roles.includes(role);
}
