import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, asOperator, inOrganisation, type Tx } from "@/db/client";
import { people } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  makeSession,
  ownDatabase,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import { ask, lettersTo } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { freshSeconds } from "../accounts/allow";
import type { Right } from "../accounts/rights";
import { inSeconds } from "../clock";
import { agree, beforeConsent } from "../links/consent-scene.testing";
import { linkClient } from "../links/link-client";
import { makeEndpoint } from "../webhooks/endpoint.testing";
import { deleteAccount } from "./delete-account";
import { deleteOrganisation } from "./delete-organisation";

const nameOf = async (organisationId: string) =>
  (await ask<{ name: string }>(sql`select name from organisations where id = ${organisationId}`))[0]?.name ??
  "";
const form = (actor: Actor, act: Right) => withFormKey(actor, { act, path: "/account" });
const goAway = (actor: Actor, over: { typedEmail?: string; endOrganisations?: "on" } = {}) =>
  deleteAccount(form(actor, "delete account"), { do: "delete_account", typedEmail: actor.email, ...over });
const end = async (actor: Actor, typedName?: string) =>
  deleteOrganisation(form(actor, "delete organisation"), {
    do: "delete_organisation",
    typedName: typedName ?? (await nameOf(actor.organisationId)),
  });
const personOf = (id: string) =>
  ask<{ name: string; email: string; gone: boolean; password_hash: string }>(
    sql`select name, email, password_hash, deleted_at is not null as gone from people where id = ${id}`,
  );
const liveSessions = (id: string) =>
  ask(
    sql`select id from sessions where person_id = ${id} and (ended_at is null or address <> '' or user_agent <> '')`,
  );
const makeOld = (actor: Actor) =>
  ask(
    sql`update sessions set fresh_at = ${inSeconds(-freshSeconds - 5).toISOString()} where id = ${actor.sessionId}`,
  );

/** A seller with an own client, a partner's client linked to both of its accounts, and a viewer. */
async function makeScene() {
  const [shop, partner] = [await makeActor(), await makeActor({ kind: "partner" })];
  const viewer = await makeActor({ organisationId: shop.organisationId, role: "viewer" });
  const [own, theirs] = [
    await makeClient({ id: shop.organisationId }),
    await makeClient({ id: partner.organisationId }),
  ];
  await makeSecret(own);
  await makeEndpoint(theirs);
  const accounts = [
    await makeSeller({ id: shop.organisationId }),
    await makeSeller({ id: shop.organisationId }),
  ];
  for (const account of accounts) {
    await makeLink(own, account);
    await makeLink(theirs, account);
  }
  return { shop, partner, viewer, own, theirs, accounts };
}

