import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { bytes, moment } from "./columns";

/** An API client. Its `clientId` is a public name chosen by its owner; its row is never deleted. */
export const clients = pgTable(
  "clients",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    clientId: text("client_id").notNull().unique(),
    /** The clientId with look-alikes folded together; free only once, ever. */
    fold: text("fold").notNull().unique(),
    contactEmail: text("contact_email").notNull(),
    purpose: text("purpose").notNull().default(""),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").references(() => people.id),
    reviewedAt: moment("reviewed_at"),
    suspendedAt: moment("suspended_at"),
    suspendedBy: uuid("suspended_by").references(() => people.id),
    deletedAt: moment("deleted_at"),
    deletedBy: uuid("deleted_by").references(() => people.id),
    /** Tokens issued before this moment no longer work. */
    tokensNotBefore: moment("tokens_not_before"),
    firstTokenAt: moment("first_token_at"),
    lastTokenAt: moment("last_token_at"),
    /** The portal's own client behind "Try a first call now". */
    starterSince: moment("starter_since"),
  },
  (t) => [index("clients_organisation").on(t.organisationId, t.id)],
);

/** A secret of a client, as a keyed hash. At most two of a client are live at a time. */
export const secrets = pgTable(
  "secrets",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    label: text("label").notNull().default(""),
    pepperId: text("pepper_id").notNull(),
    hash: bytes("hash").notNull(),
    hint: text("hint").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").references(() => people.id),
    /** The end of an overlap: after it the secret no longer works. */
    endsAt: moment("ends_at"),
    retiredAt: moment("retired_at"),
    retiredBy: uuid("retired_by").references(() => people.id),
    lastUsedAt: moment("last_used_at"),
  },
  (t) => [index("secrets_client").on(t.clientRowId).where(sql`${t.retiredAt} is null`)],
);
