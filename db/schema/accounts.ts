import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns";

/** A human being with an e-mail address. Belongs to no organisation; see `members`. */
export const people = pgTable("people", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull(),
  /** The address as compared: NFKC, lower case. */
  emailFold: text("email_fold").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash").notNull(),
  language: text("language").notNull().default("en"),
  /** How often they read what they chose to have together. */
  digestRhythm: text("digest_rhythm").$type<"daily" | "weekly">().notNull().default("daily"),
  createdAt: moment("created_at").notNull().defaultNow(),
  /** Forgotten: name, address and password are gone. */
  deletedAt: moment("deleted_at"),
});

export const organisations = pgTable(
  "organisations",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<OrganisationKind>().notNull(),
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    suspendedAt: moment("suspended_at"),
    suspendedBy: uuid("suspended_by"),
    /** Why, as its members are told. */
    suspendReason: text("suspend_reason"),
    /** The organisation's own domain, and when it was proven to be; a fact to show, never a right. */
    domain: text("domain"),
    domainVerifiedAt: moment("domain_verified_at"),
    /** By what it was: a code mailed there, or a record in its DNS, which is the stronger. */
    domainProof: text("domain_proof").$type<DomainMethod>(),
    /** By an owner's wish, for good; nobody acts for it, so `suspendedAt` is set too. */
    deletedAt: moment("deleted_at"),
    deletedBy: uuid("deleted_by"),
  },
  (t) => [
    check("organisations_kind", sql`${t.kind} in ('seller','partner','aggregator','operator')`),
    index("organisations_name").on(sql`lower(${t.name})`),
  ],
);

export type OrganisationKind = "seller" | "partner" | "aggregator" | "operator";
export type DomainMethod = "mail" | "dns";
export type Role = "owner" | "editor" | "viewer";

/** Who acts for which organisation, and as what. */
export const members = pgTable(
  "members",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").$type<Role>().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index("members_person").on(t.personId),
    check("members_role", sql`${t.role} in ('owner','editor','viewer')`),
  ],
);

/** A seller account of the marketplace. At most one organisation owns it; an organisation may own several. */
export const sellers = pgTable(
  "sellers",
  {
    sellerId: bigint("seller_id", { mode: "number" }).primaryKey(),
    ownerOrganisationId: uuid("owner_organisation_id").references(() => organisations.id),
    shopName: text("shop_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    /** The guide's test sellers: any client may use them, within a shared quota. */
    openTestSince: moment("open_test_since"),
    /** The organisation that made it as its one extra sandbox account; the unique index carries "one". */
    extraOfOrganisationId: uuid("extra_of_organisation_id")
      .unique()
      .references(() => organisations.id),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [index("sellers_owner").on(t.ownerOrganisationId, t.sellerId)],
);

/** One signed-in browser. The cookie holds this id, encrypted, and nothing else. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** The organisation whose pages this browser shows; never by itself a right. */
    shownOrganisationId: uuid("shown_organisation_id").references(() => organisations.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    seenAt: moment("seen_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    /** When the password was last typed; some acts ask for less than ten minutes. */
    freshAt: moment("fresh_at").notNull(),
    endedAt: moment("ended_at"),
    address: text("address").notNull().default(""),
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

/**
 * The second factor of a person: the key that their authenticator app shares, sealed. It counts `since` a first code of
 * it was typed; until then it is a draft, which only the session that asked for it is shown.
 */
export const secondFactors = pgTable(
  "second_factors",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id),
    sealedKey: text("sealed_key"),
    since: moment("since"),
    /** The step of the last code that was taken: none counts twice. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    draftSealedKey: text("draft_sealed_key"),
    draftSessionId: uuid("draft_session_id"),
    draftAt: moment("draft_at"),
  },
  (t) => [
    check("second_factors_whole", sql`num_nonnulls(${t.sealedKey}, ${t.since}) in (0, 2)`),
    check(
      "second_factors_draft",
      sql`num_nonnulls(${t.draftSealedKey}, ${t.draftSessionId}, ${t.draftAt}) in (0, 3)`,
    ),
  ],
);

/** Codes for the day the authenticator app is lost, as hashes. Each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    hash: bytes("hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
);

/** Somebody asked to sign up; nothing else exists until the mailed link is used. */
export const signUps = pgTable("sign_ups", {
  tokenHash: bytes("token_hash").primaryKey(),
  email: text("email").notNull(),
  kind: text("kind").$type<OrganisationKind>().notNull(),
  companyName: text("company_name").notNull(),
  name: text("name").notNull(),
  termsVersion: text("terms_version").notNull(),
  /** The language in which the sign-up was made; the new person's. */
  language: text("language").notNull().default("en"),
  createdAt: moment("created_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/** A mailed right to set a new password. */
export const resets = pgTable("resets", {
  tokenHash: bytes("token_hash").primaryKey(),
  personId: uuid("person_id")
    .notNull()
    .references(() => people.id),
  createdAt: moment("created_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/**
 * The way back to an account whose authenticator app and recovery codes are lost. The mailed token begins a wait, once;
 * it ends by being stopped, by being used after `readyAt`, or unused a week later.
 */
export const recoveries = pgTable(
  "recoveries",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    begunAt: moment("begun_at"),
    readyAt: moment("ready_at"),
    /** When the last letter about the wait was written. */
    toldAt: moment("told_at"),
    stoppedAt: moment("stopped_at"),
    usedAt: moment("used_at"),
  },
  (t) => [
    check("recoveries_begun", sql`num_nonnulls(${t.begunAt}, ${t.readyAt}, ${t.toldAt}) in (0, 3)`),
    check(
      "recoveries_used",
      sql`${t.usedAt} is null or (${t.begunAt} is not null and ${t.stoppedAt} is null)`,
    ),
    uniqueIndex("recoveries_running")
      .on(t.personId)
      .where(sql`${t.begunAt} is not null and ${t.stoppedAt} is null and ${t.usedAt} is null`),
  ],
);

/** The links that stop a wait, as hashes: each letter about it brings one. */
export const recoveryStops = pgTable(
  "recovery_stops",
  {
    hash: bytes("hash").primaryKey(),
    recoveryId: uuid("recovery_id")
      .notNull()
      .references(() => recoveries.id, { onDelete: "cascade" }),
  },
  (t) => [index("recovery_stops_recovery").on(t.recoveryId)],
);

/** Form keys that were used: each works once. */
export const usedFormKeys = pgTable(
  "used_form_keys",
  {
    hash: bytes("hash").primaryKey(),
    act: text("act").notNull(),
    usedAt: moment("used_at").notNull().defaultNow(),
    /** What the use made, so that a repeat can point at it. */
    subjectId: uuid("subject_id"),
  },
  (t) => [index("used_form_keys_used_at").on(t.usedAt)],
);
