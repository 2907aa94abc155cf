import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { bytes, moment } from "./columns";

/** What a ticket is about, as far as the page it was opened from knew. Ids and codes, never a secret. */
export type TicketContext = {
  path?: string;
  /** A refusal or verdict code. */
  code?: string;
  /** Names an incident in the log. */
  reference?: string;
  clientId?: string;
  sellerId?: string;
  lamp?: string;
  firstCallId?: string;
  /** That client is not trusted, and somebody should look at it. */
  topic?: "report";
};
/** From whom a message comes. */
export type Side = "member" | "operator";

/** Somebody asks the operator for help. */
export const tickets = pgTable(
  "tickets",
  {
    id: uuid("id").primaryKey(),
    /** What people call it by. */
    number: bigint("number", { mode: "number" })
      .notNull()
      .unique()
      .generatedAlwaysAsIdentity({ startWith: 1001 }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    subject: text("subject").notNull(),
    context: jsonb("context").$type<TicketContext>().notNull().default({}),
    /** "Call me": the number, and the times that suit. */
    callNumber: text("call_number"),
    callTimes: text("call_times"),
    createdAt: moment("created_at").notNull(),
    /** Whose turn it is: the side that wrote last waits for the other. */
    lastSide: text("last_side").$type<Side>().notNull().default("member"),
    lastAt: moment("last_at").notNull(),
    takenBy: uuid("taken_by").references(() => people.id),
    takenAt: moment("taken_at"),
    solvedAt: moment("solved_at"),
    solvedBy: uuid("solved_by").references(() => people.id),
  },
  (t) => [
    index("tickets_organisation").on(t.organisationId, t.lastAt.desc(), t.id.desc()),
    // Oldest first among those that wait for the operator.
    index("tickets_queue").on(t.lastAt, t.id).where(sql`${t.solvedAt} is null and ${t.lastSide} = 'member'`),
  ],
);

/** One message of a ticket. */
export const ticketMessages = pgTable(
  "ticket_messages",
  {
    id: uuid("id").primaryKey(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    side: text("side").$type<Side>().notNull(),
    personId: uuid("person_id").references(() => people.id),
    /** Whose name stands above it; the operator's staff sign by their first name. */
    authorName: text("author_name").notNull(),
    body: text("body").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("ticket_messages_ticket").on(t.ticketId, t.createdAt, t.id)],
);

/** A file that came with a message: plain text, or a picture written anew by us. */
export const attachments = pgTable(
  "attachments",
  {
    id: uuid("id").primaryKey(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => ticketMessages.id),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    isPicture: boolean("is_picture").notNull(),
    size: integer("size").notNull(),
    bytes: bytes("bytes").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("attachments_ticket").on(t.ticketId)],
);

/** What the operator's staff remember of somebody or something; no member ever sees it. */
export const operatorNotes = pgTable(
  "operator_notes",
  {
    id: uuid("id").primaryKey(),
    /** The organisation, client or ticket (its row's id), or the seller account (its SellerId), as text. */
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("operator_notes_subject").on(t.subject, t.createdAt.desc())],
);
