import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tellOwners } from "../accounts/tell-owners";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { memberJoinedLetter } from "../mail/letters/team";
import { hashToken } from "../secrets";
import type { TeamInvitationView } from "./find-team-invitation";

type Newcomer = { personId: string; name: string; email: string; requestId: string };

/**
 * Makes the person with the invited address a member, inside the act's transaction; the owners are told. False where
 * the invitation ended meanwhile: it works once, for its address, while its sender is an owner.
 */
export async function enterTeam(tx: Tx, person: Newcomer, found: TeamInvitationView, token: string) {
  const { personId, name: member, email } = person;
  const { organisationId, role } = found;
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select accept_team_invitation(${hashToken(token)}, ${personId}, ${now().toISOString()}) as id`,
  );
  if (!row?.id) return false;
  const who = { personId, name: member, requestId: person.requestId };
  await recordEvent(tx, who, { type: "member.joined", organisationId, data: { role } });
  await tellOwners(tx, { organisationId }, [personId], (language, facts) =>
    memberJoinedLetter(language, { ...facts, member, email, role }),
  );
  return true;
}
