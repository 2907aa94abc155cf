import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organisations, people, sellers } from "./accounts";
import { clients } from "./clients";
import { moment } from "./columns";

export type Via = "directory" | "typed" | "deep-link" | "invitation" | "request" | "created" | "operator";
export type EndReason =
  | "not_used"
  | "switching"
  | "mistake"
  | "security"
  | "other"
  | "lapsed"
  | "client_deleted"
  | "partner"
  | "operator";
export type ToldBy = "own" | "webhook" | "mail" | "api";

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
    /** The shop's name as the client's side sees it; kept by the database when the shop is renamed. */
    shopName: text("shop_name").notNull().default(""),
    /** The same as searched and sorted, by `name_fold`. */
    shopFold: text("shop_fold").notNull().default(""),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").references(() => people.id),
    expiresAt: moment("expires_at"),
    endsAt: moment("ends_at"),
    unlinkedAt: moment("unlinked_at"),
    unlinkedBy: uuid("unlinked_by").references(() => people.id),
    reason: text("reason").$type<EndReason>(),
    /** The client's side knows of the link: by its server's 2xx, by a letter that left, or by asking. */
    toldAt: moment("told_at"),
    toldBy: text("told_by").$type<ToldBy>(),
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
    index("seller_links_client_since").on(t.clientRowId, t.createdAt.desc(), t.id.desc()),
    index("seller_links_client_name").on(t.clientRowId, t.shopFold, t.id),
    index("seller_links_client_seller").on(t.clientRowId, t.sellerId, t.id),
    index("seller_links_client_used").on(t.clientRowId, t.lastUsedAt, t.id),
    index("seller_links_due").on(sql`least(${t.expiresAt}, ${t.endsAt})`).where(sql`${t.unlinkedAt} is null`),
  ],
);

/** What a person said yes to, word for word by its version; written with the link it made. */
export const consents = pgTable(
  "consents",
  {
    id: uuid("id").primaryKey(),
    linkId: uuid("link_id")
      .notNull()
      .unique()
      .references(() => sellerLinks.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    textVersion: text("text_version").notNull(),
    duration: text("duration").$type<"none" | "90" | "365">().notNull(),
    /** Whether the client had been reviewed by then; if not, the SellerId was typed after a fresh sign-in. */
    reviewed: boolean("reviewed").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("consents_organisation").on(t.organisationId, t.at.desc())],
);
