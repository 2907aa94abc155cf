import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** The keys that sign tokens; the private half is encrypted under `KEYS`. */
export const signingKeys = pgTable("signing_keys", {
  kid: text("kid").primaryKey(),
  publicJwk: jsonb("public_jwk").$type<{ kty: string; n: string; e: string }>().notNull(),
  sealedPrivateKey: text("sealed_private_key").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  /** Signs from this moment on; published before it. */
  activeAt: moment("active_at").notNull(),
});

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
  },
  (t) => [index("first_calls_organisation").on(t.organisationId, t.createdAt.desc())],
);
