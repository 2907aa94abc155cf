import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";

/** One thing that the first release does while a newer one is brought in beside it: the very statements it sends. */
export type OldAct = {
  name: string;
  /** Runs it about the n-th row of the filled tables; throws where the answer is not the one it has always been. */
  run: (sql: Sql, n: number) => Promise<void>;
};

/** The row that `fillFirstSchema` made as the n-th of its kind. */
const idOf = async (tx: Sql | TransactionSql, kind: string, n: number): Promise<string> => {
  const [row] = await tx`select md5(${kind + n})::uuid as id`;
  return row?.id;
};

const expectRows = (rows: ArrayLike<unknown>, what: string) => {
  if (rows.length !== 1) throw new Error(`${what}: ${rows.length} rows`);
};

/** As that release opened every transaction: the role for it alone. */
function as<T>(sql: Sql, role: string, organisationId: string, work: (tx: TransactionSql) => Promise<T>) {
  return sql.begin(async (tx) => {
    await tx`select set_config('role', ${role}, true), set_config('app.organisation_id', ${organisationId}, true)`;
    return work(tx);
  });
}

/** What the first release asks and writes, one of each kind: checks of calls, tokens, pages, links, letters, uses. */
export const oldActs: OldAct[] = [
  {
    name: "check of a call",
    run: (sql, n) =>
      as(sql, "portal_machine", "", async (tx) => {
        const sellerId = 400_000 + (n % 40);
        expectRows(
          await tx`
            select c.id, c.starter_since is not null as is_starter, c.suspended_at is null and c.deleted_at is null as works,
              c.tokens_not_before, l.id is not null as is_linked, l.first_call_at,
              s.seller_id, s.shop_name, s.contact_email, s.created_at, s.open_test_since is not null as is_open_test
            from clients c
            left join sellers s on s.seller_id = ${sellerId}
            left join seller_links l on l.client_row_id = c.id and l.seller_id = ${sellerId} and l.unlinked_at is null
              and link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${new Date()})
            where c.id = ${await idOf(tx, "client", n % 48)}`,
          "the caller",
        );
      }),
  },
  {
    name: "token",
    run: (sql, n) =>
      as(sql, "portal_machine", "", async (tx) => {
        expectRows(
          await tx`
            select found.*, case when works then (
                select case when allowed then 0 else retry_after_seconds end
                from take_limit(${`tokens by client:${n % 48}`}, 1000000, 3600)) end as wait_seconds
            from (
              select c.id, c.client_id, c.suspended_at is null and c.deleted_at is null as works, c.first_token_at,
                s.id as secret_id, s.pepper_id, s.hash
              from clients c left join secrets s on s.client_row_id = c.id and s.retired_at is null
                and (s.ends_at is null or s.ends_at > ${new Date()})
              where c.client_id = ${`first client ${n % 48}`}
            ) as found`,
          "the live secret",
        );
      }),
  },
  {
    name: "uses",
    run: (sql, n) =>
      as(sql, "portal_machine", "", async (tx) => {
        const [client, secret] = [await idOf(tx, "client", n % 48), await idOf(tx, "secret", n % 48)];
        await tx`select record_uses(${`{${client}}`}::text::uuid[], ${`{${secret}}`}::text::uuid[], ${`{${client}}`}::text::uuid[],
          ${`{${400_000 + (n % 40)}}`}::text::bigint[], '{true}'::boolean[], '{false}'::boolean[], ${new Date()})`;
      }),
  },
  {
    name: "signed-in page",
    run: (sql, n) =>
      as(sql, "portal_app", "", async (tx) => {
        const id = await idOf(tx, "session", n % 50);
        expectRows(
          await tx`select person_id, email, person_name, fresh_at, seen_at, shown_organisation_id, organisation_id,
            organisation_name, kind, role from find_session(${id}, ${new Date().toISOString()})`,
          "the session",
        );
        await tx`update sessions set seen_at = ${new Date()} where id = ${id}`;
      }),
  },
  {
    name: "who has access",
    run: async (sql, n) => {
      const organisation = await idOf(sql, "org", 51 + (n % 9));
      await as(sql, "portal_app", organisation, (tx) => {
        const at = new Date().toISOString();
        return tx`
          select l.id, l.client_row_id, l.client_organisation_id, c.client_id, l.seller_id, s.shop_name, l.via, l.created_at,
            l.last_used_at, least(l.expires_at, l.ends_at), l.unlinked_at, l.reason,
            link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at})
          from seller_links l join sellers s on s.seller_id = l.seller_id join clients_linked_to_me() c on c.id = l.client_row_id
          where l.seller_organisation_id = ${organisation}
          order by link_is_open(l.unlinked_at, l.expires_at, l.ends_at, ${at}) desc, l.created_at desc, l.id desc limit 500`;
      });
    },
  },
  {
    name: "new link and its end",
    run: async (sql, n) => {
      const seller = 900_000_000 + n;
      const [shop, owner, client] = [
        await idOf(sql, "org", 51),
        await idOf(sql, "org", 1 + (n % 48)),
        await idOf(sql, "client", n % 48),
      ];
      const person = await idOf(sql, "person", 51);
      const id = randomUUID();
      await as(sql, "portal_app", shop, async (tx) => {
        await tx`insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email, created_at)
          values (${seller}, ${shop}, ${`Late shop ${n}`}, 'late@shops.test', ${new Date()})`;
        expectRows(
          await tx`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, created_at, created_by)
            values (${id}, ${client}, ${seller}, ${owner}, ${shop}, 'created', ${new Date()}, ${person})
            on conflict do nothing returning id`,
          "the link",
        );
        await tx`insert into events (type, organisation_id, other_organisation_id, client_row_id, seller_id, data, actor_person_id, actor_name, request_id)
          values ('link.created', ${shop}, ${owner}, ${client}, ${seller}, ${tx.json({ linkId: id })}, ${person}, 'Somebody', null)`;
        await tx`insert into mails (id, recipient, kind, subject, sealed_text, sealed_html)
          values (${randomUUID()}, 'late@people.test', 'link-created', 'x', 'k1.a.b.c', 'k1.a.b.c')`;
      });
      await as(sql, "portal_app", shop, async (tx) => {
        expectRows(
          await tx`update seller_links set unlinked_at = ${new Date()}, unlinked_by = ${person}, reason = 'not_used'
            where id = ${id} and seller_organisation_id = ${shop} and unlinked_at is null
            returning id, client_organisation_id, client_row_id, seller_id`,
          "the ended link",
        );
        await tx`insert into events (type, organisation_id, other_organisation_id, client_row_id, seller_id, data, actor_person_id, actor_name, request_id)
          values ('link.ended', ${shop}, ${owner}, ${client}, ${seller}, ${tx.json({ linkId: id })}, ${person}, 'Somebody', null)`;
      });
    },
  },
  {
    name: "letters",
    run: (sql) =>
      as(sql, "portal_worker", "", async (tx) => {
        await tx`update mails set tries = tries + 1, due_at = now() + interval '1 minute' where id in (
          select id from mails where sent_at is null and failed_at is null and due_at <= now() order by due_at limit 5 for update skip locked)
          returning id, recipient, kind, subject, sealed_text, sealed_html, created_at, due_at, tries, sent_at, failed_at`;
      }),
  },
];
