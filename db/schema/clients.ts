import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    /** The operator suspended it, so its owner cannot resume it; `suspendedAt` is set too. */
    operatorSuspendedAt: moment("operator_suspended_at"),
    suspendReason: text("suspend_reason"),
    deletedAt: moment("deleted_at"),
    deletedBy: uuid("deleted_by").references(() => people.id),
    /** Tokens issued before this moment no longer work. */
    tokensNotBefore: moment("tokens_not_before"),
    firstTokenAt: moment("first_token_at"),
    lastTokenAt: moment("last_token_at"),
    /** The portal API is switched on for it: its tokens carry `PORTAL-API` from then on. */
    portalApiSince: moment("portal_api_since"),
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
  (t) => [
    index("secrets_client").on(t.clientRowId).where(sql`${t.retiredAt} is null`),
    // The page of a client shows the retired ones too.
    index("secrets_client_all").on(t.clientRowId, t.createdAt.desc(), t.id.desc()),
  ],
);

/** Somebody asked the operator to look at a client; decided once, by a person, with a reason. */
export const clientReviews = pgTable(
  "client_reviews",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    sentence: text("sentence").notNull(),
    requestedAt: moment("requested_at").notNull(),
    requestedBy: uuid("requested_by").references(() => people.id),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decision: text("decision").$type<"approve" | "reject">(),
    reason: text("reason"),
  },
  (t) => [
    // One open request per client: the second press finds the first.
    uniqueIndex("client_reviews_open").on(t.clientRowId).where(sql`${t.decidedAt} is null`),
    index("client_reviews_queue").on(t.requestedAt, t.id).where(sql`${t.decidedAt} is null`),
  ],
);

/** Which areas of the API the owner of a client needs; no row means all of them. */
export const clientAreas = pgTable("client_areas", {
  clientRowId: uuid("client_row_id")
    .primaryKey()
    .references(() => clients.id),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id),
  areas: text("areas").array().notNull(),
  chosenAt: moment("chosen_at").notNull(),
  chosenBy: uuid("chosen_by").references(() => people.id),
});
