import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";

/** What decides about linking a client, held still for the rest of the transaction. */
export type LockedClient = {
  id: string;
  clientId: string;
  organisationId: string;
  reviewed: boolean;
  suspended: boolean;
  /** It has an approved entry in the directory. */
  listed: boolean;
  /** Its open links to accounts of other organisations than its own. */
  foreignLinks: number;
};

type Row = {
  client_id: string;
  organisation_id: string;
  reviewed: boolean;
  suspended: boolean;
  deleted: boolean;
  listed: boolean;
  foreign_links: number;
};

/**
 * Holds the client that the form on the page is about, named in the form's signed key, so that its deletion or
 * suspension comes before this transaction or after it. Null for a deleted or unknown one.
 */
export async function lockClientForLink(tx: Tx, actor: Actor): Promise<LockedClient | null> {
  const id = actor.key?.offered.client?.[0];
  if (!id) return null;
  const at = now().toISOString();
  const [row] = await tx.execute<Row>(sql`select * from lock_client_for_link(${id}, ${at})`);
  if (!row || row.deleted) return null;
  const { reviewed, suspended, listed } = row;
  const { client_id: clientId, organisation_id: organisationId, foreign_links: foreignLinks } = row;
  return { id, clientId, organisationId, reviewed, suspended, listed, foreignLinks };
}
