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
    createdAt: moment("created_at").notNull().defaultNow(),
    dueAt: moment("due_at").notNull().defaultNow(),
    tries: integer("tries").notNull().default(0),
    sentAt: moment("sent_at"),
    /** Given up, after the last try. */
    failedAt: moment("failed_at"),
  },
  (t) => [
    index("mails_due").on(t.dueAt).where(sql`${t.sentAt} is null and ${t.failedAt} is null`),
    index("mails_recipient").on(t.recipient, t.createdAt.desc()),
  ],
);
