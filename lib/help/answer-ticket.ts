import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey } from "../accounts/form-key";
import { done, type Result } from "../result";
import { addAnswer } from "./add-answer";
import { cleanText } from "./clean-text";
import type { AnswerTicketInput } from "./input";
import { findOwnTicket } from "./own-ticket";
import { takeAttachments } from "./take-attachments";

/** Writes on a ticket of one's own organisation; one that was solved is open again. */
export async function answerTicket(
  actor: Actor,
  input: AnswerTicketInput,
): Promise<Result<{ goTo: string }>> {
  const read = await takeAttachments(actor, "answer ticket", input.file);
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "answer ticket");
    if (refusal) return refusal;
    const found = await findOwnTicket(tx, actor, input.ticketId);
    if (!found.ok) return found;
    if (!read.ok) return read;
    const stale = await spendFormKey(tx, actor, input.ticketId);
    if (stale) return stale;
    const message = cleanText(input.message);
    const full = await addAnswer(tx, actor, found.view, message.text, read.files);
    if (full) return full;
    const cleaned = message.cleaned || read.cleaned;
    return done({ goTo: `/help/${input.ticketId}?done=${cleaned ? "cleaned" : "answered"}` });
  });
}
