import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import {
  attempts,
  claims,
  deliveries,
  firstCalls,
  idempotencyKeys,
  limitCounters,
  mails,
  resets,
  sessions,
  signUps,
  usedFormKeys,
} from "@/db/schema";
import { makeClient, makeOrganisation, makePerson, makeSession, ownDatabase } from "@/db/testing";
import { inSeconds } from "@/lib/clock";
import { newId } from "@/lib/id";
import { makeDelivery, makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { prune } from "./prune";

const day = 86_400;
const days = (count: number) => inSeconds(count * day);
const hash = () => Buffer.from(newId());

/** For each table one row just past its time, and one that still has a little. */
async function fill() {
  const person = await makePerson();
  await asFounder(async (tx) => {
    await tx.insert(usedFormKeys).values([
      { hash: hash(), act: "old", usedAt: days(-2.1) },
      { hash: hash(), act: "new", usedAt: days(-1.9) },
    ]);
    const signUp = {
      email: "x@demo.test",
      kind: "seller" as const,
      companyName: "x",
      name: "x",
      termsVersion: "1",
    };
    await tx.insert(signUps).values([
      { ...signUp, tokenHash: hash(), expiresAt: days(-7.1) },
      { ...signUp, tokenHash: hash(), expiresAt: days(-6.9) },
    ]);
    await tx.insert(resets).values([
      { personId: person.id, tokenHash: hash(), expiresAt: days(-7.1) },
      { personId: person.id, tokenHash: hash(), expiresAt: days(-6.9) },
    ]);
    const call = { clientId: "x", sellerId: "1", operation: "sellers.get", verdict: "ok", report: {} };
    await tx.insert(firstCalls).values([
      { ...call, id: newId(), createdAt: days(-30.1) },
      { ...call, id: newId(), createdAt: days(-29.9) },
    ]);
    const letter = { recipient: "x@demo.test", kind: "x", subject: "x", sealedText: "x", sealedHtml: "x" };
    await tx.insert(mails).values([
      { ...letter, id: newId(), sentAt: days(-7.1) },
      { ...letter, id: newId(), sentAt: days(-6.9) },
      { ...letter, id: newId(), failedAt: days(-30.1) },
      { ...letter, id: newId(), createdAt: days(-90) },
    ]);
    const counter = { slot: 1, counts: [0] };
    await tx.insert(limitCounters).values([
      { ...counter, key: "old", expiresAt: inSeconds(-5) },
      { ...counter, key: "new", expiresAt: inSeconds(60) },
    ]);
  });
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const endpoint = await makeEndpoint(client);
  for (const createdAt of [days(-30.1), days(-29.9)]) {
    const { id: deliveryId, organisationId } = await makeDelivery(endpoint, { createdAt });
    await asFounder((tx) =>
      tx.insert(attempts).values({ deliveryId, organisationId, number: 1, at: createdAt, tookMs: 1 }),
    );
  }
  await asFounder(async (tx) => {
    const { id: clientRowId, organisationId } = client;
    const answered = { clientRowId, organisationId, requestHash: hash(), status: 201, body: {} };
    await tx.insert(idempotencyKeys).values([
      { ...answered, key: "old", createdAt: days(-1.1) },
      { ...answered, key: "new", createdAt: days(-0.9) },
    ]);
    const claim = { organisationId, personId: person.id, sellerId: 1, createdAt: days(-8) };
    await tx.insert(claims).values([
      { ...claim, id: newId(), expiresAt: days(-7.1) },
      { ...claim, id: newId(), expiresAt: days(-6.9) },
    ]);
  });
  await makeSession(person, null, { expiresAt: days(-30.1) });
  await makeSession(person, null, { expiresAt: days(5), endedAt: days(-30.1) });
  await makeSession(person, null, { expiresAt: days(-29.9), endedAt: days(-29.9) });
  await makeSession(person, null);
}

beforeAll(() => ownDatabase());

test("what has had its time goes, what has not stays, and a second run finds nothing", async () => {
  await fill();
  expect(await prune()).toBe(12);
  expect(await prune()).toBe(0);
  const left = await asFounder(async (tx) => {
    const tables = {
      usedFormKeys,
      signUps,
      resets,
      firstCalls,
      mails,
      limitCounters,
      sessions,
      deliveries,
      attempts,
      idempotencyKeys,
      claims,
    };
    const counts: Record<string, number> = {};
    for (const [name, table] of Object.entries(tables)) {
      const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(table);
      counts[name] = row?.n ?? -1;
    }
    return counts;
  });
  expect(left).toEqual({
    usedFormKeys: 1,
    signUps: 1,
    resets: 1,
    firstCalls: 1,
    mails: 2,
    limitCounters: 1,
    sessions: 2,
    deliveries: 1,
    attempts: 1,
    idempotencyKeys: 1,
    claims: 1,
  });
});
