import { asOperator } from "@/db/client";
import { operatorNotes } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import type { Actor } from "./actor";
import { allow } from "./allow";
import { spendFormKey } from "./form-key";
import type { AddStaffNoteInput } from "./input";

/** Keeps what the marketplace's staff should remember of what is looked at; no member ever sees it. */
export async function addStaffNote(
  actor: Actor,
  { body }: AddStaffNoteInput,
): Promise<Result<{ goTo: string }>> {
  return asOperator(async (tx) => {
    const refusal = await allow(tx, actor, "add staff note");
    if (refusal) return refusal;
    // What the note is about was looked up by the page, and signed into its form.
    const subject = actor.key?.offered.subject?.[0];
    if (!subject) return refuse("not_found");
    const id = newId();
    const stale = await spendFormKey(tx, actor, id);
    if (stale) return stale;
    await tx.insert(operatorNotes).values({ id, subject, body, personId: actor.personId, createdAt: now() });
    const { organisationId } = actor;
    // Without the other organisation: that there is a note is the staff's own business too.
    await recordEvent(tx, actor, { type: "note.added", organisationId, data: { noteId: id, subject } });
    return done({ goTo: `${actor.key?.path}?done=noted#notes` });
  });
}
