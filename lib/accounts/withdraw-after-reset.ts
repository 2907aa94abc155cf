import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "../clock";
import { invitationsEndedLetter } from "../mail/letters/team";
import { send } from "../mail/send";
import type { Visitor } from "./actor";
import { teamUrl } from "./tell-owners";

type Row = {
  organisation_name: string;
  person_name: string;
  owner_name: string;
  owner_email: string;
  emails: string[];
};

/**
 * Takes back the open invitations into teams that were sent from an account whose password is reset, and its offers of
 * the ownership: whoever had the old one may have made them. The owners are told of invitations. Comes before the sessions end, as every act locks its team first.
 */
export async function withdrawAfterReset(tx: Tx, visitor: Visitor, personId: string) {
  const rows = await tx.execute<Row>(
    sql`select * from withdraw_team_invitations_of(${personId}, ${visitor.requestId}, ${now().toISOString()})`,
  );
  for (const row of rows) {
    const { organisation_name: company, person_name: member, owner_name: name, emails: withdrawn } = row;
    await send(tx, row.owner_email, (language) =>
      invitationsEndedLetter(language, { name, company, member, withdrawn, href: teamUrl() }),
    );
  }
}
