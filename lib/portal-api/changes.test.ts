import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { endpoints, events, idempotencyKeys, invitations, secrets } from "@/db/schema";
import { makeOrganisation, makeSecret, makeSeller, ownDatabase } from "@/db/testing";
import { now } from "../clock";
import { env } from "../env";
import { reloadKeys } from "../tokens/key-ring";
import { makeDelivery, makeEndpoint } from "../webhooks/endpoint.testing";
import { makeCaller } from "./caller.testing";

beforeAll(async () => {
  await ownDatabase();
  await ensureFoundations();
  await reloadKeys();
});

const eventsOf = (clientRowId: string, type: typeof events.$inferSelect.type) =>
  asFounder((tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.clientRowId, clientRowId), eq(events.type, type)))
      .orderBy(events.id),
  );

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
    const mixed = await call("POST", "/invitations", { ...input, email: "104513" });
    expect(mixed).toMatchObject({
      status: 422,
      body: { errors: { expectedSellerId: [expect.any(String)] } },
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

  test("are one at a time for each addressee, and fifty addressees a day before a review", async () => {
    const { call } = await makeCaller();
    const ask = (n: number) => call("POST", "/invitations", { email: `shop${n}@customers.test` });
    expect((await ask(1)).status).toBe(201);
    expect(await ask(1)).toMatchObject({ status: 409, body: { code: "taken" } });
    await asFounder((tx) =>
      tx.execute(sql`update limit_counters set counts[60] = 50 where key like 'invitations:%'`),
    );
    const full = await ask(2);
    expect(full).toMatchObject({ status: 429, body: { code: "quota_exceeded" } });
    expect(Number(full.headers.get("retry-after"))).toBeGreaterThan(3600);
    expect((await call("POST", "/invitations", { reference: "by hand" })).status).toBe(201);
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

  test("is answered by what happened then, before an address is looked at", async () => {
    const { client, call } = await makeCaller();
    const first = await call("POST", "/webhooks", wanted, key);
    await call("DELETE", `/webhooks/${first.body.id}`);
    // More addresses than an hour has room for.
    const answers = await Promise.all(Array.from({ length: 20 }, () => call("POST", "/webhooks", wanted)));
    const counts = [201, 409, 429].map((code) => answers.filter(({ status }) => status === code).length);
    expect(counts).toEqual([1, 18, 1]);
    // What its letters refuse is not looked up, and so not counted.
    const plain = await call("POST", "/webhooks", { ...wanted, url: "https://127.0.0.1/" });
    expect(plain).toMatchObject({ status: 422, body: { code: "validation_failed" } });
    const full = await call("POST", "/webhooks", wanted, { "idempotency-key": "another-key" });
    expect(full).toMatchObject({ status: 429, body: { code: "quota_exceeded" } });
    expect(Number(full.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await call("POST", "/webhooks", wanted, key)).toMatchObject({
      status: 201,
      body: { id: first.body.id, key: null, replayed: true },
    });
    const kept = await asFounder((tx) =>
      tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.clientRowId, client.id)),
    );
    expect(kept.map((row) => row.key)).toEqual(["one-key"]);
  });

  test("is tried anew when it was only too early", async () => {
    const { client, call } = await makeCaller();
    const endpoint = await makeEndpoint(client);
    const path = `/webhooks/${endpoint.id}/test`;
    for (let n = 0; n < 10; n++) expect((await call("POST", path)).status).toBe(202);
    expect((await call("POST", path, undefined, key)).status).toBe(429);
    Object.assign(env(), { LIMITS: "off" });
    const later = await call("POST", path, undefined, key);
    expect(later.status).toBe(202);
    expect((await call("POST", path, undefined, key)).body).toMatchObject({ id: later.body.id });
    Object.assign(env(), { LIMITS: "on" });
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
