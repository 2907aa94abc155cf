import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people, type Role, teamInvitations } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { findCompanyName } from "../accounts/find-member";
import { mayMailIn } from "../accounts/mail-limit";
import { tooMany } from "../accounts/too-many";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { teamInvitationLetter } from "../mail/letters/team";
import { send } from "../mail/send";
import { type LimitName, type Refusal, refuse } from "../result";
import { makeLinkToken } from "../secrets";
import { isUndecided } from "./end-powers";

const lifeSeconds = 72 * 3600;
const perOrganisation: Limit = { name: "team-invitation", max: 20, windowSeconds: 86_400 };

/**
 * Sends a right to join the actor's team, good once, for 72 hours and this address alone. One that was open for the
 * address ends with it, so that of two letters the later one counts. Null when it is on its way.
 */
export async function sendTeamInvitation(
  tx: Tx,
  actor: Actor,
  { email, role }: { email: string; role: Role },
): Promise<Refusal | null> {
  const { organisationId } = actor;
  const emailFold = foldEmail(email);
  if (await isMember(tx, organisationId, emailFold)) return refuse("taken");
  const room = await takeLimitIn(tx, perOrganisation, organisationId);
  if (!room.allowed)
    return refuse("limit", { facts: { limit: "team_invitations_a_day" satisfies LimitName } });
  if (!(await mayMailIn(tx, email, "team-invitation"))) return tooMany(3600);

  const ofAddress = and(
    eq(teamInvitations.organisationId, organisationId),
    eq(teamInvitations.emailFold, emailFold),
    isUndecided,
  );
  const [replaced] = await tx
    .update(teamInvitations)
    .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
    .where(ofAddress)
    .returning({ sends: teamInvitations.sends });
  const invitationId = newId();
  const { token, hash } = makeLinkToken();
  await tx.insert(teamInvitations).values({
    id: invitationId,
    tokenHash: hash,
    organisationId,
    email,
    emailFold,
    role,
    createdAt: now(),
    createdBy: actor.personId,
    expiresAt: inSeconds(lifeSeconds),
    sends: (replaced?.sends ?? 0) + 1,
  });
  await recordEvent(tx, actor, {
    type: replaced ? "team_invitation.resent" : "team_invitation.created",
    organisationId,
    data: { invitationId, role },
  });
  const company = await findCompanyName(tx, actor);
  const facts = { company, by: actor.name, role, href: `${env().PUBLIC_URL}/join/${token}` };
  await send(tx, email, (language) => teamInvitationLetter(language, facts), actor.language);
  return null;
}

async function isMember(tx: Tx, organisationId: string, emailFold: string) {
  const found = await tx
    .select({ id: people.id })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.organisationId, organisationId), eq(people.emailFold, emailFold)));
  return found.length > 0;
}
