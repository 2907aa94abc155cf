import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { deliveries, events, mails, sellerLinks } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSeller,
  ownDatabase,
  withFormKey,
} from "@/db/testing";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { unlinkClient } from "../links/unlink-client";
import { reloadKeys } from "../tokens/key-ring";
import { makeEndpoint } from "../webhooks/endpoint.testing";
import { makeCaller } from "./caller.testing";

beforeAll(async () => {
  await ownDatabase();
  await ensureFoundations();
  await reloadKeys();
});

const linkRow = async (id: string) =>
  (await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, id))))[0];
const eventsOf = (clientRowId: string, type: typeof events.$inferSelect.type) =>
  asFounder((tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.clientRowId, clientRowId), eq(events.type, type)))
      .orderBy(events.id),
  );

describe("links", () => {
  test("come with their chain, and asking is being told", async () => {
    const { client, call } = await makeCaller();
    const shop = await makeSeller(await makeOrganisation(), { shopName: "Café Noir" });
    const link = await makeLink(client, shop, {
      toldAt: null,
      toldBy: null,
      reference: "K-17",
      via: "invitation",
    });
    const { status, body } = await call("GET", `/links/${shop.sellerId}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      sellerId: shop.sellerId,
      shopName: "Café Noir",
      clientId: client.clientId,
      status: "open",
      since: link.createdAt.toISOString(),
      expiresAt: null,
      reference: "K-17",
      via: "invitation",
      lastUsedAt: null,
      health: "unknown",
      chain: expect.arrayContaining([
        { lamp: "link", state: "lit", at: link.createdAt.toISOString() },
        { lamp: "told", state: "lit", at: expect.any(String) },
        { lamp: "call", state: "waiting", at: null },
      ]),
    });
    expect(await linkRow(link.id)).toMatchObject({ toldBy: "api" });
    const { toldAt } = (await linkRow(link.id)) ?? {};
    await call("GET", "/links");
    expect((await linkRow(link.id))?.toldAt).toEqual(toldAt);
  });

  test("are paged to the end with each seller account once, and narrowed down", async () => {
    const { client, call } = await makeCaller();
    const owner = await makeOrganisation();
    const sellers = await Promise.all(Array.from({ length: 23 }, () => makeSeller(owner)));
    for (const [index, seller] of sellers.entries()) {
      const over = { unlinkedAt: now(), reason: "other" as const, createdAt: inSeconds(-500) };
      // Every third was linked before; every fifth ended, every seventh ran out.
      if (index % 3 === 0) await makeLink(client, seller, over);
      const ended = index % 5 === 0 ? { unlinkedAt: now(), reason: "switching" as const } : {};
      const lapsed = index % 7 === 0 && index % 5 !== 0 ? { expiresAt: inSeconds(-5) } : {};
      await makeLink(client, seller, { ...ended, ...lapsed, reference: `ref-${index}` });
    }
    const seen: unknown[] = [];
    let after = "";
    let pages = 0;
    for (; pages < 20; pages++) {
      const { body } = await call("GET", `/links?limit=5&after=${after}`);
      seen.push(...body.items.map(({ sellerId }) => sellerId));
      if (body.next === null) break;
      after = String(body.next);
    }
    expect(seen).toEqual(sellers.map(({ sellerId }) => sellerId).sort((a, b) => a - b));
    const count = async (query: string) => (await call("GET", `/links?limit=200&${query}`)).body.items.length;
    expect(await count("status=ended")).toBe(5);
    expect(await count("status=expired")).toBe(3);
    expect(await count("status=open")).toBe(15);
    expect(await count(`q=${sellers[3]?.sellerId}`)).toBe(1);
    expect(await count(`q=${encodeURIComponent(sellers[4]?.shopName.toUpperCase() ?? "")}`)).toBeGreaterThan(
      0,
    );
    expect(await count("q=ref-22")).toBe(1);
    expect(await count("q=%25")).toBe(0);
  });

  test("of another client, and those that never were, are not found alike", async () => {
    const mine = await makeCaller();
    const theirs = await makeCaller();
    const seller = await makeSeller(await makeOrganisation());
    await makeLink(theirs.client, seller);
    const foreign = await mine.call("GET", `/links/${seller.sellerId}`);
    const unknown = await mine.call("GET", "/links/999999999");
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.body.detail).toBe(unknown.body.detail);
    expect((await mine.call("DELETE", `/links/${seller.sellerId}`)).status).toBe(404);
    expect((await mine.call("GET", "/links")).body.items).toEqual([]);
    // Nor those of a second client of the same organisation.
    const second = await makeClient(mine.organisation);
    const other = await makeSeller(await makeOrganisation());
    await makeLink(second, other);
    expect((await mine.call("GET", `/links/${other.sellerId}`)).status).toBe(404);
  });

  test("are given up once, with an event, letters and a message; again is fine", async () => {
    const { client, call } = await makeCaller();
    const actor = await makeActor();
    const seller = await makeSeller({ id: actor.organisationId });
    const link = await makeLink(client, seller);
    const endpoint = await makeEndpoint(client);
    const path = `/links/${seller.sellerId}`;
    expect((await call("DELETE", `${path}?reason=because`)).status).toBe(400);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => call("DELETE", `${path}?reason=switching`)),
    );
    expect(results.map(({ status }) => status)).toEqual(Array(8).fill(204));
    expect(await linkRow(link.id)).toMatchObject({ reason: "partner", unlinkedBy: null });
    const noted = await eventsOf(client.id, "link.ended");
    expect(noted).toHaveLength(1);
    expect(noted[0]).toMatchObject({
      actorPersonId: null,
      actorName: client.clientId,
      otherOrganisationId: actor.organisationId,
      data: { linkId: link.id, reason: "partner", given: "switching" },
    });
    const laid = await asFounder((tx) =>
      tx.select().from(deliveries).where(eq(deliveries.endpointId, endpoint.id)),
    );
    expect(laid.map(({ type }) => type)).toEqual(["link.ended"]);
    expect(JSON.parse(laid[0]?.body ?? "")).toMatchObject({
      data: { sellerId: seller.sellerId, reason: "partner" },
    });
    const letters = await asFounder((tx) => tx.select().from(mails).where(eq(mails.recipient, actor.email)));
    expect(letters.map(({ kind }) => kind)).toEqual(["seller-unlinked"]);
    expect((await call("GET", path)).body.status).toBe("ended");
  });

  test("ended by both sides at once end once", async () => {
    const { client, call } = await makeCaller();
    const owner = await makeActor();
    const seller = await makeSeller({ id: owner.organisationId });
    const link = await makeLink(client, seller);
    const actor = withFormKey(owner, { act: "unlink client", offered: { linkId: [link.id] } });
    await Promise.all([
      call("DELETE", `/links/${seller.sellerId}`),
      unlinkClient(actor, { linkId: link.id, reason: "other", when: "now" }),
    ]);
    expect(await eventsOf(client.id, "link.ended")).toHaveLength(1);
  });
});

describe("events", () => {
  test("come oldest first, of this client alone, and none is lost while others are being written", async () => {
    const { client, organisation, call } = await makeCaller();
    const other = await makeClient(organisation);
    const write = (clientRowId: string, n: number) =>
      asFounder((tx) =>
        tx.insert(events).values({
          type: "link.created",
          actorName: "somebody",
          organisationId: organisation.id,
          clientRowId,
          sellerId: n,
          data: { linkId: newId(), via: "typed" },
        }),
      );
    const seen: unknown[] = [];
    let after = "";
    const poll = async () => {
      const { body } = await call("GET", `/events?limit=7&after=${after}`);
      expect(body.next).toEqual(expect.any(String));
      after = String(body.next);
      seen.push(...body.items.map(({ data }) => (data as { sellerId: number }).sellerId));
    };
    await Promise.all([
      ...Array.from({ length: 40 }, (_, n) => write(client.id, n + 1)),
      write(other.id, 99),
      (async () => {
        for (let n = 0; n < 10; n++) await poll();
      })(),
    ]);
    await expect
      // Whatever else runs on this PostgreSQL holds the horizon back for a while.
      .poll(
        async () => {
          await poll();
          return seen.length;
        },
        { timeout: 20_000 },
      )
      .toBe(40);
    expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
  });

  test("say what a program needs, and nobody's name", async () => {
    const { client, call } = await makeCaller();
    const owner = await makeActor();
    const seller = await makeSeller({ id: owner.organisationId });
    const link = await makeLink(client, seller);
    const actor = withFormKey(owner, { act: "unlink client", offered: { linkId: [link.id] } });
    await unlinkClient(actor, { linkId: link.id, reason: "switching", when: "now" });
    const count = async () => (await call("GET", "/events")).body.items.length;
    await expect.poll(count, { timeout: 20_000 }).toBe(1);
    const { body } = await call("GET", "/events");
    expect(body.items[0]).toMatchObject({
      type: "link.ended",
      data: { clientId: client.clientId, sellerId: seller.sellerId, linkId: link.id, reason: "switching" },
    });
    expect(JSON.stringify(body)).not.toContain(owner.name);
  });
});
