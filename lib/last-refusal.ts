import { AsyncLocalStorage } from "node:async_hooks";
import type { Refusal } from "./result";

/** What one request was refused, and of which act; or what its page is to show once and nothing keeps. */
type Noted = { refusal?: Refusal; act?: string; answer?: unknown; unreadable?: true };

// One store for the server around Next and for the code that Next bundles apart from it.
const kept = globalThis as unknown as { portalRequest?: AsyncLocalStorage<Noted> };
kept.portalRequest ??= new AsyncLocalStorage<Noted>();
const request = kept.portalRequest;

/** Runs one request with a note of its own. */
export function withNote<T>(work: () => T) {
  return request.run({}, work);
}

/** Notes a refusal, for a page that may no longer show the form it belongs to. */
export function noteRefusal(refusal: Refusal, act: string | undefined) {
  Object.assign(request.getStore() ?? {}, { refusal, act });
}

/** The refusal of this very request, where its form was sent without JavaScript and the page is drawn anew. */
export function lastRefusal() {
  const { refusal, act } = request.getStore() ?? {};
  return refusal && act ? { refusal, act } : null;
}

/** Hands what an act found to the page that is drawn in the same request; it goes nowhere else. */
export function noteAnswer(answer: unknown) {
  Object.assign(request.getStore() ?? {}, { answer });
}

/** What the act of this very request found for its page. */
export function lastAnswer() {
  return request.getStore()?.answer;
}

/** Notes that what came with this request could not be read, which is not a failure of ours. */
export function noteUnreadable() {
  Object.assign(request.getStore() ?? {}, { unreadable: true });
}

/** Whether the body of this very request could not be read. */
export function wasUnreadable() {
  return request.getStore()?.unreadable ?? false;
}
