import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** The outbox of letters. Text and HTML are encrypted: they hold one-use links. */
export const mails = pgTable(
  "mails",
  {
    id: uuid("id").primaryKey(),
    recipient: text("recipient").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    sealedText: text("sealed_text").notNull(),
    sealedHtml: text("sealed_html").notNull(),
    /** The link whose client's side learns of it by this letter alone, where no endpoint tells it. */
    tellsLinkId: uuid("tells_link_id"),
    createdAt: moment("created_at").notNull().defaultNow(),
    dueAt: moment("due_at").notNull().defaultNow(),
    tries: integer("tries").notNull().default(0),
    sentAt: moment("sent_at"),
    /** Given up, after the last try. */
    failedAt: moment("failed_at"),
  },
  (t) => [
    // Letters that ask a stranger for something leave after all others.
    index("mails_due")
      .on(sql`(${t.kind} in ('invitation', 'request', 'link-reminder'))`, t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.failedAt} is null`),
    index("mails_failed").on(t.failedAt.desc()).where(sql`${t.failedAt} is not null`),
    index("mails_recipient").on(t.recipient, t.createdAt.desc()),
  ],
);

/** A letter about access that the hourly limit had no room for: its receiver gets it together with others. */
export const owedLetters = pgTable(
  "owed_letters",
  {
    id: uuid("id").primaryKey(),
    recipient: text("recipient").notNull(),
    /** The kind of the letter it stands for. */
    kind: text("kind").$type<"seller-linked" | "seller-unlinked">().notNull(),
    linkId: uuid("link_id").notNull(),
    /** Who opened or ended the link. */
    by: text("by").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("owed_letters_recipient").on(t.recipient, t.at)],
);
