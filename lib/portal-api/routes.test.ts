import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import {
  deliveries,
  endpoints,
  events,
  idempotencyKeys,
  invitations,
  mails,
  secrets,
  sellerLinks,
} from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
  ownDatabase,
  withFormKey,
} from "@/db/testing";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { unlinkClient } from "../links/unlink-client";
import { reloadKeys } from "../tokens/key-ring";
import { makeDelivery, makeEndpoint } from "../webhooks/endpoint.testing";
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
      .where(and(eq(events.clientRowId, clientRowId), eq(events.type, type))),
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
      .poll(async () => {
        await poll();
        return seen.length;
      })
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
    await expect.poll(async () => (await call("GET", "/events")).body.items.length).toBe(1);
    const { body } = await call("GET", "/events");
    expect(body.items[0]).toMatchObject({
      type: "link.ended",
      data: { clientId: client.clientId, sellerId: seller.sellerId, linkId: link.id, reason: "switching" },
    });
    expect(JSON.stringify(body)).not.toContain(owner.name);
  });
});

const wanted = { url: "https://hooks.partner.com/in", events: ["link.created", "link.ended"] };

describe("webhooks", () => {
  test("are added once, with a key that only this answer has, and removed again", async () => {
    const { client, call } = await makeCaller();
    const made = await call("POST", "/webhooks", wanted);
    expect(made).toMatchObject({ status: 201, body: { ...wanted, key: expect.stringMatching(/^whsec_/) } });
    expect((await call("POST", "/webhooks", wanted)).status).toBe(409);
    const listed = (await call("GET", "/webhooks")).body;
    expect(listed.items).toMatchObject([{ id: made.body.id, url: wanted.url }]);
    expect(JSON.stringify(listed)).not.toContain("whsec_");
    const [row] = await asFounder((tx) =>
      tx.select().from(endpoints).where(eq(endpoints.clientRowId, client.id)),
    );
    expect(row?.sealedKey).not.toContain(String(made.body.key));

    expect(await call("POST", `/webhooks/${made.body.id}/test`)).toMatchObject({
      status: 202,
      body: { id: expect.stringMatching(/^msg_/) },
    });
    const path = `/webhooks/${made.body.id}`;
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("POST", `${path}/test`)).status).toBe(404);
    expect((await call("GET", "/webhooks")).body.items).toEqual([]);
    expect(await eventsOf(client.id, "endpoint.removed")).toHaveLength(1);
  });

  test("lead nowhere inside, whatever is typed", async () => {
    const { call } = await makeCaller();
    for (const url of [
      "http://hooks.partner.com",
      "https://127.0.0.1/",
      "https://x.internal/",
      "ftp://x.com",
      "",
    ]) {
      const answer = await call("POST", "/webhooks", { ...wanted, url });
      expect(answer).toMatchObject({ status: 422, body: { code: "validation_failed" } });
      expect(answer.body.errors).toHaveProperty("url");
    }
    expect((await call("POST", "/webhooks", { ...wanted, events: ["link.deleted"] })).status).toBe(422);
    expect((await call("POST", "/webhooks", { ...wanted, events: [] })).status).toBe(422);
  });

  test("of others are not found", async () => {
    const { call } = await makeCaller();
    const endpoint = await makeEndpoint((await makeCaller()).client);
    await makeDelivery(endpoint);
    expect((await call("DELETE", `/webhooks/${endpoint.id}`)).status).toBe(404);
    expect((await call("POST", `/webhooks/${endpoint.id}/test`)).status).toBe(404);
    const [row] = await asFounder((tx) => tx.select().from(endpoints).where(eq(endpoints.id, endpoint.id)));
    expect(row?.removedAt).toBeNull();
  });

  test("ten calls at once make one endpoint", async () => {
    const { call } = await makeCaller();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call("POST", "/webhooks", wanted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });
});

