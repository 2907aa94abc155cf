import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { makeActor, makeSeller, ownDatabase, withFormKey } from "@/db/testing";
import { addSecret } from "@/lib/clients/add-secret";
import { createClient } from "@/lib/clients/create-client";
import { makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { check, type Expected, type Rows } from "./check";
import { invariants, outboxes } from "./invariants";
import { agree, before, clientInput } from "./mutation-scenes";

let connection: Sql;
let expected: Expected;
let organisations: string[];
const since = new Date(Date.now() - 1000).toISOString();

/** Two clients that are linked, one told by its endpoint, one by letter; an invitation, a link that ended. */
beforeAll(async () => {
  const { DATABASE_OWNER_URL } = await ownDatabase();
  connection = connect(DATABASE_OWNER_URL, { max: 1 });
  const [desk, shop] = [await makeActor({ kind: "aggregator" }), await makeActor()];
  const { sellerId } = await makeSeller({ id: shop.organisationId });
  for (const hasEndpoint of [true, false]) {
    const made = await createClient(before(desk, "create client"), clientInput());
    if (!made.ok) throw new Error(made.code);
    const { clientRowId, clientId } = made.view;
    if (hasEndpoint) await makeEndpoint({ id: clientRowId, organisationId: desk.organisationId });
    await addSecret(withFormKey(desk, { act: "add secret", offered: { client: [clientRowId] } }), {
      overlap: "0",
      label: "",
    });
    const linked = await agree(shop, clientRowId, sellerId)();
    if (!linked.ok) throw new Error(linked.code);
    expected ??= { clientRowId, clientId, sellerId, isOpen: true };
  }
  organisations = [desk.organisationId, shop.organisationId];
});
afterAll(() => connection.end());

/** What the checker says once this was done to the data, as by somebody whom no rule of the database stops. */
async function findAfter(broken: SQL[], over: Partial<Expected> = {}): Promise<string[]> {
  let found: string[] = [];
  const undo = new Error("undone");
  await drizzle(connection)
    .transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const one of broken) await tx.execute(one);
      const rows: Rows = async (query, organisationId) => {
        const [role, id] = organisationId ? ["portal_app", organisationId] : ["none", ""];
        await tx.execute(
          sql`select set_config('role', ${role}, true), set_config('app.organisation_id', ${id}, true)`,
        );
        return [...(await tx.execute(query))] as never;
      };
      found = await check(rows, since, [{ ...expected, ...over }], organisations);
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return found;
}

const told = sql`(select id from seller_links where client_row_id in (select client_row_id from endpoints))`;
const untold = sql`(select id from seller_links where client_row_id not in (select client_row_id from endpoints))`;
const event = (type: string, data: SQL) =>
  sql`insert into events (type, actor_name, data) select ${type}, 'x', ${data} from seller_links where id in ${told}`;
const invitation = (columns: string, values: string) =>
  sql.raw(`insert into invitations (id, token_hash, client_row_id, organisation_id, reference, created_at, expires_at, sent_at${columns})
    select gen_random_uuid(), uuid_send(gen_random_uuid()), client_row_id, client_organisation_id, 'twice', now(), now(), now()${values} from seller_links`);

/** What breaks each rule; a rule that is not here fails below. */
const wounds: Record<string, SQL[]> = {
  "one link of a pair is open at most": [
    sql`drop index seller_links_open`,
    sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via)
      select gen_random_uuid(), client_row_id, seller_id, client_organisation_id, seller_organisation_id, via from seller_links where id in ${told}`,
  ],
  "a link began with exactly one event, and ended with exactly one": [
    sql`update seller_links set unlinked_at = now(), reason = 'other' where id in ${told}`,
  ],
  "a link to somebody else's client has its consent": [sql`delete from consents where link_id in ${told}`],
  "where a client has an endpoint, each beginning and end of a link lies in its outbox once": [
    sql`delete from deliveries`,
  ],
  "where it has none, one letter tells of the beginning": [
    sql`delete from mails where tells_link_id in ${untold}`,
  ],
  "an event and its change are of one transaction": [
    event("link.created", sql`jsonb_build_object('linkId', gen_random_uuid())`),
  ],
  "a client was made with one event, and each stop, resumption and end of it has one": [
    sql`update clients set suspended_at = now() where starter_since is null`,
  ],
  "a secret was made with exactly one event, and retired with one at most": [
    sql`insert into secrets (id, client_row_id, organisation_id, pepper_id, hash, hint)
      select gen_random_uuid(), client_row_id, organisation_id, pepper_id, hash, hint from secrets`,
  ],
  "two secrets of a client work at most": [
    sql`update secrets set retired_at = null, ends_at = null`,
    sql`insert into secrets (id, client_row_id, organisation_id, pepper_id, hash, hint)
      select gen_random_uuid(), client_row_id, organisation_id, pepper_id, hash, hint from secrets`,
  ],
  "a client without a secret that works had one, and somebody ended it": [
    sql`insert into clients (id, organisation_id, client_id, fold, contact_email)
      select gen_random_uuid(), organisation_id, 'bare', 'bare', '' from clients where starter_since is null limit 1`,
  ],
  "an open link's client is alive, and so are both organisations and the account's owner": [
    sql`update sellers set owner_organisation_id = null`,
  ],
  "a deleted client has no secret that works": [sql`update clients set deleted_at = now()`],
  "an invitation ends once, with one event, and an accepted one has its link": [
    invitation(", withdrawn_at", ", now()"),
  ],
  "a mailed right to a new password was used once at most, and no password changed without one": [
    sql`insert into events (type, actor_name, actor_person_id) select 'person.password_changed', 'x', id from people`,
  ],
  "a key of the portal API stands for one answer and one thing": [invitation("", ""), invitation("", "")],
  "every block of the audit trail's chain seals what stands between it and the one before": [
    sql`select * from seal_events(1000, now())`,
    sql`update events set actor_name = 'somebody else' where id = (select min(id) from events)`,
  ],
  "no event holds a secret": [event("secret.added", sql`jsonb_build_object('secretId', 'mps_test_x')`)],
};

describe("the checker", () => {
  test("finds nothing wrong where nothing is", async () => {
    expect(await findAfter([])).toEqual([]);
  });

  test("has a wound for every rule", () => {
    expect(Object.keys(wounds).sort()).toEqual(invariants.map(({ name }) => name).sort());
  });

  test.each(Object.entries(wounds))("finds where it is broken: %s", async (name, broken) => {
    const found = await findAfter(broken);
    expect(found.filter((one) => one.startsWith(name))).not.toEqual([]);
  });

  test("finds a link that was acknowledged and is gone, and one whose end was", async () => {
    const gone = [sql`update seller_links set unlinked_at = now()`];
    expect((await findAfter(gone)).join()).toContain("were left linked, and are not so");
    expect((await findAfter([], { isOpen: false })).join()).toContain("were left not linked");
  });

  test("finds rows of others that a page would see", async () => {
    const found = await findAfter([sql`alter table secrets disable row level security`]);
    expect(found.join()).toMatch(/organisation \S+ sees \d+ rows of secrets/);
  });

  test("finds what still waits to be sent", async () => {
    const rows = await drizzle(connection).execute(outboxes.find(since));
    expect(rows.length).toBeGreaterThan(0);
    expect(
      await drizzle(connection).execute(outboxes.find(new Date(Date.now() + 60_000).toISOString())),
    ).toHaveLength(0);
  });
});
