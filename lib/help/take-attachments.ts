import { inOrganisation } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import type { Right } from "../accounts/rights";
import { tooMany } from "../accounts/too-many";
import { takeLimit } from "../limits/take-limit";
import { type Refusal, refuse } from "../result";
import { type NewAttachment, readAttachments } from "./read-attachments";

/** Reading pictures is work, also of those that are refused in the end. */
const readings = { name: "ticket files", max: 60, windowSeconds: 3600 };

/**
 * The files of somebody's message, or the refusal of the message: for one of them, for too many within the hour, or
 * because they may not write it, before anybody's time is spent on a file.
 */
export async function takeAttachments(
  actor: Actor,
  right: Right,
  sent: File[],
): Promise<{ ok: true; files: NewAttachment[]; cleaned: boolean } | Refusal> {
  if (sent.length > 0) {
    const refusal = await inOrganisation(actor, (tx) => allow(tx, actor, right));
    if (refusal) return refusal;
    const taken = await takeLimit(readings, actor.personId);
    if (!taken.allowed) return tooMany(taken.retryAfterSeconds);
  }
  const read = await readAttachments(sent);
  return read.ok ? read : refuse("invalid", { fields: { file: read.code } });
}
