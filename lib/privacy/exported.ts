import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";

/** One table of an export: which rows of those that the organisation may see, and by which columns to go through them. */
export type ExportedTable = {
  name: string;
  columns: string[];
  /** Columns that are left empty in some rows: what is to be read in their place. */
  instead?: Record<string, SQL>;
  where?: SQL;
  key: [column: string, type: string][];
};

/** What never leaves: what opens something, or is the hash or the seal of it; and the bytes of files. */
const keptBack =
  /(^|_)(hash|hashes|pepper_id|bytes|xid)$|^(sealed|draft)_|^(token|phrase|code|share|request|password)_hash/;

/** The columns of a table that may be taken along. */
export const columnsOf = (table: PgTable) =>
  Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => !keptBack.test(name));

const byId: ExportedTable["key"] = [["id", "uuid"]];
const bySeller: ExportedTable["key"] = [
  ["client_row_id", "uuid"],
  ["seller_id", "bigint"],
];
const of = (table: PgTable, key = byId, where?: SQL, instead?: ExportedTable["instead"]): ExportedTable => ({
  name: getTableName(table),
  columns: columnsOf(table),
  instead,
  key,
  where,
});
const own = sql`organisation_id = app_organisation()`;

// Who it was of the other side, or of the marketplace's staff, is said on no page either. Programs and the clock are nobody.
const isOurs = sql`(actor_person_id is null or organisation_id = app_organisation() and (data->>'by' is distinct from 'operator'
  or exists (select from organisations o where o.id = app_organisation() and o.kind = 'operator')))`;
const actors = {
  actor_person_id: sql`case when ${isOurs} then actor_person_id end`,
  actor_name: sql`case when ${isOurs} then actor_name end`,
};
const sidesOfLink = {
  created_by: sql`case when seller_organisation_id = app_organisation() then created_by end`,
  unlinked_by: sql`case when app_organisation() = case when reason = 'partner' then client_organisation_id
    when reason <> 'operator' then seller_organisation_id end then unlinked_by end`,
};

/** What the owner of an organisation takes along of it. */
export const tablesOfOrganisation: ExportedTable[] = [
  of(schema.organisations),
  of(schema.members, [["person_id", "uuid"]]),
  of(schema.sellers, [["seller_id", "bigint"]]),
  of(schema.clients),
  of(schema.secrets),
  of(schema.clientAreas, [["client_row_id", "uuid"]]),
  of(schema.clientReviews),
  of(schema.endpoints),
  of(schema.deliveries),
  of(schema.sellerLinks, byId, undefined, sidesOfLink),
  of(schema.consents),
  of(schema.invitations),
  of(schema.handOvers),
  of(schema.keptSellers),
  of(schema.sellerTags, [...bySeller, ["fold", "text"]]),
  of(schema.sellerNotes, bySeller),
  of(schema.savedViews),
  of(schema.bulkRuns),
  of(schema.listings, byId, own),
  of(schema.listingVersions),
  of(schema.domainProofs),
  of(schema.claims),
  of(schema.claimRequests),
  of(schema.teamInvitations),
  of(schema.ownershipOffers),
  of(schema.tickets),
  of(schema.ticketMessages),
  of(schema.attachments),
  of(schema.firstCalls),
  of(
    schema.events,
    [
      ["xid", "xid8"],
      ["id", "bigint"],
    ],
    undefined,
    actors,
  ),
];

/** What a member who is no owner takes along: what they asked, and what they agreed to. */
export const tablesOfMember = (personId: string): ExportedTable[] => [
  of(schema.consents, byId, sql`person_id = ${personId}`),
  of(schema.claims, byId, sql`person_id = ${personId}`),
  of(schema.tickets, byId, sql`person_id = ${personId}`),
  of(
    schema.ticketMessages,
    byId,
    sql`ticket_id in (select t.id from tickets t where t.person_id = ${personId})`,
  ),
  of(schema.firstCalls, byId, sql`person_id = ${personId}`),
];

/** How often somebody wants an organisation's digest. */
export const digestsOf = (personId: string) =>
  of(schema.digests, [["organisation_id", "uuid"]], sql`person_id = ${personId}`);

/** Tables with an organisation's rows that no export holds, each with its reason. */
export const notExported: Record<string, string> = {
  attempts: "the tries of a delivery; the delivery says what came of them",
  bulk_items: "the links and events say what became of each",
  digests: "a person's own choice; each takes their own along",
  idempotency_keys: "answers kept for a day so that a repeated call does nothing twice",
  logos: "the bytes of pictures, which are public at the address in the listing",
  name_permits: "the marketplace's own decision about a protected name",
  sessions: "a person's own browsers, which stand with that person",
};
