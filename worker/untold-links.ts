import { sql } from "drizzle-orm";

/**
 * Open links whose client's side nobody has told by this moment, though an hour has passed, and nothing is on its
 * way: the limit of letters swallowed it, or its server took nothing in three days. After a week nobody is sought.
 * Names the table `l`.
 */
export const isUntold = (at: Date) => {
  const until = new Date(at.getTime() - 3_600_000).toISOString();
  const from = new Date(at.getTime() - 7 * 86_400_000).toISOString();
  return sql`l.told_at is null and l.unlinked_at is null and l.created_at between ${from} and ${until}
    and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at.toISOString()})
    and not exists (select 1 from deliveries d where d.link_id = l.id and d.type = 'link.created'
      and d.answered_at is null and d.failed_at is null)
    and not exists (select 1 from mails m where m.tells_link_id = l.id and m.kind <> ${digestKind}
      and m.sent_at is null and m.failed_at is null)`;
};

/** The kind of the letter that tells of several links at once. */
export const digestKind = "links-digest";
