import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import type { InvitationStep } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";
import { isInvitationToken } from "./find-invitation";

/** Notes how far the holder of an invitation's link came; only ever forwards, and nothing once it has ended. */
export async function noteInvitationStep(token: string, step: InvitationStep) {
  if (!isInvitationToken(token)) return;
  const at = now().toISOString();
  await asVisitor((tx) => tx.execute(sql`select note_invitation_step(${hashToken(token)}, ${step}, ${at})`));
}
