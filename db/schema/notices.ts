import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { moment } from "./columns";

export type NoticeChoice = "mail" | "digest" | "off";
export type DigestRhythm = "daily" | "weekly" | "off";

/** How one person wants to hear of one kind of thing; without a row, by letter. Security letters know no choice. */
export const noticeChoices = pgTable(
  "notice_choices",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    notice: text("notice").notNull(),
    choice: text("choice").$type<NoticeChoice>().notNull(),
    chosenAt: moment("chosen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.notice] })],
);

/** A letter that its receiver chose to read in a digest: one line of the next one. */
export const digestLines = pgTable(
  "digest_lines",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    notice: text("notice").notNull(),
    subject: text("subject").notNull(),
    href: text("href").notNull().default(""),
    at: moment("at").notNull(),
    sentAt: moment("sent_at"),
  },
  (t) => [index("digest_lines_waiting").on(t.personId, t.at).where(sql`${t.sentAt} is null`)],
);

/** How often a member wants their organisation's digest, and when the last one left. */
export const digests = pgTable(
  "digests",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    rhythm: text("rhythm").$type<DigestRhythm>().notNull(),
    lastSentAt: moment("last_sent_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.organisationId] })],
);
