import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { asFounder, asOperator, asWorker, connect, inOrganisation } from "@/db/client";
import { makeActor, ownDatabase } from "@/db/testing";
import { env } from "../env";
import { checkChain } from "./check-chain";
import { forgetOldEvents } from "./forget-old-events";
import { recordEvent } from "./record-event";
import { sealEvents } from "./seal-events";

let actor: Awaited<ReturnType<typeof makeActor>>;
beforeEach(async () => {
  await ownDatabase();
  actor = await makeActor({ kind: "operator" });
  // The oldest transaction of the whole server counts, and other tests have theirs beside this one.
  await asOwner(horizon("xmax"));
});

const horizon = (end: "xmin" | "xmax") =>
  `create or replace function settled_xid() returns xid8 language sql stable set search_path = public, pg_temp
    as $$ select pg_snapshot_${end}(pg_current_snapshot()) $$`;

async function asOwner(statements: string) {
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  await owner.unsafe(statements);
  await owner.end();
}

const happen = (count = 1) =>
  asOperator(async (tx) => {
    for (let i = 0; i < count; i++)
      await recordEvent(tx, actor, { type: "lookup.made", organisationId: null, data: { i } });
  });

/** As the owner of the tables with every guard taken away: what only the chain can tell of. */
const forge = (statement: string) =>
  asOwner(`alter table events disable trigger all; alter table event_blocks disable trigger all; ${statement};
    alter table events enable trigger all; alter table event_blocks enable trigger all`);

describe("the chain over the events", () => {
  it("takes in what happened, in blocks, each event once, and stands as it was sealed", async () => {
    await happen(3);
    await happen(4);
    expect(await sealEvents(5)).toBe(7);
    expect(await sealEvents(5)).toBe(0);
    await happen(2);
    const view = await checkChain();
    expect(view).toMatchObject({ blocks: 2, events: 7, forgotten: 0, waiting: 2, broken: null });
    expect(await sealEvents()).toBe(2);
    // A seal that was noted elsewhere is still part of it; another never was.
    expect(await checkChain(view.head ?? undefined)).toMatchObject({
      blocks: 3,
      broken: null,
      hasNoted: true,
    });
    expect(await checkChain({ number: 2, hash: "00" })).toMatchObject({ hasNoted: false });
    expect(await checkChain({ number: 9, hash: "00" })).toMatchObject({ hasNoted: false });
  });

  it("waits for whoever is not finished, and seals what they did after all that came before", async () => {
    await asOwner(horizon("xmin"));
    const late = connect(env().DATABASE_OWNER_URL, { max: 1 });
    await late.unsafe("begin; insert into events (type, actor_name) values ('x', 'late')");
    await happen(2);
    expect(await sealEvents()).toBe(0);
    await late.unsafe("commit");
    await late.end();
    // As soon as everything that runs beside this test has ended too.
    const isSealed = async () => {
      await sealEvents();
      expect((await checkChain()).waiting).toBe(0);
    };
    await vi.waitFor(isSealed, { timeout: 250_000, interval: 200 });
    expect(await checkChain()).toMatchObject({ events: 3, broken: null });
  }, 300_000);

  it("lets several sealers at once make one chain", async () => {
    for (let i = 0; i < 5; i++) await happen(4);
    const counts = await Promise.all([sealEvents(3), sealEvents(3), sealEvents(3)]);
    const rest = await sealEvents(3);
    expect(counts.reduce((sum, count) => sum + count, rest)).toBe(20);
    expect(await checkChain()).toMatchObject({ events: 20, waiting: 0, broken: null });
  });

  it.each([
    ["a word is changed", "update events set actor_name = 'Somebody Else' where id = 4", 2, "changed"],
    [
      "a moment is changed",
      "update events set at = at + interval '1 microsecond' where id = 1",
      1,
      "changed",
    ],
    ["data is changed", `update events set data = '{"i": 9}' where id = 5`, 2, "changed"],
    ["an event is taken out", "delete from events where id = 3", 1, "changed"],
    [
      "an event is slipped in",
      "insert into events (xid, type, actor_name) select xid, 'x', 'x' from events where id = 1",
      2,
      "changed",
    ],
    ["a block is taken out", "delete from event_blocks where number = 1", 1, "missing"],
    ["a block is sealed anew", "update event_blocks set hash = 'x' where number = 2", 2, "changed"],
  ])("tells of it when %s, and where", async (_, statement, number, fault) => {
    for (let i = 0; i < 3; i++) await happen(3);
    await sealEvents(3);
    expect((await checkChain()).broken).toBeNull();
    await forge(statement);
    expect((await checkChain()).broken).toEqual({ number, fault });
  });

  it("tells by a seal noted elsewhere that its end was cut off or written anew", async () => {
    await happen(6);
    await sealEvents(3);
    const { head } = await checkChain();
    await forge("delete from event_blocks where number = 2; delete from events where id > 3");
    await happen(3);
    await sealEvents(3);
    expect(await checkChain(head ?? undefined)).toMatchObject({ broken: null, hasNoted: false });
  });
});

describe("an event", () => {
  const denied = /permission denied|only added to/;
  const causeOf = (work: Promise<unknown>) =>
    work.then(
      () => "it worked",
      (error: Error) => `${error.message} ${(error.cause as Error | undefined)?.message ?? ""}`,
    );

  it("is neither changed nor taken away by anybody, the owner of the tables included", async () => {
    await happen(2);
    await sealEvents();
    const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
    const ways: ((statement: string) => Promise<unknown>)[] = [
      (statement) => asFounder((tx) => tx.execute(statement)),
      (statement) => asWorker((tx) => tx.execute(statement)),
      (statement) => asOperator((tx) => tx.execute(statement)),
      (statement) => inOrganisation(actor, (tx) => tx.execute(statement)),
      (statement) => owner.unsafe(statement),
    ];
    const attacks = ["update events set type = 'x'", "delete from events", "truncate events"];
    attacks.push("update event_blocks set events = 0", "delete from event_blocks", "truncate event_blocks");
    for (const way of ways) for (const attack of attacks) expect(await causeOf(way(attack))).toMatch(denied);
    await owner.end();
    const rights = await asFounder((tx) =>
      tx.execute(sql`select r.rolname, p.name, t.name as "table" from pg_roles r, (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (name),
        (values ('events'), ('event_blocks')) t (name) where not r.rolsuper and r.rolname not like 'pg\\_%' and has_table_privilege(r.oid, t.name, p.name)`),
    );
    expect([...rights]).toEqual([]);
  });

  it("has its time, three years: then whole blocks go, and the chain still holds", async () => {
    const old = (years: number) =>
      asFounder((tx) =>
        tx.execute(
          sql`insert into events (type, actor_name, at) values ('x', 'x', now() - make_interval(years => ${years}))`,
        ),
      );
    for (const years of [5, 4, 4, 1, 4]) await old(years);
    await sealEvents(2);
    const gone = await Promise.all([forgetOldEvents(), forgetOldEvents(), forgetOldEvents()]);
    expect(gone.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await forgetOldEvents()).toBe(0);
    // The fourth shares the second block's neighbour with what is younger; an event that waits for its seal stays too.
    expect(await checkChain()).toMatchObject({ blocks: 3, events: 2, forgotten: 3, broken: null });
    expect(await causeOf(asFounder((tx) => tx.execute(sql`delete from events`)))).toMatch(denied);
    await forge("delete from events");
    expect((await checkChain()).broken).toEqual({ number: 2, fault: "changed" });
  });
});
