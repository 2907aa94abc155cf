import { log } from "../log";
import type { Refusal } from "../result";
import type { Actor, Visitor } from "./actor";
import type { Right } from "./rights";

/**
 * Writes into the log that somebody was not let do something: what, who by their id, in whose name, why. Names, addresses
 * and what was typed stay out; the request's id leads to the rest. Being asked for the password again is no incident.
 */
export function logRefusal(actor: Actor | Visitor, act: Right, { code }: Refusal) {
  const who = "personId" in actor ? { person: actor.personId, organisation: actor.organisationId } : {};
  const line = { act, reason: code, ...who, requestId: actor.requestId };
  if (code === "sign_in_again") log.info(line, "refused");
  else log.warn(line, "refused");
}