describe("secrets", () => {
  test("a client makes its next one, the older works for the overlap, and a third is refused", async () => {
    const { client, call } = await makeCaller();
    const { row: old } = await makeSecret(client);
    const made = await call("POST", "/clients/self/secrets", { overlap: "1h" });
    expect(made).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^mps_test_/) } });
    const rows = await asFounder((tx) => tx.select().from(secrets).where(eq(secrets.clientRowId, client.id)));
    const ends = rows.find(({ id }) => id === old.id)?.endsAt;
    expect(ends?.toISOString()).toBe(made.body.oldEndsAt);
    expect(rows.find(({ id }) => id === made.body.secretId)).toMatchObject({ createdBy: null });
    const noted = await eventsOf(client.id, "secret.added");
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toContain(String(made.body.secret));
    expect(await call("POST", "/clients/self/secrets", { overlap: "0" })).toMatchObject({
      status: 409,
      body: { code: "limit" },
    });
    expect((await call("POST", "/clients/self/secrets", { overlap: "2h" })).status).toBe(422);
  });

  test("many at once never leave more than two live", async () => {
    const { client, call } = await makeCaller();
    await makeSecret(client);
    const ask = () => call("POST", "/clients/self/secrets", { overlap: "7d" });
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe("invitations", () => {
  test("are made with a link that only this answer has, listed, and taken back", async () => {
    const { client, call } = await makeCaller();
    const input = {
      reference: "K-17",
      expectedSellerId: 104_512,
      email: "shop@customers.test",
      expires: "7d",
    };
    const made = await call("POST", "/invitations", input);
    expect(made).toMatchObject({
      status: 201,
      body: { status: "open", reference: "K-17", url: expect.stringMatching(/\/i\/[\w-]{43}$/) },
    });
    const { items } = (await call("GET", "/invitations")).body;
    expect(items).toMatchObject([
      { id: made.body.id, status: "open", expectedSellerId: 104_512, sellerId: null },
    ]);
    expect((await call("GET", "/invitations?status=accepted")).body.items).toEqual([]);
    const path = `/invitations/${made.body.id}`;
    expect((await (await makeCaller()).call("DELETE", path)).status).toBe(404);
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("DELETE", path)).status).toBe(204);
    const [row] = await asFounder((tx) =>
      tx.select().from(invitations).where(eq(invitations.clientRowId, client.id)),
    );
    expect(row).toMatchObject({ createdBy: null, withdrawnBy: null });
    expect(await eventsOf(client.id, "invitation.withdrawn")).toHaveLength(1);
  });

  test("answer the same for unknown addressees, and say what does not fit", async () => {
    const { call } = await makeCaller();
    const seller = await makeSeller(await makeOrganisation());
    const [known, unknown] = [
      await call("POST", "/invitations", { email: String(seller.sellerId) }),
      await call("POST", "/invitations", { email: "999999999" }),
    ];
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect([known.status, unknown.status]).toEqual([201, 201]);
    const wrong = await call("POST", "/invitations", {
      email: "nobody",
      expires: "2d",
      expectedSellerId: "x",
    });
    expect(Object.keys(wrong.body.errors as object).sort()).toEqual(["email", "expectedSellerId", "expires"]);
  });
});

describe("a repeated call with one Idempotency-Key", () => {
  const key = { "idempotency-key": "one-key" };

  test("gets the first answer, with null where the secret was, and makes nothing", async () => {
    const { client, call } = await makeCaller();
    const ask = () => call("POST", "/clients/self/secrets", { overlap: "24h" }, key);
    const first = await ask();
    expect(await ask()).toMatchObject({
      status: 201,
      body: { ...first.body, secret: null, replayed: true },
    });
    const kept = await asFounder((tx) =>
      tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.clientRowId, client.id)),
    );
    expect(JSON.stringify(kept)).not.toContain(String(first.body.secret));
    const mixed = await call("POST", "/clients/self/secrets", { overlap: "1h" }, key);
    expect(mixed).toMatchObject({ status: 422, body: { code: "idempotency_mismatch" } });
    expect((await call("POST", "/webhooks", wanted, key)).body.code).toBe("idempotency_mismatch");
    // Another client's key of the same name is another key.
    expect((await (await makeCaller()).call("POST", "/webhooks", wanted, key)).status).toBe(201);
  });

  test("has one winner among many at once, and all hear the same", async () => {
    const { call } = await makeCaller();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call("POST", "/webhooks", wanted, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.key !== null)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.replayed === true)).toHaveLength(7);
  });

  test("hears a refusal again, which left nothing behind", async () => {
    const { client, call } = await makeCaller();
    await makeSecret(client);
    await makeSecret(client);
    const ask = () => call("POST", "/clients/self/secrets", { overlap: "0" }, key);
    expect((await ask()).status).toBe(409);
    await asFounder((tx) =>
      tx.update(secrets).set({ retiredAt: now() }).where(eq(secrets.clientRowId, client.id)),
    );
    expect(await ask()).toMatchObject({ status: 409, body: { code: "limit" } });
    expect(
      (await call("POST", "/clients/self/secrets", { overlap: "0" }, { "idempotency-key": "ü" })).status,
    ).toBe(400);
  });
});
