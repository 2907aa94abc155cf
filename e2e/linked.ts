import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Member } from "./people";

type Made = { linkId: string; clientRowId: string };

/** Links a client with a seller account as a consent would have, for stories about what comes after. */
export async function makeLink(
  sql: Sql,
  clientId: string,
  seller: Pick<Member, "sellerId" | "organisationId">,
): Promise<Made> {
  const linkId = randomUUID();
  const [client] = await sql`insert into seller_links
      (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, told_at, told_by)
    select ${linkId}, c.id, ${seller.sellerId}, c.organisation_id, ${seller.organisationId}, 'typed', now(), 'mail'
    from clients c where c.client_id = ${clientId} returning client_row_id`;
  if (!client) throw new Error(`there is no client ${clientId}`);
  return { linkId, clientRowId: client.client_row_id };
}
