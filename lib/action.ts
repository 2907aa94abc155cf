import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor, Visitor } from "./accounts/actor";
import { findActor, findVisitor } from "./accounts/find-actor";
import { findStopped } from "./accounts/find-stopped";
import { followForm } from "./accounts/follow-form";
import { readFormKey } from "./accounts/form-key";
import { isOpenToStopped } from "./accounts/rights";
import {
  encodeSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionSeconds,
} from "./accounts/session-cookie";
import { checkFormKey, keptValues, parseForm, renewForm, typedFiles, typedValues } from "./form";
import { newId } from "./id";
import { languageCookieName } from "./language";
import { noteRefusal } from "./last-refusal";
import { log } from "./log";
import { type Refusal, type Result, refuse } from "./result";
import { isSameOrigin } from "./same-origin";

/** What an act may ask of its door, beside its view. */
export type Effects = {
  /** Where to go next: a path of this portal. */
  goTo?: string;
  /** The session that begins (its id) or ends (null) with this act. */
  sessionId?: string | null;
  /** What was chosen in this browser gives way to the language of the account. */
  forgetsLanguage?: true;
  /** What stands around the form says something else from now on, so the browser must fetch it anew. */
  isFrameStale?: true;
};

/** The type of every server action, as forms use it. */
export type Action<View> = (previous: Result<View> | null, form: FormData) => Promise<Result<View>>;

/**
 * The one door of server actions of signed-in people: same-origin proof, form key, input, actor, act, `Result`.
 * Surprises are logged with a reference and come back as `unavailable` with that reference; nothing was saved.
 */
export function action<S extends z.ZodType, View>(
  input: S,
  act: (actor: Actor, input: z.output<S>) => Promise<Result<View>>,
): Action<View> {
  return (_previous, form) =>
    answer(form, async (values, visitor) => {
      const asked = readFormKey(String(form.get("formKey") ?? ""));
      const viewer =
        (await findActor()) ?? (asked && isOpenToStopped(asked.act) ? await findStopped() : null);
      if (!viewer) {
        const path = asked?.path ?? "/";
        return refuse("sign_in_again", { facts: { href: `/sign-in?next=${encodeURIComponent(path)}` } });
      }
      const key = checkFormKey(String(form.get("formKey") ?? ""), viewer.sessionId);
      if (!key.ok) return key;
      const parsed = parseForm(input, { ...values, ...typedFiles(form) });
      if (!parsed.ok) return parsed;
      const { sessionId, personId, name, email, language } = viewer;
      const { organisationId } = key.view;
      await followForm(viewer, organisationId);
      const who = { sessionId, personId, name, email, language };
      const actor = { ...visitor, ...who, key: key.view, organisationId };
      return renew(await act(actor, parsed.view), actor);
    });
}

/** The same door for acts that need no session: sign-up, sign-in, reset, the starter call. */
export function visitorAction<S extends z.ZodType, View>(
  input: S,
  act: (visitor: Visitor, input: z.output<S>) => Promise<Result<View>>,
): Action<View> {
  return (_previous, form) =>
    answer(form, async (values, visitor) => {
      const key = checkFormKey(String(form.get("formKey") ?? ""), visitor.visitorId);
      if (!key.ok) return key;
      const parsed = parseForm(input, { ...values, ...typedFiles(form) });
      if (!parsed.ok) return parsed;
      return renew(await act({ ...visitor, key: key.view }, parsed.view), { ...visitor, key: key.view });
    });
}

/** A refused form stays usable, also where the act says that its key is used up. */
function renew<View>(result: Result<View>, visitor: Visitor): Result<View> {
  if (result.ok || result.code !== "stale" || !visitor.key) return result;
  return renewForm(result, visitor.key);
}

async function answer<View>(
  form: FormData,
  run: (values: Record<string, string>, visitor: Visitor) => Promise<Result<View>>,
): Promise<Result<View>> {
  // Whoever calls an action by hand may send anything in a form's place.
  if (!(form instanceof FormData)) return refuse("invalid");
  const values = typedValues(form);
  const kept = (refusal: Refusal): Refusal => {
    const full = { ...refusal, values: keptValues(values) };
    noteRefusal(full, readFormKey(String(form.get("formKey") ?? ""))?.act);
    return full;
  };
  try {
    if (!isSameOrigin(await headers())) {
      log.warn({ reason: "another origin", requestId: (await findVisitor()).requestId }, "refused");
      return kept(refuse("not_allowed"));
    }
    const result = await run(values, await findVisitor());
    if (!result.ok) return kept(result);
    await obey(result.view as Effects | undefined);
    return result;
  } catch (error) {
    // Next signals a redirect by throwing.
    unstable_rethrow(error);
    const reference = newId();
    log.error({ reference, err: error }, "an act failed");
    return kept(refuse("unavailable", { reference }));
  }
}

async function obey(effects: Effects | undefined) {
  if (effects?.sessionId !== undefined) {
    const jar = await cookies();
    if (effects.sessionId === null)
      jar.delete({ name: sessionCookieName(), path: "/", secure: sessionCookieOptions().secure });
    else {
      const value = await encodeSession(effects.sessionId);
      jar.set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge: sessionSeconds });
    }
  }
  if (effects?.forgetsLanguage) {
    const { secure } = sessionCookieOptions();
    (await cookies()).delete({ name: languageCookieName(), path: "/", secure });
  }
  if (effects?.isFrameStale) revalidatePath("/", "layout");
  if (effects?.goTo) redirect(effects.goTo);
}
