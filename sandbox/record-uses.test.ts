import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients, secrets, sellerLinks } from "@/db/schema";
import { moveClock } from "@/lib/clock";
import { flushUses } from "@/lib/tokens/record-uses";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "./testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  await insertTestSeller(104512);
});
afterAll(async () => {
  moveClock(0);
  await sandbox.stop();
});

async function read(client: { id: string; secretId: string }) {
  return asFounder(async (tx) => {
    const [row] = await tx.select().from(clients).where(eq(clients.id, client.id));
    const [secret] = await tx.select().from(secrets).where(eq(secrets.id, client.secretId));
    const [link] = await tx.select().from(sellerLinks).where(eq(sellerLinks.clientRowId, client.id));
    if (!row || !secret || !link) throw new Error("no rows");
    const { firstTokenAt, lastTokenAt } = row;
    const { firstCallAt, lastUsedAt } = link;
    return { firstTokenAt, lastTokenAt, secretUsedAt: secret.lastUsedAt, firstCallAt, lastUsedAt };
  });
}

async function call(token: string) {
  const headers = { authorization: `Bearer ${token}`, SellerId: "104512" };
  return (await fetch(`${sandbox.origin}/seller/v2/sellers`, { headers })).status;
}

test("the first token and the first call are there when their answers are; later ones soon after", async () => {
  const client = await insertTestClient("first-steps");
  await insertTestLink(client, 104512);
  expect(await read(client)).toMatchObject({ firstTokenAt: null, secretUsedAt: null, firstCallAt: null });

  const token = await fetchToken(sandbox.origin, client);
  const withToken = await read(client);
  expect(withToken.firstTokenAt).toBeInstanceOf(Date);
  expect(withToken.secretUsedAt).toEqual(withToken.firstTokenAt);
  expect(withToken.firstCallAt).toBeNull();

  expect(await call(token)).toBe(200);
  const withCall = await read(client);
  expect(withCall.firstCallAt).toBeInstanceOf(Date);

  moveClock(60);
  expect(await call(await fetchToken(sandbox.origin, client))).toBe(200);
  await flushUses();
  const later = await read(client);
  expect(later.firstTokenAt).toEqual(withToken.firstTokenAt);
  expect(later.firstCallAt).toEqual(withCall.firstCallAt);
  expect((later.lastTokenAt?.getTime() ?? 0) - (withToken.lastTokenAt?.getTime() ?? 0)).toBeGreaterThan(
    59_000,
  );
  expect((later.lastUsedAt?.getTime() ?? 0) - (withCall.lastUsedAt?.getTime() ?? 0)).toBeGreaterThan(59_000);
});

test("of two hundred uses at once none is lost and nothing waits", async () => {
  moveClock(0);
  const many = await Promise.all(Array.from({ length: 40 }, (_, i) => insertTestClient(`crowd-${i}-client`)));
  await Promise.all(many.map((client) => insertTestLink(client, 104512)));
  const tokens = await Promise.all(many.map((client) => fetchToken(sandbox.origin, client)));
  await Promise.all([...tokens, ...tokens, ...tokens, ...tokens].map(call));
  expect(await flushUses()).toBe(true);
  const rows = await Promise.all(many.map(read));
  expect(rows.filter(({ firstTokenAt, firstCallAt }) => !firstTokenAt || !firstCallAt)).toEqual([]);
});
