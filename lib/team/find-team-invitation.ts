import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";

/** An invitation to a team as whoever holds its token may see it: they read the letter, so they hold the address. */
export type TeamInvitationView = {
  organisationId: string;
  organisationName: string;
  kind: OrganisationKind;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  /** Not accepted, taken back or too old; its sender is still an owner, and the organisation works. */
  isOpen: boolean;
  /** What the address needs to come in: to sign in, a password alone (it belongs to no team now), or an account. */
  holder: "member" | "alone" | "newcomer";
};

type Row = {
  organisation_id: string;
  organisation_name: string;
  kind: OrganisationKind;
  email: string;
  role: Role;
  invited_by: string;
  expires_at: string;
  accepted_at: string | null;
  withdrawn_at: string | null;
  is_known: boolean;
  is_at_home: boolean;
};

/** What the mailed link of an invitation stands for; null where no such link was ever sent. Changes nothing. */
export async function findTeamInvitation(token: string): Promise<TeamInvitationView | null> {
  const [row] = await asVisitor((tx) =>
    tx.execute<Row>(sql`select * from find_team_invitation(${hashToken(token)})`),
  );
  if (!row) return null;
  const expiresAt = new Date(row.expires_at);
  return {
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    kind: row.kind,
    email: row.email,
    role: row.role,
    invitedBy: row.invited_by,
    expiresAt,
    isOpen: !row.accepted_at && !row.withdrawn_at && expiresAt > now(),
    holder: row.is_at_home ? "member" : row.is_known ? "alone" : "newcomer",
  };
}
