import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor, Visitor } from "./accounts/actor";
import { findActor, findVisitor } from "./accounts/find-actor";
import { followForm } from "./accounts/follow-form";
import { checkFormKey, parseForm, typedValues } from "./form";
import { newId } from "./id";
import { log } from "./log";
import { type Result, refuse } from "./result";
import { isSameOrigin } from "./same-origin";

/**
 * The door of route handlers that change something or call out: the same proofs in the same order as `action`,
 * for plain forms that must answer with a stream or a file. The actor is null for a visitor.
 */
export function route<S extends z.ZodType, View>(
  input: S,
  act: (actor: Actor | Visitor, input: z.output<S>, request: Request) => Promise<Result<View>>,
  respond: (result: Result<View>, request: Request) => Response | Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    try {
      return await respond(await run(input, act, request), request);
    } catch (error) {
      const reference = newId();
      log.error({ reference, err: error }, "a route handler failed");
      return respond(refuse("unavailable", { reference }), request);
    }
  };
}

async function run<S extends z.ZodType, View>(
  input: S,
  act: (actor: Actor | Visitor, input: z.output<S>, request: Request) => Promise<Result<View>>,
  request: Request,
): Promise<Result<View>> {
  if (!isSameOrigin(await headers())) {
    log.warn({ reason: "another origin", requestId: (await findVisitor()).requestId }, "refused");
    return refuse("not_allowed");
  }
  const form = await request.formData().catch(() => null);
  if (!form) return refuse("invalid");
  const [visitor, viewer] = [await findVisitor(), await findActor()];
  const key = checkFormKey(String(form.get("formKey") ?? ""), viewer?.sessionId ?? visitor.visitorId);
  if (!key.ok) return key;
  const parsed = parseForm(input, typedValues(form));
  if (!parsed.ok) return parsed;
  if (!viewer) return act({ ...visitor, key: key.view }, parsed.view, request);
  await followForm(viewer, key.view.organisationId);
  const { sessionId, personId, name, email, language } = viewer;
  const actor = { ...visitor, key: key.view, sessionId, personId, name, email, language };
  return act({ ...actor, organisationId: key.view.organisationId }, parsed.view, request);
}
