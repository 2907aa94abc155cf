import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations, people, type Role } from "./accounts";
import { bytes, moment } from "./columns";

/** A colleague is asked to join; the mailed link is the right to. */
export const teamInvitations = pgTable(
  "team_invitations",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull().unique(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    email: text("email").notNull(),
    /** The address as compared: NFKC, lower case. */
    emailFold: text("email_fold").notNull(),
    role: text("role").$type<Role>().notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    expiresAt: moment("expires_at").notNull(),
    sends: integer("sends").notNull().default(1),
    acceptedAt: moment("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => people.id),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("team_invitations_open")
      .on(t.organisationId, t.emailFold)
      .where(sql`${t.acceptedAt} is null and ${t.withdrawnAt} is null`),
    index("team_invitations_organisation").on(t.organisationId, t.createdAt.desc()),
  ],
);

/** An owner offers to hand an organisation to a colleague; it changes hands when that one accepts. */
export const ownershipOffers = pgTable(
  "ownership_offers",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    fromPersonId: uuid("from_person_id")
      .notNull()
      .references(() => people.id),
    toPersonId: uuid("to_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    declinedAt: moment("declined_at"),
    withdrawnAt: moment("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("ownership_offers_open")
      .on(t.organisationId)
      .where(sql`${t.acceptedAt} is null and ${t.declinedAt} is null and ${t.withdrawnAt} is null`),
  ],
);
