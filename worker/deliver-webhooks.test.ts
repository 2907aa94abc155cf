import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asFounder } from "@/db/client";
import { attempts, deliveries, endpoints, events, mails, organisations, sellerLinks } from "@/db/schema";
import { makeLink, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds, moveClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { makeDelivery, makeEndpoint, readDelivery } from "@/lib/webhooks/endpoint.testing";
import type { Posted } from "@/lib/webhooks/post-guarded";
import { answering } from "@/lib/webhooks/receiver.testing";
import { makeDeliverer } from "./deliver-webhooks";
import { failed, partner, posted, worker } from "./deliver-webhooks.testing";

beforeAll(async () => {
  await ownDatabase();
  Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: "1" });
});
beforeEach(() =>
  asFounder(async (tx) => {
    await tx.delete(attempts);
    await tx.delete(deliveries);
  }),
);
afterEach(() => moveClock(0));

describe("a message", () => {
  test("arrives signed, with an id that stays, and is marked with its try", async () => {
    const received: { headers: Record<string, string>; body: string }[] = [];
    const receiver = await answering((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(received.length === 1 ? 500 : 200).end();
      });
    });
    const endpoint = await makeEndpoint(await partner(), { url: `http://127.0.0.1:${receiver.port}/in` });
    const { id, body } = await makeDelivery(endpoint);
    const { run, settled } = makeDeliverer();

    expect(await run()).toBe(1);
    await settled();
    const once = await readDelivery(id);
    expect(once).toMatchObject({ tries: 1, lastStatus: 500, lastFault: "status", answeredAt: null });
    expect(once.dueAt.getTime() - Date.now()).toBeGreaterThan(4000);
    expect(once.dueAt.getTime() - Date.now()).toBeLessThan(6000);
    expect(await run()).toBe(0);
    const [failing] = await asFounder((tx) =>
      tx.select().from(endpoints).where(eq(endpoints.id, endpoint.id)),
    );
    expect(failing?.failingSince).not.toBeNull();

    moveClock(6);
    expect(await run()).toBe(1);
    await settled();
    await receiver.stop();
    const twice = await readDelivery(id);
    expect(twice.answeredAt).not.toBeNull();
    expect(twice.attempts.map(({ number, status, fault }) => [number, status, fault])).toEqual([
      [1, 500, "status"],
      [2, 200, null],
    ]);
    const [well] = await asFounder((tx) => tx.select().from(endpoints).where(eq(endpoints.id, endpoint.id)));
    expect(well?.failingSince).toBeNull();

    expect(received.map((one) => one.headers["webhook-id"])).toEqual([`msg_${id}`, `msg_${id}`]);
    for (const one of received) {
      expect(one.body).toBe(body);
      expect(new Webhook(endpoint.key).verify(one.body, one.headers)).toMatchObject({ type: "webhook.test" });
    }
  });

  test("for a suspended organisation waits, loses no try, and goes out when it works again", async () => {
    const client = await partner();
    const endpoint = await makeEndpoint(client);
    const { id } = await makeDelivery(endpoint);
    const { id: healthy } = await makeDelivery(await makeEndpoint(await partner()));
    const isIts = eq(organisations.id, client.organisationId);
    const suspend = (suspendedAt: Date | null) =>
      asFounder((tx) => tx.update(organisations).set({ suspendedAt }).where(isIts));
    await suspend(inSeconds(-1));
    const { run, sent } = worker();
    expect(await run()).toBe(1);
    expect((await readDelivery(healthy)).answeredAt).not.toBeNull();
    moveClock(40 * 3600);
    expect(await run()).toBe(0);
    expect(await readDelivery(id)).toMatchObject({ tries: 0, answeredAt: null, failedAt: null });
    await suspend(null);
    expect(await run()).toBe(1);
    expect(sent).toHaveLength(2);
    expect((await readDelivery(id)).answeredAt).not.toBeNull();
  });

  test("of a new link lights the lamp when it is answered, once, and not before", async () => {
    const client = await partner();
    const link = await makeLink(client, await makeSeller(), { toldAt: null, toldBy: null });
    const endpoint = await makeEndpoint(client);
    const told = async () =>
      (await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, link.id))))[0];
    await makeDelivery(endpoint, { type: "link.created", linkId: link.id });
    await worker(() => failed()).run();
    expect(await told()).toMatchObject({ toldAt: null, toldBy: null });
    moveClock(6);
    await worker().run();
    const first = await told();
    expect(first).toMatchObject({ toldBy: "webhook" });
    moveClock(60);
    await makeDelivery(endpoint, { type: "link.created", linkId: link.id });
    await worker().run();
    expect((await told())?.toldAt).toEqual(first?.toldAt);
  });

  test("that no receiver takes in three days is given up, and can be sent again with the same id", async () => {
    const { id } = await makeDelivery(await makeEndpoint(await partner()));
    const { run, sent } = worker(() => failed(503));
    const begun = Date.now();
    for (let tries = 1; tries <= 10; tries++) {
      expect(await run()).toBe(1);
      const row = await readDelivery(id);
      expect([row.tries, row.failedAt !== null]).toEqual([tries, tries === 10]);
      moveClock((row.dueAt.getTime() - Date.now()) / 1000 + 1);
    }
    expect(await run()).toBe(0);
    const { dueAt } = await readDelivery(id);
    expect((dueAt.getTime() - begun) / 3_600_000).toBeGreaterThan(50);
    await asFounder((tx) =>
      tx
        .update(deliveries)
        .set({ failedAt: null, tries: 0, dueAt: inSeconds(0) })
        .where(eq(deliveries.id, id)),
    );
    await worker().run();
    expect((await readDelivery(id)).attempts).toHaveLength(11);
    expect(new Set(sent.map((post) => post.headers["webhook-id"]))).toEqual(new Set([`msg_${id}`]));
  });

  test("goes to no private address unless this deployment says so, and the log holds no address", async () => {
    Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: undefined });
    const said = vi.spyOn(log, "info");
    let calls = 0;
    const receiver = await answering((_, response) => {
      calls++;
      response.end();
    });
    const url = `http://127.0.0.1:${receiver.port}/in?key=hidden`;
    const { id } = await makeDelivery(await makeEndpoint(await partner(), { url }));
    const { run, settled } = makeDeliverer();
    await run();
    await settled();
    Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: "1" });
    await receiver.stop();
    expect(calls).toBe(0);
    expect(await readDelivery(id)).toMatchObject({ lastFault: "refused_url", lastStatus: null });
    expect(JSON.stringify(said.mock.calls)).not.toContain("hidden");
    said.mockRestore();
  });

  test("whose key can no longer be opened waits as a failed one, and nothing is sent unsigned", async () => {
    const { id } = await makeDelivery(await makeEndpoint(await partner(), { sealedKey: "gone.a.b.c" }));
    const { run, sent } = worker();
    expect(await run()).toBe(1);
    expect(sent).toEqual([]);
    expect(await readDelivery(id)).toMatchObject({ lastFault: "no_key", answeredAt: null, failedAt: null });
  });
});

