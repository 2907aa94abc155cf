import { sql } from "drizzle-orm";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder, asOperator } from "@/db/client";
import { makeActor, makeClient, ownDatabase } from "@/db/testing";
import { readEventFilter } from "./event-filter";
import { exportEvents } from "./export-events";
import { findEvents, selectEvents } from "./find-events";
import { recordEvent } from "./record-event";

const many = 100_000;
let operator: Awaited<ReturnType<typeof makeActor>>;
let partner: Awaited<ReturnType<typeof makeActor>>;
let clientId = "";

beforeAll(async () => {
  await ownDatabase();
  operator = await makeActor({ kind: "operator" });
  partner = await makeActor({ kind: "partner" });
  const client = await makeClient({ id: partner.organisationId });
  clientId = client.clientId;
  // A year of other people's events, and one thing that happened to the partner's client.
  await asFounder((tx) =>
    tx.execute(sql`insert into events (at, type, actor_person_id, actor_name, organisation_id, other_organisation_id, client_row_id, seller_id, request_id)
      select now() - make_interval(secs => 300 * (${many} - n)), (array['link.created','link.ended','secret.added'])[1 + n % 3],
        md5('person' || n % 500)::uuid, 'Somebody ' || n % 500, md5('one' || n % 500)::uuid, md5('other' || n % 500)::uuid,
        md5('client' || n % 500)::uuid, 200000 + n % 500, md5('request' || n)
      from generate_series(1, ${many}) n`),
  );
  await asOperator((tx) =>
    recordEvent(
      tx,
      { ...operator, requestId: "the-request" },
      {
        type: "review.decided",
        organisationId: operator.organisationId,
        otherOrganisationId: partner.organisationId,
        clientRowId: client.id,
        sellerId: 777_001,
        data: { reason: "=1+1", decision: "approve" },
      },
    ),
  );
  await asFounder((tx) => tx.execute(sql`analyze events`));
}, 120_000);

const found = async (filter: Parameters<typeof findEvents>[0]) => (await findEvents(filter)).items;

