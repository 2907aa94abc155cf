import { eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { firstCalls } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findCompanyName, findMember } from "../accounts/find-member";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { mayMailIn } from "../accounts/mail-limit";
import { tooMany } from "../accounts/too-many";
import { recordEvent } from "../audit/record-event";
import { env } from "../env";
import { cleanText } from "../help/clean-text";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { reportLetter } from "../mail/letters/reports";
import { send } from "../mail/send";
import { done, type Result, refuse } from "../result";
import { findOwnReport } from "./own-report";
import type { SendReportInput } from "./share-input";

const perPerson: Limit = { name: "report sent", max: 20, windowSeconds: 3600 };

/**
 * Writes to a colleague that a report of the organisation waits to be read, with a sentence of whoever sends it. The
 * letter leads to the page for members; nothing in it opens the report to anybody else.
 */
export async function sendReport(
  actor: Actor,
  { firstCallId, memberId, note }: SendReportInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "send report");
    if (refusal) return refusal;
    const found = await findOwnReport(tx, actor, firstCallId);
    if (!found) return refuse("not_found");
    const colleague = wasOffered(actor, "memberId", memberId) && (await findMember(tx, actor, memberId));
    if (!colleague) return refuse("not_found", { fields: { memberId: "bad_choice" } });
    const stale = await spendFormKey(tx, actor, firstCallId);
    if (stale) return stale;
    const room = await takeLimitIn(tx, perPerson, actor.personId);
    if (!room.allowed) return tooMany(room.retryAfterSeconds);
    if (!(await mayMailIn(tx, colleague.email, "report-sent"))) return tooMany(3600);
    const facts = {
      ...(await findCalled(tx, firstCallId)),
      company: await findCompanyName(tx, actor),
      name: colleague.name,
      by: actor.name,
      note: cleanText(note).text,
      href: `${env().PUBLIC_URL}/first-call/${firstCallId}`,
    };
    await send(tx, colleague.email, (language) => reportLetter(language, facts), actor.language);
    const { organisationId } = actor;
    const data = { firstCallId, memberId };
    await recordEvent(tx, actor, { type: "report.sent", organisationId, data });
    return done({ goTo: `/first-call/${firstCallId}?done=sent#share` });
  });
}

/** As whom, and for which seller account; masked already where a secret was typed in their place. */
async function findCalled(tx: Tx, id: string) {
  const { clientId, sellerId } = firstCalls;
  const [row] = await tx.select({ clientId, sellerId }).from(firstCalls).where(eq(firstCalls.id, id));
  if (!row) throw new Error("a report that was just found is gone");
  return row;
}