describe("a receiver", () => {
  test("that answers 410 gets nothing more, and the endpoint's history says so once", async () => {
    const client = await partner();
    const endpoint = await makeEndpoint(client);
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await makeDelivery(endpoint)).id));
    const { run, sent } = worker(() => failed(410));
    await run();
    expect(sent.length).toBeLessThan(12);
    const rows = await Promise.all(ids.map(readDelivery));
    expect(rows.every(({ failedAt }) => failedAt !== null)).toBe(true);
    const [off] = await asFounder((tx) => tx.select().from(endpoints).where(eq(endpoints.id, endpoint.id)));
    expect(off?.disabledAt).not.toBeNull();
    const noted = await asFounder((tx) =>
      tx.select().from(events).where(eq(events.clientRowId, client.id)).orderBy(events.id),
    );
    expect(noted.map(({ type }) => type)).toEqual(["endpoint.disabled"]);
    const { contactEmail } = client;
    const letters = await asFounder((tx) => tx.select().from(mails).where(eq(mails.recipient, contactEmail)));
    expect(letters.map(({ kind }) => kind)).toEqual(["endpoint-disabled"]);
  });

  test("that is gone from the portal gets nothing, also what was laid in at that very moment", async () => {
    const endpoint = await makeEndpoint(await partner(), { removedAt: inSeconds(-1) });
    const { id } = await makeDelivery(endpoint);
    const { run, sent } = worker();
    expect(await run()).toBe(1);
    expect(sent).toEqual([]);
    expect((await readDelivery(id)).failedAt).not.toBeNull();
  });

  test("that hangs holds up nobody else's messages", async () => {
    const slow = await makeEndpoint(await partner(), { url: "https://slow.partner.com/" });
    const quick = await makeEndpoint(await partner(), { url: "https://quick.partner.com/" });
    for (let n = 0; n < 30; n++) await makeDelivery(slow, { dueAt: inSeconds(-60) });
    for (let n = 0; n < 30; n++) await makeDelivery(quick);
    let letGo = () => {};
    const hangs = new Promise<Posted>((resolve) => {
      letGo = () => resolve(posted());
    });
    const { deliverer, sent } = worker(({ url }) => (url.includes("slow") ? hangs : posted()));
    await expect
      .poll(
        async () => {
          await deliverer.run();
          return sent.filter(({ url }) => url.includes("quick")).length;
        },
        { timeout: 10_000 },
      )
      .toBe(30);
    expect(sent.filter(({ url }) => url.includes("slow"))).toHaveLength(4);
    letGo();
    await deliverer.settled();
  });

  test("that fails gets its messages one by one", async () => {
    const endpoint = await makeEndpoint(await partner(), { failingSince: inSeconds(-60) });
    for (let n = 0; n < 5; n++) await makeDelivery(endpoint);
    const { deliverer, sent } = worker(() => new Promise(() => {}));
    expect(await deliverer.run()).toBe(1);
    expect(sent).toHaveLength(1);
  });
});
