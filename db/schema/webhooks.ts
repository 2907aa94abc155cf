import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { clients } from "./clients";
import { bytes, moment } from "./columns";

/** Where a client's owner wants to be told. One live endpoint per client; removed ones stay for their log. */
export const endpoints = pgTable(
  "endpoints",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    url: text("url").notNull(),
    events: text("events").array().notNull(),
    /** The signing key, encrypted under `KEYS`; shown once. */
    sealedKey: text("sealed_key").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    /** Every try has failed since; cleared by the next 2xx. */
    failingSince: moment("failing_since"),
    /** Deliveries stopped: the receiver said 410. */
    disabledAt: moment("disabled_at"),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => people.id),
  },
  (t) => [uniqueIndex("endpoints_live").on(t.clientRowId).where(sql`${t.removedAt} is null`)],
);

/** One message to one endpoint; its id is the `webhook-id` of every try. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid("id").primaryKey(),
    endpointId: uuid("endpoint_id")
      .notNull()
      .references(() => endpoints.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    type: text("type").notNull(),
    linkId: uuid("link_id"),
    /** The very bytes that are signed and sent: ids and status, never a secret. */
    body: text("body").notNull(),
    createdAt: moment("created_at").notNull(),
    dueAt: moment("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    lastTriedAt: moment("last_tried_at"),
    lastStatus: smallint("last_status"),
    lastFault: text("last_fault"),
    /** The endpoint answered 2xx. */
    answeredAt: moment("answered_at"),
    /** Given up: the last try failed, or the endpoint is gone. Can be sent again by hand. */
    failedAt: moment("failed_at"),
  },
  (t) => [
    index("deliveries_due")
      .on(t.endpointId, t.dueAt)
      .where(sql`${t.answeredAt} is null and ${t.failedAt} is null`),
    index("deliveries_endpoint").on(t.endpointId, t.createdAt.desc(), t.id.desc()),
    index("deliveries_failed").on(t.failedAt.desc()).where(sql`${t.failedAt} is not null`),
    index("deliveries_link").on(t.linkId),
  ],
);

/** One try of a delivery, kept as a log. */
export const attempts = pgTable(
  "attempts",
  {
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    at: moment("at").notNull(),
    /** Milliseconds until the answer or the fault. */
    tookMs: integer("took_ms").notNull(),
    status: smallint("status"),
    fault: text("fault"),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.number] })],
);

/** What a call of the portal API with an `Idempotency-Key` answered, for a day. Never with a secret or key in it. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    key: text("key").notNull(),
    requestHash: bytes("request_hash").notNull(),
    status: smallint("status").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientRowId, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);
