import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import {
  type DigestRhythm,
  digests,
  members,
  type NoticeChoice,
  noticeChoices,
  organisations,
  people,
} from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { noticeNames } from "../mail/notices";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { hasSummary } from "./find-notices";
import { spendFormKey, wasOffered } from "./form-key";
import type { ChooseNoticesInput } from "./notice-input";

/**
 * Saves how the actor wants to hear of each thing they were asked about, how often they read what they have together,
 * and how often the summary of their organisation comes. Letters that keep an account safe are not among it.
 */
export async function chooseNotices(
  actor: Actor,
  { rhythm, summary, ...choices }: ChooseNoticesInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "choose notices");
    if (refusal) return refusal;
    const chosen = noticeNames.flatMap((notice) => {
      const choice = choices[notice];
      return choice ? [{ notice, choice }] : [];
    });
    if (!chosen.every(({ notice }) => wasOffered(actor, "notice", notice))) return refuse("not_found");
    if (summary && !(await maySummarise(tx, actor))) return refuse("not_found");
    const stale = await spendFormKey(tx, actor);
    if (stale) return stale;
    await saveChoices(tx, actor, chosen);
    if (rhythm) await tx.update(people).set({ digestRhythm: rhythm }).where(eq(people.id, actor.personId));
    if (summary) await saveSummary(tx, actor, summary);
    const data: Record<string, string> = Object.fromEntries([
      ...chosen.map(({ notice, choice }) => [notice, choice]),
      ...(rhythm ? [["rhythm", rhythm]] : []),
      ...(summary ? [["summary", summary]] : []),
    ]);
    await recordEvent(tx, actor, {
      type: "person.notices_chosen",
      organisationId: actor.organisationId,
      data,
    });
    return done({ goTo: "/account?noticed=1#notices" });
  });
}

async function saveChoices(tx: Tx, { personId }: Actor, chosen: { notice: string; choice: NoticeChoice }[]) {
  if (chosen.length === 0) return;
  const chosenAt = now();
  await tx
    .insert(noticeChoices)
    .values(chosen.map((one) => ({ ...one, personId, chosenAt })))
    .onConflictDoUpdate({
      target: [noticeChoices.personId, noticeChoices.notice],
      set: { choice: sql`excluded.choice`, chosenAt },
    });
}

/** The first summary tells of what happens from now on, and so does the first one after a pause. */
async function saveSummary(tx: Tx, { personId, organisationId }: Actor, rhythm: DigestRhythm) {
  const lastSentAt = now();
  await tx
    .insert(digests)
    .values({ personId, organisationId, rhythm, lastSentAt })
    .onConflictDoUpdate({
      target: [digests.personId, digests.organisationId],
      set: {
        rhythm,
        lastSentAt: sql`case when ${digests.rhythm} = 'off' then excluded.last_sent_at else ${digests.lastSentAt} end`,
      },
    });
}

async function maySummarise(tx: Tx, { personId, organisationId }: Actor) {
  const [member] = await tx
    .select({ kind: organisations.kind })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(members.personId, personId), eq(members.organisationId, organisationId)));
  return member !== undefined && hasSummary(member.kind);
}