describe("deleting an organisation", () => {
  it(
    "ends everything it had, tells both sides, frees its accounts and lets nobody back in",
    rolledBack(async () => {
      const { shop, partner, viewer, own, theirs } = await makeScene();
      const company = await nameOf(shop.organisationId);
      expect(await end(shop)).toMatchObject({ ok: true, view: { sessionId: null } });
      const [state] = await ask<Record<string, number>>(sql`select
        (select count(*)::int from members where organisation_id = ${shop.organisationId}) as members,
        (select count(*)::int from seller_links where unlinked_at is null) as links,
        (select count(*)::int from seller_links where seller_organisation_id = ${shop.organisationId}) as owned_links,
        (select count(*)::int from sellers where owner_organisation_id = ${shop.organisationId}) as sellers,
        (select count(*)::int from clients where id = ${own.id} and deleted_at is null) as clients,
        (select count(*)::int from secrets where client_row_id = ${own.id} and retired_at is null) as secrets,
        (select count(*)::int from clients where id = ${theirs.id} and deleted_at is null) as theirs,
        (select count(*)::int from deliveries where organisation_id = ${partner.organisationId} and type = 'link.ended') as told`);
      expect(state).toEqual({
        members: 0,
        links: 0,
        owned_links: 0,
        sellers: 0,
        clients: 0,
        secrets: 0,
        theirs: 1,
        told: 2,
      });
      for (const { email } of [shop, viewer])
        expect((await lettersTo(email)).find(({ kind }) => kind === "organisation-deleted")?.text).toContain(
          company,
        );
      expect(
        await ask(
          sql`select id from sessions where ended_at is null and person_id in (${shop.personId}, ${viewer.personId})`,
        ),
      ).toEqual([]);
      const events = await ask<{ type: string; n: number }>(
        sql`select type, count(*)::int as n from events where organisation_id = ${shop.organisationId} group by type`,
      );
      const counts = Object.fromEntries(events.map(({ type, n }) => [type, n]));
      expect(counts).toEqual({ "client.deleted": 1, "link.ended": 4, "organisation.deleted": 1 });
      // The operator's resuming does not bring it back.
      const resume = asOperator((tx) =>
        tx.execute(sql`update organisations set suspended_at = null where id = ${shop.organisationId}`),
      );
      await expect(resume).rejects.toThrow();
    }),
  );

  it(
    "asks for its name, a fresh password and an owner, and for the marketplace's own it is nobody's",
    rolledBack(async () => {
      const { shop, partner } = await makeScene();
      expect(await end(shop, "Another")).toMatchObject({
        code: "invalid",
        fields: { typedName: "name_mismatch" },
      });
      const editor = await makeActor({ organisationId: shop.organisationId, role: "editor" });
      expect(await end(editor)).toMatchObject({ code: "not_allowed" });
      expect(await end(await makeActor({ kind: "operator" }))).toMatchObject({ code: "not_allowed" });
      const stranger = { ...partner, organisationId: shop.organisationId };
      expect(await end(stranger)).toMatchObject({ code: "not_allowed" });
      await makeOld(shop);
      expect(await end(shop)).toMatchObject({ code: "sign_in_again" });
      expect(await ask(sql`select id from organisations where deleted_at is not null`)).toEqual([]);
    }),
  );

  it(
    "leaves whoever belongs to another one signed in there",
    rolledBack(async () => {
      const { shop } = await makeScene();
      const other = await makeActor();
      await asFounder((tx) =>
        tx.execute(
          sql`insert into members (organisation_id, person_id, role) values (${other.organisationId}, ${shop.personId}, 'editor')`,
        ),
      );
      const { personId } = shop;
      const elsewhere = await makeSession({ id: personId }, { id: shop.organisationId });
      expect(await end(shop)).toMatchObject({ ok: true, view: { goTo: "/account?gone=1" } });
      const live = await ask(
        sql`select id, shown_organisation_id as shown from sessions where person_id = ${personId} and ended_at is null`,
      );
      expect(live).toEqual([{ id: shop.sessionId, shown: null }]);
      expect(elsewhere.id).not.toBe(shop.sessionId);
      expect(await ask(sql`select organisation_id from members where person_id = ${shop.personId}`)).toEqual([
        { organisation_id: other.organisationId },
      ]);
    }),
  );
});

