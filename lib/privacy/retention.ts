import { type SQL, sql } from "drizzle-orm";
import { inSeconds } from "../clock";

const day = 86_400;

/** Reads as "so many days ago" in a condition. */
type Ago = (days: number) => SQL;

/** For how long one kind of thing is kept, and how each of its tables is rid of what is past its time. */
type Rule = {
  /** Days; null where it stays as long as what it belongs to. The page says which. */
  days: number | null;
  /** Table -> which of its rows go; null where they go with another row, or stay. */
  tables: Record<string, ((ago: Ago) => SQL) | null>;
  /** Table -> what is emptied instead, and in which rows. */
  empty?: Record<string, { set: SQL; where: (ago: Ago) => SQL }>;
};

const isOldRun = (of: SQL, ago: Ago) => sql`coalesce(${of}finished_at, ${of}stopped_at) < ${ago(90)}`;
const isOldTicket = (of: SQL, ago: Ago) => sql`${of}solved_at < ${ago(730)}`;
const ofOldTicket = (ago: Ago) =>
  sql`exists (select from tickets t where t.id = ticket_id and ${isOldTicket(sql`t.`, ago)})`;

/**
 * What is kept of people, for how long, and what becomes of it then. The worker deletes by this list and the privacy page
 * reads it to everybody, so neither can promise what the other does not do.
 */
export const retention = {
  account: {
    days: 30,
    tables: { people: null, members: null, second_factors: null, recovery_codes: null, notice_choices: null },
  },
  sessions: { days: 30, tables: { sessions: (ago) => sql`least(ended_at, expires_at) < ${ago(30)}` } },
  signUps: {
    days: 7,
    tables: {
      sign_ups: (ago) => sql`expires_at < ${ago(7)}`,
      resets: (ago) => sql`expires_at < ${ago(7)}`,
      // A wait may be made use of for a week.
      recoveries: (ago) =>
        sql`coalesce(stopped_at, used_at, ready_at + interval '7 days', expires_at) < ${ago(7)}`,
      recovery_stops: null,
      claims: (ago) => sql`expires_at < ${ago(7)}`,
    },
  },
  letters: {
    days: 30,
    tables: {
      mails: (ago) => sql`sent_at < ${ago(7)} or created_at < ${ago(30)}`,
      owed_letters: (ago) => sql`at < ${ago(30)}`,
      digest_lines: (ago) => sql`sent_at < ${ago(7)} or at < ${ago(30)}`,
      digests: null,
    },
  },
  firstCalls: { days: 30, tables: { first_calls: (ago) => sql`created_at < ${ago(30)}` } },
  traffic: {
    days: 30,
    tables: {
      deliveries: (ago) => sql`created_at < ${ago(30)}`,
      attempts: null,
      idempotency_keys: (ago) => sql`created_at < ${ago(1)}`,
      ended_tokens: (ago) => sql`expires_at < ${ago(1)}`,
      used_form_keys: (ago) => sql`used_at < ${ago(2)}`,
      // Written by the database's own clock, and judged by it.
      limit_counters: () => sql`expires_at < clock_timestamp()`,
      seller_changes: (ago) => sql`changed_at < ${ago(30)}`,
    },
  },
  tickets: {
    days: 730,
    tables: {
      attachments: ofOldTicket,
      ticket_messages: (ago) =>
        sql`${ofOldTicket(ago)} and not exists (select from attachments a where a.message_id = ticket_messages.id)`,
      tickets: (ago) =>
        sql`${isOldTicket(sql``, ago)} and not exists (select from ticket_messages m where m.ticket_id = tickets.id)`,
    },
  },
  invitations: {
    days: 365,
    tables: { invitations: null, hand_overs: (ago) => sql`expires_at < ${ago(365)}` },
    empty: {
      invitations: {
        set: sql`addressee_email = null, addressee_email_fold = null, message = ''`,
        where: (ago) =>
          sql`(addressee_email_fold is not null or message <> '') and num_nonnulls(accepted_at, declined_at, withdrawn_at) > 0
            and coalesce(accepted_at, declined_at, withdrawn_at) < ${ago(365)}`,
      },
    },
  },
  team: {
    days: 90,
    tables: {
      team_invitations: (ago) => sql`expires_at < ${ago(90)}`,
      ownership_offers: (ago) => sql`expires_at < ${ago(90)}`,
      claim_requests: (ago) => sql`coalesce(accepted_at, declined_at) < ${ago(90)}`,
    },
  },
  bulk: {
    days: 90,
    tables: {
      // First what hangs on a run, some thousands at once like everything: with ten thousand each they would go in one.
      bulk_items: (ago) =>
        sql`exists (select from bulk_runs r where r.id = bulk_run_id and ${isOldRun(sql`r.`, ago)})`,
      bulk_runs: (ago) =>
        sql`${isOldRun(sql``, ago)} and not exists (select from bulk_items i where i.bulk_run_id = bulk_runs.id)`,
    },
  },
  directory: {
    days: 7,
    tables: {
      listings: null,
      listing_versions: null,
      name_permits: null,
      // A proof stays; a try that came to nothing does not.
      domain_proofs: (ago) => sql`proven_at is null and expires_at < ${ago(7)}`,
      // A picture that nothing shows: whoever saved it may still be writing what does.
      logos: (ago) => sql`created_at < ${ago(1)}
        and not exists (select from listings l where l.logo = '/logos/' || encode(logos.hash, 'hex') || '.webp')
        and not exists (select from listing_versions v where v.logo = '/logos/' || encode(logos.hash, 'hex') || '.webp')`,
    },
  },
  notes: { days: 1096, tables: { operator_notes: (ago) => sql`created_at < ${ago(1096)}` } },
  organisation: {
    days: null,
    tables: {
      organisations: null,
      sellers: null,
      clients: null,
      client_areas: null,
      client_reviews: null,
      secrets: null,
      endpoints: null,
      seller_links: null,
      consents: null,
      seller_notes: null,
      seller_tags: null,
      saved_views: null,
      kept_sellers: null,
    },
  },
  /** Only ever added to; past its time it goes by `npm run audit:check -- --forget`. */
  events: { days: 1096, tables: { events: null, event_blocks: null } },
} as const satisfies Record<string, Rule>;

export type RetentionName = keyof typeof retention;

/** One step of letting go: in one table, some rows at a time. */
export type RetentionStep = { table: string; where: SQL; set?: SQL };

/** Everything the worker does to keep the list, in an order in which nothing is left hanging. */
export function retentionSteps(): RetentionStep[] {
  const ago: Ago = (days) => sql`${inSeconds(-days * day).toISOString()}::timestamptz`;
  return Object.values<Rule>(retention).flatMap(({ tables, empty = {} }) => [
    ...Object.entries(tables).flatMap(([table, isPast]) => (isPast ? [{ table, where: isPast(ago) }] : [])),
    ...Object.entries(empty).map(([table, { set, where }]) => ({ table, set, where: where(ago) })),
  ]);
}