describe("findEvents", () => {
  it("finds an event by each of its handles, for both of its sides", async () => {
    const [name] = await asFounder((tx) =>
      tx.execute<{ name: string }>(sql`select name from organisations where id = ${partner.organisationId}`),
    );
    const handles = [
      { type: "review.decided" },
      { organisation: partner.organisationId },
      { organisation: operator.organisationId },
      { organisation: name?.name.toUpperCase() },
      { clientId },
      { sellerId: "777001" },
      { actor: operator.name.toLowerCase() },
      { actor: operator.email.toUpperCase() },
      { requestId: "the-request" },
      { type: "review.decided", sellerId: "777001", organisation: partner.organisationId, clientId },
    ];
    for (const filter of handles) {
      const items = await found(filter);
      expect([filter, items.length]).toEqual([filter, 1]);
      expect(items[0]).toMatchObject({
        type: "review.decided",
        clientId,
        sellerId: 777_001,
        organisationId: operator.organisationId,
        otherOrganisationId: partner.organisationId,
        otherOrganisationName: name?.name,
        requestId: "the-request",
        data: { decision: "approve" },
      });
    }
  });

  it("finds the events of a day and of no other, both ends within", async () => {
    const days = { from: "2020-01-01", to: "2020-01-02" };
    await asFounder((tx) =>
      tx.execute(sql`insert into events (at, type, actor_name) values
        ('2019-12-31T23:59:59Z', 'x.before', 'clock'), ('2020-01-01T00:00:00Z', 'x.first', 'clock'),
        ('2020-01-02T23:59:59Z', 'x.last', 'clock'), ('2020-01-03T00:00:00Z', 'x.after', 'clock')`),
    );
    expect((await found(days)).map(({ type }) => type).sort()).toEqual(["x.first", "x.last"]);
  });

  it("says which words of the filter name nothing, and finds nothing then", async () => {
    const wrong = {
      organisation: "Nobody & Co",
      clientId: "no-such-client",
      sellerId: "1 or 1=1",
      actor: "nobody@people.test",
      from: "2026-02-30",
      to: "yesterday",
    };
    const { items, unknown } = await findEvents(wrong);
    expect(items).toEqual([]);
    expect(unknown.sort()).toEqual(Object.keys(wrong).sort());
    expect(await findEvents({ from: "0000-01-01" })).toMatchObject({ items: [], unknown: ["from"] });
    expect(await findEvents({ type: "no.such" })).toMatchObject({ items: [], unknown: [] });
  });

  it("pages through all of a filter's events, none twice, newest first", async () => {
    for (const filter of [
      { sellerId: "200007" },
      { organisation: operator.organisationId, sellerId: "200007" },
    ]) {
      const seen: number[] = [];
      for (let after: string | undefined; ; ) {
        const page = await findEvents(filter, { after, limit: 37 });
        seen.push(...page.items.map(({ id }) => id));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen).toHaveLength("organisation" in filter ? 0 : many / 500);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    }
    expect((await findEvents({}, { after: "nonsense" })).items).toHaveLength(50);
  });

  it.each([
    ["nothing", {}],
    ["type", { type: "link.ended" }],
    ["organisation", { organisation: "own" }],
    ["clientId", { clientId: "own" }],
    ["sellerId", { sellerId: "200007" }],
    ["actor by name", { actor: "somebody 7" }],
    ["actor by address", { actor: "own" }],
    ["requestId", { requestId: "the-request" }],
    ["day", { from: "2020-01-01", to: "2020-01-02" }],
  ])("goes by an index when asked by %s", async (_, asked) => {
    const mine: Record<string, string> = {
      organisation: partner.organisationId,
      clientId,
      actor: operator.email,
    };
    const filter = Object.fromEntries(
      Object.entries(asked).map(([name, value]) => [name, value === "own" ? (mine[name] ?? "") : value]),
    );
    const plan = await asOperator(async (tx) => {
      const query = selectEvents(await readEventFilter(tx, filter), undefined, 51);
      const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toMatch(/using events_|on events_/);
    expect(plan).not.toMatch(/Seq Scan on events/);
  });
});

describe("exportEvents", () => {
  const take = async (filter: Parameters<typeof findEvents>[0], more = {}) => {
    const pieces: string[] = [];
    for await (const piece of exportEvents(operator, filter, more)) pieces.push(piece);
    return { pieces, rows: Papa.parse<string[]>(pieces.join("").trimEnd()).data };
  };

  it("writes what the filter leaves, guarded against spreadsheets, and is an event itself", async () => {
    const { rows } = await take({ requestId: "the-request" });
    expect(rows).toHaveLength(2);
    const event = Object.fromEntries((rows[0] ?? []).map((name, index) => [name, rows[1]?.[index]]));
    expect(event).toMatchObject({ type: "review.decided", clientId, sellerId: "777001" });
    expect(event.data).toContain(`"'=1+1"`);
    const [taken] = await found({ type: "events.exported" });
    expect(taken).toMatchObject({
      organisationId: operator.organisationId,
      actorName: operator.name,
      data: { requestId: "the-request" },
    });
  });

  it("takes thousands piece by piece, each once", async () => {
    const { pieces, rows } = await take({ type: "secret.added" }, { limit: 5000 });
    expect(pieces.length).toBeGreaterThan(6);
    expect(new Set(rows.map((cells) => cells[9])).size).toBe(rows.length);
    expect(rows.length - 1).toBe(Math.floor((many + 1) / 3));
  });

  it("says in its last line that it was cut", async () => {
    const { rows } = await take({ type: "secret.added" }, { limit: 40, most: 100 });
    expect(rows).toHaveLength(1 + 100 + 1);
    expect(rows.at(-1)?.[0]).toMatch(/^Cut after 100 events/);
    expect((await take({ sellerId: "200007" }, { limit: 50, most: 200 })).rows).toHaveLength(201);
  });
});
