import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns";

/** The keys that sign tokens; the private half is encrypted under `KEYS`. */
export const signingKeys = pgTable("signing_keys", {
  kid: text("kid").primaryKey(),
  publicJwk: jsonb("public_jwk").$type<{ kty: string; n: string; e: string }>().notNull(),
  sealedPrivateKey: text("sealed_private_key").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  /** Signs from this moment on; published before it. */
  activeAt: moment("active_at").notNull(),
});

/** Tokens that their client ended before their time, by their `jti`. */
export const endedTokens = pgTable(
  "ended_tokens",
  {
    tokenId: text("token_id").primaryKey(),
    clientRowId: uuid("client_row_id").notNull(),
    endedAt: moment("ended_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("ended_tokens_expires").on(t.expiresAt)],
);

/** What calls of the sandbox changed of a seller account's made-up data; kept for 30 days. */
export const sellerChanges = pgTable(
  "seller_changes",
  {
    /** The SellerId; on an account that is open to all, with the client: nobody sees what others try there. */
    scope: text("scope").notNull(),
    kind: text("kind").$type<"order" | "discussion" | "package" | "offer" | "product">().notNull(),
    key: text("key").notNull(),
    /** Counts the changes: of two at once, one has read an older state and is refused. */
    version: integer("version").notNull().default(1),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.kind, t.key] }),
    index("seller_changes_changed_at").on(t.changedAt),
  ],
);

/** Sliding counters of limits, in sixty slots a window. Read and written only by `take_limit`. */
export const limitCounters = pgTable("limit_counters", {
  key: text("key").primaryKey(),
  slot: bigint("slot", { mode: "number" }).notNull(),
  counts: integer("counts").array().notNull(),
  expiresAt: moment("expires_at").notNull(),
});

/** What the tester reported, redacted; kept for 30 days. */
export const firstCalls = pgTable(
  "first_calls",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id"),
    personId: uuid("person_id"),
    /** For a visitor's starter call: the browser that made it. */
    visitorId: text("visitor_id"),
    clientId: text("client_id").notNull(),
    sellerId: text("seller_id").notNull(),
    operation: text("operation").notNull(),
    verdict: text("verdict").notNull(),
    report: jsonb("report").$type<Record<string, unknown>>().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Of the link by which anybody may read the report, redacted; sharing again replaces it. */
    shareHash: bytes("share_hash"),
    /** Of the links that were replaced: their holders learn that they have ended. */
    shareOldHashes: bytes("share_old_hashes").array().notNull().default(sql`'{}'`),
    sharedAt: moment("shared_at"),
    sharedBy: uuid("shared_by"),
    shareExpiresAt: moment("share_expires_at"),
    shareEndedAt: moment("share_ended_at"),
  },
  (t) => [
    index("first_calls_organisation").on(t.organisationId, t.createdAt.desc()),
    uniqueIndex("first_calls_share").on(t.shareHash).where(sql`${t.shareHash} is not null`),
    index("first_calls_share_old").using("gin", t.shareOldHashes).where(sql`${t.shareOldHashes} <> '{}'`),
  ],
);
