import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, moment, xid8 } from "./columns";

/** What happened, by whom, to what. Append only: no role may change or delete a row. Never holds a secret. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Readers only look below the oldest running transaction, so that a late commit is never skipped. */
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    at: moment("at").notNull().defaultNow(),
    type: text("type").notNull(),
    actorPersonId: uuid("actor_person_id"),
    actorName: text("actor_name").notNull(),
    organisationId: uuid("organisation_id"),
    otherOrganisationId: uuid("other_organisation_id"),
    clientRowId: uuid("client_row_id"),
    sellerId: bigint("seller_id", { mode: "number" }),
    data: jsonb("data").$type<Record<string, string | number | null>>().notNull().default({}),
    requestId: text("request_id"),
  },
  (t) => [
    index("events_organisation").on(t.organisationId, t.xid.desc(), t.id.desc()),
    index("events_client").on(t.clientRowId, t.xid.desc(), t.id.desc()),
    // One for each handle by which the operator looks for events, all in the order of the list.
    index("events_order").on(t.xid.desc(), t.id.desc()),
    index("events_type").on(t.type, t.xid.desc(), t.id.desc()),
    index("events_other_organisation")
      .on(t.otherOrganisationId, t.xid.desc(), t.id.desc())
      .where(sql`${t.otherOrganisationId} is not null`),
    index("events_seller").on(t.sellerId, t.xid.desc(), t.id.desc()).where(sql`${t.sellerId} is not null`),
    index("events_person")
      .on(t.actorPersonId, t.xid.desc(), t.id.desc())
      .where(sql`${t.actorPersonId} is not null`),
    index("events_actor").on(sql`lower(${t.actorName})`, t.xid.desc(), t.id.desc()),
    index("events_request").on(t.requestId).where(sql`${t.requestId} is not null`),
    index("events_at").on(t.at),
  ],
);

/** One link of the chain over the events: a SHA-256 of what happened since the block before, on top of that one's. */
export const eventBlocks = pgTable(
  "event_blocks",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    lastXid: xid8("last_xid").notNull(),
    lastId: bigint("last_id", { mode: "number" }).notNull(),
    /** When the latest of its events happened. */
    lastAt: moment("last_at").notNull(),
    events: integer("events").notNull(),
    hash: bytes("hash").notNull(),
    sealedAt: moment("sealed_at").notNull(),
  },
  (t) => [uniqueIndex("event_blocks_last").on(t.lastXid, t.lastId)],
);
