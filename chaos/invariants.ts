import { type SQL, sql } from "drizzle-orm";

/** A rule that holds for all that was made since a moment; its query finds what breaks it. */
export type Invariant = { name: string; find: (since: string) => SQL };

const events = (type: string, key: string, id: SQL) =>
  sql`(select count(*) from events e where e.type = ${type} and e.data ->> ${key} = ${id}::text)`;
const newLinks = (since: string) =>
  sql`(select * from seller_links where created_at >= ${since}::timestamptz)`;
const newClients = (since: string) =>
  sql`(select * from clients where created_at >= ${since}::timestamptz and starter_since is null)`;

/** What the data must be at any moment, whatever was killed when. */
export const invariants: Invariant[] = [
  {
    name: "one link of a pair is open at most",
    find: () => sql`select client_row_id, seller_id from seller_links where unlinked_at is null
      group by client_row_id, seller_id having count(*) > 1`,
  },
  {
    name: "a link began with exactly one event, and ended with exactly one",
    find: (since) => sql`select l.id from ${newLinks(since)} l
      where ${events("link.created", "linkId", sql`l.id`)} <> 1
        or ${events("link.ended", "linkId", sql`l.id`)} <> (l.unlinked_at is not null)::int`,
  },
  {
    name: "a link to somebody else's client has its consent",
    find: (since) => sql`select l.id from ${newLinks(since)} l
      where l.client_organisation_id <> l.seller_organisation_id and l.via <> 'operator'
        and (select count(*) from consents k where k.link_id = l.id) <> 1`,
  },
  {
    name: "where a client has an endpoint, each beginning and end of a link lies in its outbox once",
    find: (since) => sql`select l.id from ${newLinks(since)} l
      join endpoints p on p.client_row_id = l.client_row_id and p.removed_at is null and p.created_at < l.created_at
      where (select count(*) from deliveries d where d.link_id = l.id and d.type = 'link.created') <> 1
        or (select count(*) from deliveries d where d.link_id = l.id and d.type = 'link.ended') <> (l.unlinked_at is not null)::int`,
  },
  {
    name: "where it has none, one letter tells of the beginning",
    find: (since) => sql`select l.id from ${newLinks(since)} l
      where l.client_organisation_id <> l.seller_organisation_id
        and not exists (select 1 from endpoints p where p.client_row_id = l.client_row_id)
        and (select count(*) from mails m where m.tells_link_id = l.id) <> 1`,
  },
  {
    name: "an event and its change are of one transaction",
    find: (since) => sql`select e.id from events e
      where e.at >= ${since}::timestamptz and (
        (e.type = 'link.created' and not exists (select 1 from seller_links l where l.id::text = e.data ->> 'linkId'))
        or (e.type = 'link.ended' and not exists (select 1 from seller_links l where l.id::text = e.data ->> 'linkId' and l.unlinked_at is not null))
        or (e.type = 'secret.added' and not exists (select 1 from secrets s where s.id::text = e.data ->> 'secretId'))
        or (e.type = 'secret.retired' and not exists (select 1 from secrets s where s.id::text = e.data ->> 'secretId' and s.retired_at is not null))
        or (e.type = 'client.created' and not exists (select 1 from clients c where c.id = e.client_row_id))
        or (e.type = 'invitation.created' and not exists (select 1 from invitations i where i.id::text = e.data ->> 'invitationId')))`,
  },
  {
    name: "a client was made with one event, and each stop, resumption and end of it has one",
    find: (since) => sql`select c.id from ${newClients(since)} c
      cross join lateral (select count(*) filter (where e.type = 'client.created') as created,
        count(*) filter (where e.type = 'client.suspended') as suspended, count(*) filter (where e.type = 'client.resumed') as resumed,
        count(*) filter (where e.type = 'client.deleted') as deleted from events e where e.client_row_id = c.id) n
      where n.created <> 1 or n.deleted <> (c.deleted_at is not null)::int
        or n.suspended - n.resumed <> (c.suspended_at is not null)::int`,
  },
  {
    name: "a secret was made with exactly one event, and retired with one at most",
    find: (since) => sql`select s.id from secrets s join ${newClients(since)} c on c.id = s.client_row_id
      where ${events("secret.added", "secretId", sql`s.id`)} <> 1 or ${events("secret.retired", "secretId", sql`s.id`)} > 1`,
  },
  {
    name: "two secrets of a client work at most",
    find: () => sql`select client_row_id from secrets where retired_at is null and (ends_at is null or ends_at > now())
      group by client_row_id having count(*) > 2`,
  },
  {
    name: "a client without a secret that works had one, and somebody ended it",
    find: (since) => sql`select c.id from ${newClients(since)} c
      where c.deleted_at is null
        and not exists (select 1 from secrets s where s.client_row_id = c.id and s.retired_at is null and (s.ends_at is null or s.ends_at > now()))
        and not exists (select 1 from events e where e.client_row_id = c.id and e.type in ('secret.retired', 'hand_over.given')
          or e.type = 'secret.added' and e.client_row_id = c.id and e.data ->> 'overlap' is not null)`,
  },
  {
    name: "an open link's client is alive, and so are both organisations and the account's owner",
    find: () => sql`select l.id from seller_links l join clients c on c.id = l.client_row_id
      left join organisations a on a.id = l.client_organisation_id left join organisations b on b.id = l.seller_organisation_id
      left join sellers s on s.seller_id = l.seller_id
      where l.unlinked_at is null and (c.deleted_at is not null or a.id is null or (l.seller_organisation_id is not null and b.id is null)
        or s.seller_id is null or s.owner_organisation_id is distinct from l.seller_organisation_id
        or c.organisation_id <> l.client_organisation_id)`,
  },
  {
    name: "a deleted client has no secret that works",
    find: () => sql`select s.id from secrets s join clients c on c.id = s.client_row_id
      where c.deleted_at is not null and s.retired_at is null and (s.ends_at is null or s.ends_at > now())`,
  },
  {
    name: "an invitation ends once, with one event, and an accepted one has its link",
    find: (since) => sql`select i.id from invitations i left join seller_links l on l.id = i.link_id
      where i.created_at >= ${since}::timestamptz and ((select count(*) from events e
          where e.type in ('invitation.accepted', 'invitation.declined', 'invitation.withdrawn') and e.data ->> 'invitationId' = i.id::text)
          <> num_nonnulls(i.accepted_at, i.declined_at, i.withdrawn_at)
        or num_nonnulls(i.accepted_at, i.declined_at, i.withdrawn_at) > 1
        or (i.accepted_at is not null and (l.id is null or l.client_row_id <> i.client_row_id)))`,
  },
  {
    name: "a mailed right to a new password was used once at most, and no password changed without one",
    find: (since) => sql`select p.id from people p where p.created_at >= ${since}::timestamptz
      and (select count(*) from events e where e.type = 'person.password_changed' and e.actor_person_id = p.id)
        <> (select count(*) from resets r where r.person_id = p.id and r.used_at is not null)`,
  },
  {
    name: "a key of the portal API stands for one answer and one thing",
    find: (since) => sql`select k.key from idempotency_keys k
      where k.created_at >= ${since}::timestamptz and k.status = 201
        and not exists (select 1 from invitations i where i.id::text = k.body -> 'body' ->> 'id')
        and not exists (select 1 from secrets s where s.id::text = k.body -> 'body' ->> 'secretId')
        and not exists (select 1 from endpoints p where p.id::text = k.body -> 'body' ->> 'id')
      union all select i.reference from invitations i where i.created_at >= ${since}::timestamptz and i.reference <> ''
      group by i.client_row_id, i.reference having count(*) > 1`,
  },
  {
    name: "every block of the audit trail's chain seals what stands between it and the one before",
    find: () => sql`select b.number from event_blocks b left join event_blocks p on p.number = b.number - 1
      cross join lateral seal_between(coalesce(p.hash, ''::bytea), coalesce(p.last_xid, '0'::xid8), coalesce(p.last_id, 0), b.last_xid, b.last_id) s
      where s.hash <> b.hash or s.events <> b.events or (p.number is null and b.number <> 1)`,
  },
  {
    name: "no event holds a secret",
    find: () => sql`select id from events where data::text ~ 'mps_(test|live)_|whsec_'`,
  },
];

/** What must be gone once nothing happens any more: letters and messages whose time has come. */
export const outboxes: Invariant = {
  name: "after a minute of calm the outboxes are empty",
  find: (since) => sql`
    select 'letter ' || kind || ', tried ' || tries as id from mails
      where created_at >= ${since}::timestamptz and sent_at is null and failed_at is null
    union all select 'message ' || type || ', tried ' || tries from deliveries
      where created_at >= ${since}::timestamptz and answered_at is null and failed_at is null`,
};
