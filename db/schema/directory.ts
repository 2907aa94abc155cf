import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./accounts";
import { clients } from "./clients";
import { moment } from "./columns";

/** An aggregator's entry in the public directory, as approved. */
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
    description: text("description").notNull().default(""),
    website: text("website").notNull().default(""),
    methods: text("methods").array().notNull(),
    /** A picture beside the name, as a data address; null where none was given. */
    logo: text("logo"),
    supportUrl: text("support_url").notNull().default(""),
    approvedAt: moment("approved_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [index("listings_name").on(t.displayName)],
);
