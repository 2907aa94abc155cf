import type { Tx } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { tooMany } from "../accounts/too-many";
import { takeLimitIn } from "../limits/take-limit";

const perPerson = { name: "tickets", max: 10, windowSeconds: 3600 };
const perOrganisation = { name: "tickets of an organisation", max: 30, windowSeconds: 3600 };
const answers = { name: "ticket answers", max: 30, windowSeconds: 3600 };

/** Counts one more ticket; the refusal of whoever opened too many within the hour. */
export async function limitTickets(tx: Tx, { personId, organisationId }: Actor) {
  const mine = await takeLimitIn(tx, perPerson, personId);
  if (!mine.allowed) return tooMany(mine.retryAfterSeconds);
  const ours = await takeLimitIn(tx, perOrganisation, organisationId);
  return ours.allowed ? null : tooMany(ours.retryAfterSeconds);
}

/** The same for one more message on a ticket that is there. */
export async function limitAnswers(tx: Tx, { personId }: Actor) {
  const mine = await takeLimitIn(tx, answers, personId);
  return mine.allowed ? null : tooMany(mine.retryAfterSeconds);
}
