import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { bytes, moment } from "./columns";

/**
 * Somebody said that a seller account is theirs. The row looks the same whether the account exists, is owned, or
 * not; `codeHash` is null where no code was mailed.
 */
export const claims = pgTable(
  "claims",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    codeHash: bytes("code_hash"),
    wrongCodes: integer("wrong_codes").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    provenAt: moment("proven_at"),
  },
  (t) => [index("claims_organisation").on(t.organisationId, t.createdAt.desc())],
);

/** A proof for an account that is owned already: its owners let the person in as viewer, or decline. */
export const claimRequests = pgTable(
  "claim_requests",
  {
    id: uuid("id").primaryKey(),
    /** The owner of the seller account, who decides. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The organisation from which it was asked. */
    askingOrganisationId: uuid("asking_organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    createdAt: moment("created_at").notNull(),
    acceptedAt: moment("accepted_at"),
    declinedAt: moment("declined_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("claim_requests_open")
      .on(t.personId, t.sellerId)
      .where(sql`${t.acceptedAt} is null and ${t.declinedAt} is null`),
    index("claim_requests_organisation").on(t.organisationId, t.createdAt.desc()),
  ],
);
