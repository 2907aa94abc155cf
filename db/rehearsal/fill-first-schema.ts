import type { Sql } from "postgres";

const clientCount = 50;

/**
 * Fills an empty database under the first schema (migrations up to 0002) with rows in every table of then, as that
 * release wrote them: so many links, four of them for each seller account, every seventh ended.
 */
export async function fillFirstSchema(sql: Sql, links: number): Promise<void> {
  // As many as the clients divide, so that no pair of client and seller account comes twice.
  const sellers = Math.max(1, Math.ceil(links / 4 / clientCount)) * clientCount;
  const shops = Math.ceil(sellers / 5);
  await sql.begin(async (tx) => {
    await tx`
      insert into organisations (id, kind, name, domain, domain_verified_at)
      select md5('org' || n)::uuid, case when n = 0 then 'operator' when n <= ${clientCount} then
          (array['partner','aggregator'])[1 + n % 2] else 'seller' end,
        'Company ' || n, case when n % 10 = 1 then 'company-' || n || '.example' end, case when n % 10 = 1 then now() end
      from generate_series(0, ${clientCount + shops}::int) n`;
    await tx`
      insert into people (id, email, email_fold, name, password_hash, language)
      select md5('person' || n)::uuid, 'Person-' || n || '@people.test', 'person-' || n || '@people.test', 'Person ' || n,
        '$argon2id$none', case when n % 3 = 0 then 'fr' else 'en' end from generate_series(0, ${clientCount + shops}::int) n`;
    await tx`
      insert into members (organisation_id, person_id, role)
      select md5('org' || n)::uuid, md5('person' || n)::uuid, 'owner' from generate_series(0, ${clientCount + shops}::int) n`;
    await tx`
      insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email, open_test_since)
      select 400000 + n, case when n % 11 <> 0 then md5('org' || ${clientCount}::int + 1 + n % ${shops}::int)::uuid end,
        'Boutique é ' || n, 'shop-' || n || '@shops.test', case when n < 2 then now() end
      from generate_series(0, ${sellers - 1}::int) n`;
    await tx`
      insert into clients (id, organisation_id, client_id, fold, contact_email, purpose, created_by, reviewed_at, deleted_at, starter_since)
      select md5('client' || n)::uuid, md5('org' || n + 1)::uuid, 'first client ' || n, 'flrstcllent' || n, 'c@people.test',
        'from then', md5('person' || n + 1)::uuid, case when n % 2 = 0 then now() end, case when n = 49 then now() end,
        case when n = 48 then now() end
      from generate_series(0, ${clientCount - 1}::int) n`;
    await tx`
      insert into secrets (id, client_row_id, organisation_id, label, pepper_id, hash, hint, ends_at, retired_at)
      select md5('secret' || n)::uuid, md5('client' || n % ${clientCount}::int)::uuid, md5('org' || n % ${clientCount}::int + 1)::uuid, '',
        'p1', sha256(('secret' || n)::bytea), 'wxyz', null, case when n >= ${clientCount}::int then now() end
      from generate_series(0, ${2 * clientCount - 1}::int) n`;
    await tx`
      insert into listings (id, organisation_id, client_row_id, display_name, description, website, methods, approved_at)
      select md5('listing' || n)::uuid, md5('org' || n + 1)::uuid, md5('client' || n)::uuid, 'Feed ' || chr(65 + n) || n, 'Feeds',
        'https://feed.example', array['delegation'], case when n % 2 = 0 then now() end from generate_series(0, 19) n`;
    await tx`
      insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, reference,
        created_at, created_by, expires_at, ends_at, unlinked_at, unlinked_by, reason, first_call_at, last_used_at, failing_since)
      select md5('link' || n)::uuid, md5('client' || c)::uuid, s.seller_id, md5('org' || c + 1)::uuid, s.owner_organisation_id,
        (array['directory','typed','deep-link','invitation','request','created'])[1 + n % 6], case when n % 4 = 0 then 'ref ' || n end,
        now() - n % 400 * interval '1 day', null, case when n % 5 = 0 then now() + interval '90 days' end, null,
        case when n % 7 = 0 then now() end, null, case when n % 7 = 0 then 'not_used' end,
        case when n % 3 = 0 then now() end, case when n % 3 = 0 then now() end, case when n % 97 = 0 then now() end
      from (select n, (n / ${sellers}::int + n) % ${clientCount}::int as c from generate_series(0, ${links - 1}::int) n) l
        join sellers s on s.seller_id = 400000 + n % ${sellers}::int`;
    await tx`
      insert into events (type, actor_person_id, actor_name, organisation_id, other_organisation_id, client_row_id, seller_id, data)
      select 'link.created', null, 'Somebody', client_organisation_id, seller_organisation_id, client_row_id, seller_id,
        jsonb_build_object('linkId', id, 'via', via) from seller_links`;
    await tx`
      insert into sessions (id, person_id, shown_organisation_id, expires_at, fresh_at)
      select md5('session' || n)::uuid, md5('person' || n)::uuid, md5('org' || n)::uuid, now() + interval '7 days', now()
      from generate_series(0, ${clientCount + shops}::int) n`;
    await tx`
      insert into sign_ups (token_hash, email, kind, company_name, name, terms_version, expires_at)
      select sha256(('sign-up' || n)::bytea), 'new-' || n || '@people.test', 'seller', 'New', 'New', '1', now() + interval '3 days'
      from generate_series(0, 9) n`;
    await tx`insert into resets (token_hash, person_id, expires_at)
      select sha256(('reset' || n)::bytea), md5('person' || n)::uuid, now() + interval '1 hour' from generate_series(0, 9) n`;
    await tx`insert into used_form_keys (hash, act, subject_id)
      select sha256(('form' || n)::bytea), 'link client', md5('link' || n)::uuid from generate_series(0, 9) n`;
    await tx`insert into mails (id, recipient, kind, subject, sealed_text, sealed_html, sent_at)
      select md5('mail' || n)::uuid, 'person-' || n || '@people.test', 'reset', 'Subject', 'k1.a.b.c', 'k1.a.b.c',
        case when n % 2 = 0 then now() end from generate_series(0, 19) n`;
    await tx`insert into first_calls (id, organisation_id, person_id, client_id, seller_id, operation, verdict, report)
      select md5('call' || n)::uuid, md5('org' || n)::uuid, md5('person' || n)::uuid, 'first client ' || n, '400001', 'seller', 'ok', '{}'
      from generate_series(0, 9) n`;
    await tx`insert into limit_counters (key, slot, counts, expires_at)
      select 'old:' || n, 1, array_fill(0, array[60]), now() + interval '1 hour' from generate_series(0, 9) n`;
    await tx`insert into signing_keys (kid, public_jwk, sealed_private_key, active_at)
      values ('old', '{"kty":"RSA","n":"x","e":"AQAB"}', 'k1.a.b.c', now())`;
    await tx`select setval('fresh_seller_ids', 300077)`;
  });
  await sql`analyze`;
}
