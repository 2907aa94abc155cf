import { and, eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { firstCalls, members } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { newId } from "../id";
import { done, type Refusal, type Result, refuse } from "../result";
import { explain, isOwnClient } from "./explain";
import type { FirstCallInput } from "./input";
import { limitCalls } from "./limit-calls";
import { lookAtValues } from "./look-at-values";
import { prepareCall } from "./prepare-call";
import type { Report } from "./report";
import { finish, type RunningCall, traceCall } from "./trace-call";

/**
 * Begins a first call with the secret typed for it, which stays in memory. Nothing is open in the database while
 * the call is out. The steps come as they happen; `cancel` ends the call at once and leaves no report.
 */
export async function startFirstCall(
  actor: Actor,
  input: FirstCallInput,
  cancel: AbortSignal,
): Promise<Result<RunningCall>> {
  const prepared = prepareCall(input);
  if (!prepared.ok) return prepared;
  const id = newId();
  const refusal =
    (await inOrganisation(actor, (tx) => admit(tx, actor))) ??
    (await limitCalls(actor)) ??
    (await inOrganisation(actor, (tx) => spendFormKey(tx, actor, id)));
  if (refusal) return refusal.facts?.subjectId ? leadBack(refusal, refusal.facts.subjectId) : refusal;
  const isSwapped =
    lookAtValues(input).secretLooks === "swapped" ||
    (await inOrganisation(actor, (tx) => isOwnClient(tx, input.clientSecret)));
  const caller = {
    starter: false,
    requestId: actor.requestId,
    // In the wrong field it is a secret all the same.
    alsoSecret: isSwapped ? [input.clientId] : [],
    explain: async (judged: Parameters<typeof explain>[1]) => {
      const looks = refusedClient.has(judged.code) ? lookAtValues(input) : {};
      const seen = { ...judged, facts: { ...judged.facts, ...looks } };
      return inOrganisation(actor, (tx) => explain(tx, seen, input));
    },
    keep: (report: Report) => inOrganisation(actor, (tx) => keep(tx, actor, report)),
  };
  return done({ id, steps: traceCall(id, input, caller, cancel) });
}

/** Where what was typed may be to blame. */
const refusedClient = new Set<string>(["token.client_unknown", "token.secret_wrong"]);

/** A first call in one go, for a form without JavaScript: goes on to the report. */
export async function runFirstCall(actor: Actor, input: FirstCallInput): Promise<Result<{ goTo: string }>> {
  const started = await startFirstCall(actor, input, new AbortController().signal);
  if (!started.ok) return started;
  await finish(started.view);
  return done({ goTo: `/first-call/${started.view.id}` });
}

/** A second press is told where the first one's report is. */
const leadBack = (refusal: Refusal, id: string): Refusal => ({
  ...refusal,
  facts: { ...refusal.facts, href: `/first-call/${id}` },
});

/** The right itself, and the membership that lets a report be kept among an organisation's. */
async function admit(tx: Tx, actor: Actor) {
  const refusal = await allow(tx, actor, "run first call");
  if (refusal) return refusal;
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.personId, actor.personId), eq(members.organisationId, actor.organisationId)));
  return member ? null : refuse("not_allowed", { facts: { who: "" } });
}

async function keep(tx: Tx, { organisationId, personId }: Actor, report: Report) {
  const { id, clientId, sellerId, operation, verdict } = report;
  await tx
    .insert(firstCalls)
    .values({ id, organisationId, personId, clientId, sellerId, operation, verdict, report });
}