describe("deleting one's own account", () => {
  it(
    "takes out who somebody was, everywhere but in the audit trail",
    rolledBack(async () => {
      const { shop, viewer } = await makeScene();
      await asFounder((tx) => tx.update(people).set({ name: "Grace Hopper" }));
      const actor = { ...viewer, name: "Grace Hopper" };
      const { personId, organisationId } = viewer;
      await ask(
        sql`insert into second_factors (person_id, sealed_key, since) values (${personId}, 'sealed', now())`,
      );
      await ask(sql`insert into recovery_codes (person_id, hash) values (${personId}, 'h')`);
      await ask(sql`insert into tickets (id, organisation_id, person_id, subject, call_number, created_at, last_at)
        values (${personId}, ${organisationId}, ${personId}, 's', '+33 1 00 00 00 00', now(), now())`);
      await ask(sql`insert into ticket_messages (id, ticket_id, organisation_id, side, person_id, author_name, body, created_at)
        values (${personId}, ${personId}, ${organisationId}, 'member', ${personId}, 'Grace', 'b', now())`);
      expect(await goAway(actor)).toMatchObject({ ok: true, view: { sessionId: null } });
      const [person] = await personOf(viewer.personId);
      expect(person).toMatchObject({ name: "–", gone: true, password_hash: "none" });
      expect(person?.email).toMatch(/^deleted-[0-9a-f-]{36}@deleted\.invalid$/);
      expect(await liveSessions(viewer.personId)).toEqual([]);
      expect(await ask(sql`select 1 from members where person_id = ${viewer.personId}`)).toEqual([]);
      const events = await ask<{ type: string; actor_name: string }>(
        sql`select type, actor_name from events where actor_person_id = ${viewer.personId} order by id`,
      );
      expect(events).toEqual([
        { type: "member.left", actor_name: "Grace Hopper" },
        { type: "person.deleted", actor_name: "Grace Hopper" },
      ]);
      expect((await lettersTo(viewer.email)).map(({ kind }) => kind)).toContain("account-deleted");
      expect((await lettersTo(shop.email)).map(({ kind }) => kind)).toContain("member-gone");
      const [left] = await ask(sql`select
        (select count(*)::int from second_factors where person_id = ${personId}) as factors,
        (select count(*)::int from recovery_codes where person_id = ${personId}) as codes,
        (select call_number from tickets where person_id = ${personId}) as call,
        (select author_name from ticket_messages where person_id = ${personId}) as author`);
      expect(left).toEqual({ factors: 0, codes: 0, call: null, author: "–" });
      // The address is free again, and the form does nothing twice.
      expect(await ask(sql`select 1 from people where email_fold = ${viewer.email}`)).toEqual([]);
      expect(await goAway(actor)).toMatchObject({ code: "sign_in_again" });
    }),
  );

  it(
    "asks for the address and a fresh password, and keeps the only owner of others' organisation",
    rolledBack(async () => {
      const { shop, viewer } = await makeScene();
      expect(await goAway(viewer, { typedEmail: shop.email })).toMatchObject({
        code: "invalid",
        fields: { typedEmail: "email_mismatch" },
      });
      expect(await goAway(shop, { endOrganisations: "on" })).toMatchObject({
        code: "limit",
        facts: { limit: "last_owner_there", organisation: await nameOf(shop.organisationId) },
      });
      const desk = await makeActor({ kind: "operator" });
      expect(await goAway(desk, { endOrganisations: "on" })).toMatchObject({ code: "limit" });
      await makeOld(viewer);
      expect(await goAway(viewer)).toMatchObject({ code: "sign_in_again" });
      expect(await ask(sql`select id from people where deleted_at is not null`)).toEqual([]);
    }),
  );

  it(
    "takes along the organisation in which nobody else is, when that is said",
    rolledBack(async () => {
      const alone = await makeActor({ kind: "partner" });
      const client = await makeClient({ id: alone.organisationId });
      const link = await makeLink(client, await makeSeller({ id: (await makeActor()).organisationId }));
      expect(await goAway(alone)).toMatchObject({
        code: "invalid",
        fields: { endOrganisations: "must_accept" },
      });
      expect(await goAway(alone, { endOrganisations: "on" })).toMatchObject({ ok: true });
      expect(
        await ask(
          sql`select deleted_at is not null as gone from organisations where id = ${alone.organisationId}`,
        ),
      ).toEqual([{ gone: true }]);
      expect(await ask(sql`select reason from seller_links where id = ${link.id}`)).toEqual([
        { reason: "client_deleted" },
      ]);
      expect((await personOf(alone.personId))[0]?.gone).toBe(true);
    }),
  );
});

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("of two last owners one goes, and the other stays", async () => {
    const first = await makeActor();
    const second = await makeActor({ organisationId: first.organisationId });
    await makeActor({ organisationId: first.organisationId, role: "viewer" });
    const results = await Promise.all([first, second].map((actor) => goAway(actor)));
    expect(results.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["limit", "ok"]);
  });

  it("an organisation is deleted once", async () => {
    const { shop } = await makeScene();
    const second = await makeActor({ organisationId: shop.organisationId });
    const results = await Promise.all([shop, second].map((actor) => end(actor)));
    expect(results.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["ok", "sign_in_again"]);
    const members = inOrganisation(shop, (tx) => tx.execute(sql`select 1 from members`));
    expect([...(await members)]).toEqual([]);
  });

  it("what a colleague begins while it is deleted comes to nothing: no access is left that nobody could end", async () => {
    const { shop, theirs } = await makeScene();
    const colleague = await makeActor({ organisationId: shop.organisationId, role: "editor" });
    const account = await makeSeller({ id: shop.organisationId });
    await ask(sql`update clients set reviewed_at = now() where id = ${theirs.id}`);
    const waiting = async (tx: Tx, many: number) => {
      const held = sql`select distinct l.pid from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database()`;
      for (;;) {
        // Else a transaction goes on seeing the connections that there were when it first looked.
        await tx.execute(sql`select pg_stat_clear_snapshot()`);
        if ((await tx.execute(held)).length >= many) return;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    const acts = await asFounder(async (tx) => {
      // Holds up the deletion where it has looked at every link and signs out everybody.
      await tx.execute(sql`select 1 from sessions where id = ${colleague.sessionId} for update`);
      const deleting = end(shop);
      await waiting(tx, 1);
      const linking = linkClient(beforeConsent(colleague, theirs, [account]), agree(account));
      await waiting(tx, 2);
      return { deleting, linking };
    });
    expect(await acts.deleting).toMatchObject({ ok: true });
    expect(await acts.linking).toMatchObject({ ok: false });
    const open = sql`select 1 from seller_links where seller_id = ${account.sellerId} and unlinked_at is null`;
    expect([...(await ask(open))]).toEqual([]);
  });
});
