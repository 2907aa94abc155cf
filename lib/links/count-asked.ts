import { sql } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { now } from "../clock";
import type { InvitationState } from "./find-invitation";

/** How many sellers a run has asked, and what they answered so far. */
export type AskedCounts = Record<InvitationState | "asked", number>;

/** What came of the requests that a run has made. */
export async function countAsked(organisationId: string, bulkId: string): Promise<AskedCounts> {
  return inOrganisation({ organisationId }, async (tx) => {
    const [row] = await tx.execute<AskedCounts>(sql`
      select count(*)::int as asked, (count(*) filter (where state = 'open'))::int as open,
        (count(*) filter (where state = 'accepted'))::int as accepted, (count(*) filter (where state = 'declined'))::int as declined,
        (count(*) filter (where state = 'expired'))::int as expired, (count(*) filter (where state = 'withdrawn'))::int as withdrawn
      from (
        select case when v.accepted_at is not null then 'accepted' when v.declined_at is not null then 'declined'
          when v.withdrawn_at is not null or not is_inviter_there(v.organisation_id, v.created_by) then 'withdrawn'
          when v.expires_at <= ${now().toISOString()} then 'expired' else 'open' end as state
        from bulk_items i join invitations v on v.id = i.invitation_id where i.bulk_run_id = ${bulkId}) s`);
    return row ?? { asked: 0, open: 0, accepted: 0, declined: 0, expired: 0, withdrawn: 0 };
  });
}
