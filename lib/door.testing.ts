import type { Actor } from "./accounts/actor";
import { makeFormKey } from "./accounts/form-key";
import type { Right } from "./accounts/rights";
import { encodeSession, sessionCookieName } from "./accounts/session-cookie";
import { env } from "./env";

/** What Next says of the request under way, as far as a test sets it, and what the door did to its cookies. */
export const request = { headers: new Headers(), cookies: new Map<string, { value: string }>() };
export const jar: { set: unknown[][]; deleted: unknown[]; fetchedAnew: unknown[][] } = {
  set: [],
  deleted: [],
  fetchedAnew: [],
};

/** Stands in for `next/headers`. */
export const nextHeaders = {
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (...words: unknown[]) => jar.set.push(words),
    delete: (word: unknown) => jar.deleted.push(word),
  }),
};

/** A request of our own page by this browser; signed in where there is an actor. */
export async function comeFrom(actor: Actor | null, over: Record<string, string> = {}) {
  const headers = { origin: env().PUBLIC_URL, "x-portal-visitor": "browser-1", "x-request-id": "request-1" };
  request.headers = new Headers({ ...headers, ...over });
  request.cookies.clear();
  if (actor) request.cookies.set(sessionCookieName(), { value: await encodeSession(actor.sessionId) });
  Object.assign(jar, { set: [], deleted: [], fetchedAnew: [] });
}

/** A filled form with a key for its holder. */
export function fill(act: Right, holder: string, organisationId: string, fields: Record<string, string>) {
  const form = new FormData();
  form.set("formKey", makeFormKey({ act, holder, organisationId, path: "/team?x=1", offered: {} }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
