import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organisations, people, sellers } from "./accounts";
import { clients } from "./clients";
import { moment } from "./columns";

export type Via = "directory" | "typed" | "deep-link" | "invitation" | "request" | "created";
export type EndReason =
  | "not_used"
  | "switching"
  | "mistake"
  | "security"
  | "other"
  | "lapsed"
  | "client_deleted";

/** A client may act for a seller account. Ended links stay; at most one of a pair is open. */
export const sellerLinks = pgTable(
  "seller_links",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    sellerId: bigint("seller_id", { mode: "number" })
      .notNull()
      .references(() => sellers.sellerId),
    clientOrganisationId: uuid("client_organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Null while nobody owns the seller account. */
    sellerOrganisationId: uuid("seller_organisation_id").references(() => organisations.id),
    via: text("via").$type<Via>().notNull(),
    reference: text("reference"),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").references(() => people.id),
    expiresAt: moment("expires_at"),
    endsAt: moment("ends_at"),
    unlinkedAt: moment("unlinked_at"),
    unlinkedBy: uuid("unlinked_by").references(() => people.id),
    reason: text("reason").$type<EndReason>(),
    /** The first 2xx the Seller API gave this client for this seller: the last lamp. */
    firstCallAt: moment("first_call_at"),
    lastUsedAt: moment("last_used_at"),
    failingSince: moment("failing_since"),
  },
  (t) => [
    // The unique index that lets one open link exist per pair stands in a hand-written migration: it INCLUDEs
    // the two end times, so that the check of each call reads the index alone.
    index("seller_links_client").on(t.clientOrganisationId, t.createdAt.desc(), t.id.desc()),
    index("seller_links_seller").on(t.sellerOrganisationId, t.createdAt.desc(), t.id.desc()),
    index("seller_links_due").on(sql`least(${t.expiresAt}, ${t.endsAt})`).where(sql`${t.unlinkedAt} is null`),
  ],
);
