import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  ownDatabase,
  withFormKey,
} from "@/db/testing";
import { ask } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { freshSeconds } from "../accounts/allow";
import { recordEvent } from "../audit/record-event";
import { inSeconds } from "../clock";
import { makeEndpoint } from "../webhooks/endpoint.testing";
import { exportData } from "./export-data";
import { notExported, tablesOfOrganisation } from "./exported";

const take = (actor: Actor) => exportData(withFormKey(actor, { act: "export data", path: "/account" }));

async function read(actor: Actor) {
  const result = await take(actor);
  if (!result.ok) throw new Error(result.code);
  const pieces: string[] = [];
  for await (const piece of result.view.pieces) pieces.push(piece);
  return { pieces, data: JSON.parse(pieces.join("")) };
}

async function makeScene() {
  const [owner, other] = [await makeActor({ kind: "partner" }), await makeActor({ kind: "seller" })];
  const viewer = await makeActor({ organisationId: owner.organisationId, role: "viewer" });
  const client = await makeClient({ id: owner.organisationId });
  const { secret, row } = await makeSecret(client);
  await makeEndpoint(client);
  const account = await makeSeller({ id: other.organisationId });
  await makeLink(client, account);
  const foreign = await makeClient({ id: other.organisationId });
  await asFounder((tx) =>
    recordEvent(tx, owner, { type: "client.created", organisationId: owner.organisationId }),
  );
  return { owner, other, viewer, client, foreign, secret, row };
}

beforeAll(() => ownDatabase());

describe("exporting one's own data", () => {
  it("gives an owner all of themselves and of the organisation, and nothing of anybody else", async () => {
    const { owner, other, client, foreign, secret, row } = await makeScene();
    const { data, pieces } = await read(owner);
    expect(data.person).toMatchObject({ id: owner.personId, email: owner.email, name: owner.name });
    expect(data.memberships).toMatchObject([{ organisationId: owner.organisationId, role: "owner" }]);
    expect(data.sessions).toMatchObject([{ id: owner.sessionId }]);
    expect(data.events.map(({ type }: { type: string }) => type)).toEqual([
      "client.created",
      "person.data_exported",
    ]);
    const [mine] = data.organisations;
    expect(Object.keys(mine)).toEqual(expect.arrayContaining(tablesOfOrganisation.map(({ name }) => name)));
    expect(mine.clients).toMatchObject([{ id: client.id, client_id: client.clientId }]);
    expect(mine.secrets).toMatchObject([{ id: row.id, hint: row.hint }]);
    expect(mine.seller_links).toHaveLength(1);
    expect(mine.endpoints).toHaveLength(1);
    expect(mine.members).toHaveLength(2);
    const text = pieces.join("");
    for (const foreigner of [foreign.id, other.personId, other.email]) expect(text).not.toContain(foreigner);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(row.hash).toString("hex"));
    expect(text).not.toMatch(/password_hash|sealed|token_hash|mps_test_|"hash"/);
  });

  it("does not say who it was on the other side of a link, or of the marketplace's staff", async () => {
    const { owner, other, client } = await makeScene();
    const desk = await makeActor({ kind: "operator" });
    const ours = owner.organisationId;
    const about = { clientRowId: client.id, data: { by: "operator", words: "Why." } };
    const ofDesk = { ...about, organisationId: desk.organisationId, otherOrganisationId: ours };
    const link = { type: "link.created" as const, clientRowId: client.id };
    await asFounder(async (tx) => {
      await recordEvent(tx, other, {
        ...link,
        organisationId: other.organisationId,
        otherOrganisationId: ours,
      });
      await recordEvent(tx, desk, { ...ofDesk, type: "client.suspended" });
      // What ends between two sides is written as of one of them.
      await recordEvent(tx, desk, { ...about, type: "link.ended", organisationId: ours });
      await recordEvent(tx, { name: "clock" }, { ...link, organisationId: ours, data: { clock: 1 } });
      await tx.execute(sql`update seller_links set created_by = ${other.personId}, unlinked_by = ${other.personId},
        unlinked_at = now(), reason = 'switching' where client_row_id = ${client.id}`);
    });
    const { data, pieces } = await read(owner);
    const [mine] = data.organisations;
    const said = mine.events.map((row: Record<string, unknown>) => [row.type, row.actor_name]);
    expect(said).toEqual([
      ["client.created", owner.name],
      ["link.created", null],
      ["client.suspended", null],
      ["link.ended", null],
      ["link.created", "clock"],
    ]);
    expect(mine.seller_links).toMatchObject([{ created_by: null, unlinked_by: null, reason: "switching" }]);
    for (const stranger of [other, desk]) expect(pieces.join("")).not.toContain(stranger.personId);
    // Each keeps their own.
    const { data: theirs } = await read(other);
    expect(theirs.organisations[0].seller_links).toMatchObject([{ unlinked_by: other.personId }]);
    const { data: staff } = await read(desk);
    expect(staff.organisations[0].events).toMatchObject([{ actor_person_id: desk.personId }]);
  });

  it("gives a member who is no owner what is theirs", async () => {
    const { viewer, owner } = await makeScene();
    const { data, pieces } = await read(viewer);
    expect(Object.keys(data.organisations[0])).not.toContain("clients");
    expect(pieces.join("")).not.toContain(owner.email);
  });

  it("goes through a table of any size piece by piece, each row once", async () => {
    const { owner, client } = await makeScene();
    await ask(
      sql`insert into sellers (seller_id, shop_name, contact_email) select 7000000 + n, 'S', 'c' from generate_series(1, 1203) n`,
    );
    await ask(sql`insert into seller_tags (client_row_id, organisation_id, seller_id, tag, fold, created_at)
      select ${client.id}, ${owner.organisationId}, 7000000 + n, t, t, now() from generate_series(1, 601) n, unnest(array['a', 'b']) t`);
    await ask(sql`insert into events (type, actor_name, actor_person_id, organisation_id)
      select 'x', 'x', ${owner.personId}, ${owner.organisationId} from generate_series(1, 1001)`);
    const { data, pieces } = await read(owner);
    const [mine] = data.organisations;
    const tags = mine.seller_tags.map(
      (tag: { seller_id: number; fold: string }) => `${tag.seller_id} ${tag.fold}`,
    );
    expect([tags.length, new Set(tags).size]).toEqual([1202, 1202]);
    const ids = mine.events.map(({ id }: { id: number }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([1002, 1002]);
    expect(data.events).toHaveLength(1003);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(pieces.join("").length / 2);
  });

  it("asks for a fresh password and an unused form, and stops at five an hour", async () => {
    const { owner, viewer } = await makeScene();
    const form = withFormKey(owner, { act: "export data" });
    expect(await exportData(form)).toMatchObject({ ok: true });
    expect(await exportData(form)).toMatchObject({ code: "stale" });
    for (let i = 0; i < 4; i++) expect(await take(owner)).toMatchObject({ ok: true });
    expect(await take(owner)).toMatchObject({ code: "too_many" });
    const old = inSeconds(-freshSeconds - 5).toISOString();
    await ask(sql`update sessions set fresh_at = ${old} where id = ${viewer.sessionId}`);
    expect(await take(viewer)).toMatchObject({ code: "sign_in_again" });
  });

  it("leaves out no table that holds an organisation's rows without saying why", async () => {
    const rows = await ask<{ name: string }>(sql`
      select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
        and (a.attname like '%organisation_id' or c.relname = 'organisations')`);
    const said = [...tablesOfOrganisation.map(({ name }) => name), ...Object.keys(notExported)];
    expect(rows.map(({ name }) => name).sort()).toEqual(said.sort());
  });
});
