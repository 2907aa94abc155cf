import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type DomainMethod, organisations, people } from "./accounts";
import { clients } from "./clients";
import { bytes, moment } from "./columns";

/** An aggregator's entry in the public directory: the approved snapshot. */
export const listings = pgTable(
  "listings",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .unique()
      .references(() => organisations.id),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    displayName: text("display_name").notNull(),
    /** The name as searched, by `name_fold`: no case, no accents, no spaces. */
    nameFold: text("name_fold").notNull().generatedAlwaysAs(sql`name_fold(display_name)`),
    /** The name as the eye sees it, by `nameSkeleton`: no two public names share one. */
    nameSkeleton: text("name_skeleton").notNull().default(""),
    /** The same without generic words, by `nameCore`: "FeedWise Support" is taken for "FeedWise". */
    nameCore: text("name_core").notNull().default(""),
    description: text("description").notNull().default(""),
    website: text("website").notNull().default(""),
    methods: text("methods").array().notNull(),
    /** Where the picture beside the name is; null where none was given. */
    logo: text("logo"),
    supportUrl: text("support_url").notNull().default(""),
    /** It stands in the directory since; null while it does not. */
    approvedAt: moment("approved_at"),
    /** The version that was approved last. */
    versionId: uuid("version_id"),
    /** Its owner took it out of the directory. */
    unlistedAt: moment("unlisted_at"),
    unlistedBy: uuid("unlisted_by").references(() => people.id),
    /** The operator took it out, for a reason. */
    suspendedAt: moment("suspended_at"),
    suspendedBy: uuid("suspended_by").references(() => people.id),
    suspendReason: text("suspend_reason"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("listings_name").on(t.displayName),
    index("listings_any_skeleton").on(t.nameSkeleton),
    index("listings_core").on(t.nameCore),
    // A slip of the keys leaves the beginning or the end of a long name as it was.
    index("listings_core_begins").on(sql`left(${t.nameCore}, 3)`, sql`length(${t.nameCore})`),
    index("listings_core_ends").on(sql`right(${t.nameCore}, 3)`, sql`length(${t.nameCore})`),
    uniqueIndex("listings_skeleton")
      .on(t.nameSkeleton)
      .where(sql`${t.approvedAt} is not null and ${t.nameSkeleton} <> ''`),
  ],
);

export type ListingDecision = "approve" | "changes" | "reject";

/** What an aggregator wants its entry to be: a draft, then a submission, then a decision. Decided ones stay. */
export const listingVersions = pgTable(
  "listing_versions",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    displayName: text("display_name").notNull().default(""),
    nameSkeleton: text("name_skeleton").notNull().default(""),
    description: text("description").notNull().default(""),
    website: text("website").notNull().default(""),
    methods: text("methods").array().notNull().default(sql`'{}'`),
    logo: text("logo"),
    supportUrl: text("support_url").notNull().default(""),
    /** The proven domain that goes with it, as shown beside the name. */
    domain: text("domain"),
    domainVerifiedAt: moment("domain_verified_at"),
    domainProof: text("domain_proof").$type<DomainMethod>(),
    /** Counts the changes, so that a decision is about what was read. */
    revision: integer("revision").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by").references(() => people.id),
    submittedAt: moment("submitted_at"),
    submittedBy: uuid("submitted_by").references(() => people.id),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decision: text("decision").$type<ListingDecision>(),
    reason: text("reason"),
    /** Field name -> what its reviewer says of it. */
    comments: jsonb("comments").$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [
    // One that is not decided yet per organisation: the second tab finds the first's.
    uniqueIndex("listing_versions_open").on(t.organisationId).where(sql`${t.decidedAt} is null`),
    index("listing_versions_organisation").on(t.organisationId, t.createdAt.desc()),
    index("listing_versions_queue")
      .on(t.submittedAt, t.id)
      .where(sql`${t.submittedAt} is not null and ${t.decidedAt} is null`),
  ],
);

/** Pictures, decoded and written anew by us; named by the SHA-256 of their bytes. */
export const logos = pgTable("logos", {
  hash: bytes("hash").primaryKey(),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id),
  bytes: bytes("bytes").notNull(),
  createdAt: moment("created_at").notNull(),
});

/** Somebody says that a domain is their organisation's, and proves it by a mailed code or a DNS record. */
export const domainProofs = pgTable(
  "domain_proofs",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    domain: text("domain").notNull(),
    method: text("method").$type<DomainMethod>().notNull(),
    /** Where the code was mailed. */
    email: text("email"),
    codeHash: bytes("code_hash"),
    wrongCodes: integer("wrong_codes").notNull().default(0),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    provenAt: moment("proven_at"),
  },
  (t) => [index("domain_proofs_organisation").on(t.organisationId, t.createdAt.desc())],
);

/** A protected name that one organisation may carry after all: two operators said so. */
export const namePermits = pgTable(
  "name_permits",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    nameSkeleton: text("name_skeleton").notNull(),
    reason: text("reason").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id),
    confirmedAt: moment("confirmed_at"),
    confirmedBy: uuid("confirmed_by").references(() => people.id),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("name_permits_live")
      .on(t.organisationId, t.nameSkeleton)
      .where(sql`${t.withdrawnAt} is null`),
  ],
);
