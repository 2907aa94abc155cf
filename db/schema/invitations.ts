import { sql } from "drizzle-orm";
import { bigint, index, integer, type PgColumn, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { clients } from "./clients";
import { bytes, moment } from "./columns";
import { sellerLinks } from "./links";

/** How far the invited person came: opened the page, signed in, saw the consent page. */
export type InvitationStep = "opened" | "signed_in" | "consent";

type Ends = Record<"acceptedAt" | "declinedAt" | "withdrawnAt", PgColumn>;
const isPending = ({ acceptedAt, declinedAt, withdrawnAt }: Ends) =>
  sql`${acceptedAt} is null and ${declinedAt} is null and ${withdrawnAt} is null`;

/** A client's owner asks for a link. With an addressee it is a request that waits for that seller. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull().unique(),
    /** Of the links that sending again replaced: their holders learn that they have ended. */
    replacedHashes: bytes("replaced_hashes").array().notNull().default(sql`'{}'`),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The sender's own name for this customer; comes back with the link. */
    reference: text("reference").notNull().default(""),
    message: text("message").notNull().default(""),
    expectedSellerId: bigint("expected_seller_id", { mode: "number" }),
    addresseeEmail: text("addressee_email"),
    /** The address as compared: NFKC, lower case. */
    addresseeEmailFold: text("addressee_email_fold"),
    addresseeSellerId: bigint("addressee_seller_id", { mode: "number" }),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    expiresAt: moment("expires_at").notNull(),
    sends: integer("sends").notNull().default(1),
    sentAt: moment("sent_at").notNull(),
    openedAt: moment("opened_at"),
    step: text("step").$type<InvitationStep>(),
    stepAt: moment("step_at"),
    acceptedAt: moment("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => people.id),
    linkId: uuid("link_id").references(() => sellerLinks.id),
    /** The link of another client of the sender's, in whose place it asks to be let in: that ends when this is accepted. */
    movesLinkId: uuid("moves_link_id").references(() => sellerLinks.id),
    declinedAt: moment("declined_at"),
    declinedBy: uuid("declined_by").references(() => people.id),
    declineReason: text("decline_reason"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
  },
  (t) => [
    index("invitations_organisation").on(t.organisationId, t.createdAt.desc(), t.id.desc()),
    index("invitations_email").on(t.addresseeEmailFold).where(sql`${t.addresseeEmailFold} is not null`),
    index("invitations_seller").on(t.addresseeSellerId).where(sql`${t.addresseeSellerId} is not null`),
    // One that has lapsed counts too, for an index knows no time: whoever makes the next one withdraws it first.
    uniqueIndex("invitations_one_to_email")
      .on(t.clientRowId, t.addresseeEmailFold)
      .where(sql`${t.addresseeEmailFold} is not null and ${isPending(t)}`),
    uniqueIndex("invitations_one_to_seller")
      .on(t.clientRowId, t.addresseeSellerId)
      .where(sql`${t.addresseeSellerId} is not null and ${isPending(t)}`),
    index("invitations_to_nobody")
      .on(t.clientRowId, t.expiresAt)
      .where(sql`${t.addresseeEmailFold} is null and ${t.addresseeSellerId} is null and ${isPending(t)}`),
  ],
);

/** A right to make one new secret of a client. Nothing secret is stored with it, before or after. */
export const handOvers = pgTable(
  "hand_overs",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull().unique(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Shown beside the clientId, because the receiver's form asks for three values. */
    sellerId: bigint("seller_id", { mode: "number" }),
    /** For whom, in the giver's words. */
    label: text("label").notNull().default(""),
    /** argon2id of a pass phrase told by another way; null where none was set. */
    phraseHash: text("phrase_hash"),
    wrongPhrases: integer("wrong_phrases").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    expiresAt: moment("expires_at").notNull(),
    openedAt: moment("opened_at"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
  },
  (t) => [index("hand_overs_client").on(t.clientRowId, t.createdAt.desc())],
);

/** Customers who gave their own client's values to a partner: kept beside the linked ones, never with a secret. */
export const keptSellers = pgTable(
  "kept_sellers",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    clientId: text("client_id").notNull(),
    reference: text("reference").notNull().default(""),
    notes: text("notes").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
  },
  (t) => [uniqueIndex("kept_sellers_pair").on(t.organisationId, t.sellerId, t.clientId)],
);
