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
import { organisations, people } from "./accounts";
import { clients } from "./clients";
import { moment } from "./columns";
import { invitations } from "./invitations";
import { sellerLinks } from "./links";

/** Words that a client's owner puts on its linked sellers; they stay when a link ends and comes again. */
export const sellerTags = pgTable(
  "seller_tags",
  {
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    /** As it was first written. */
    tag: text("tag").notNull(),
    /** The tag as compared, by `foldTag`: no case. */
    fold: text("fold").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientRowId, t.fold, t.sellerId] }),
    index("seller_tags_seller").on(t.clientRowId, t.sellerId, t.fold),
  ],
);

/** What a client's owner remembers of one linked seller. */
export const sellerNotes = pgTable(
  "seller_notes",
  {
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    note: text("note").notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.clientRowId, t.sellerId] })],
);

/** A search of linked sellers under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    /** As it stands in the address: only fields that the list knows. */
    query: text("query").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
  },
  (t) => [uniqueIndex("saved_views_name").on(t.clientRowId, t.name)],
);

export type BulkAct = "tag" | "untag" | "remind" | "unlink" | "move" | "withdraw";
/** Why there was nothing to do for a linked seller, or why it was not to be done. */
export type SkipReason =
  | "has_tag"
  | "has_no_tag"
  | "tags_full"
  | "ended"
  | "linked_again"
  | "needs_nothing"
  | "reminded_lately"
  | "nobody"
  | "day_full"
  | "letters_full"
  | "linked_there"
  | "asked_already"
  | "requests_full"
  | "target_gone"
  | "answered";

/** One act on many linked sellers. It waits a moment so that it can be called off, then the worker goes through it. */
export const bulkRuns = pgTable(
  "bulk_runs",
  {
    id: uuid("id").primaryKey(),
    clientRowId: uuid("client_row_id")
      .notNull()
      .references(() => clients.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    act: text("act").$type<BulkAct>().notNull(),
    /** The tag, the words of the reminder, or the clientId of the client they are moved to. */
    choice: text("choice").notNull().default(""),
    /** What was chosen, as the list's address says it; for the eye. */
    query: text("query").notNull().default(""),
    total: integer("total").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    createdByName: text("created_by_name").notNull(),
    dueAt: moment("due_at").notNull(),
    finishedAt: moment("finished_at"),
    /** Called off: what is not done yet stays undone. */
    stoppedAt: moment("stopped_at"),
    stoppedBy: uuid("stopped_by").references(() => people.id),
    /** Taken back, where the act can be: its run in the other direction. */
    undoneBy: uuid("undone_by"),
    data: jsonb("data").$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [
    index("bulk_runs_client").on(t.clientRowId, t.createdAt.desc()),
    index("bulk_runs_due").on(t.dueAt).where(sql`${t.finishedAt} is null and ${t.stoppedAt} is null`),
  ],
);

/** One linked seller of a bulk run. */
export const bulkItems = pgTable(
  "bulk_items",
  {
    bulkRunId: uuid("bulk_run_id")
      .notNull()
      .references(() => bulkRuns.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    linkId: uuid("link_id")
      .notNull()
      .references(() => sellerLinks.id),
    sellerId: bigint("seller_id", { mode: "number" }).notNull(),
    doneAt: moment("done_at"),
    /** Why nothing was to be done: it had ended, had the tag already, was reminded lately. */
    skipped: text("skipped").$type<SkipReason>(),
    /** The request that was made of them, where the act asks. */
    invitationId: uuid("invitation_id").references(() => invitations.id),
  },
  (t) => [
    primaryKey({ columns: [t.bulkRunId, t.linkId] }),
    index("bulk_items_waiting").on(t.bulkRunId).where(sql`${t.doneAt} is null`),
    index("bulk_items_link")
      .on(t.linkId, t.doneAt)
      .where(sql`${t.doneAt} is not null and ${t.skipped} is null`),
  ],
);
