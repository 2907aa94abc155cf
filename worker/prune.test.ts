import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { asFounder, connect } from "@/db/client";
import {
  attempts,
  bulkItems,
  bulkRuns,
  claims,
  deliveries,
  digestLines,
  domainProofs,
  firstCalls,
  idempotencyKeys,
  limitCounters,
  listings,
  listingVersions,
  logos,
  mails,
  ownershipOffers,
  resets,
  sessions,
  signUps,
  teamInvitations,
  usedFormKeys,
} from "@/db/schema";
import {
  makeClient,
  makeLink,
  makeOrganisation,
  makePerson,
  makeSeller,
  makeSession,
  ownDatabase,
} from "@/db/testing";
import { inSeconds } from "@/lib/clock";
import { logoPath } from "@/lib/directory/listing-fields";
import { env } from "@/lib/env";
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

test("a picture goes a day after the last entry or draft that showed it, and no sooner", async () => {
  const organisation = await makeOrganisation({ kind: "aggregator" });
  const client = await makeClient(organisation);
  const about = { organisationId: organisation.id, clientRowId: client.id };
  const picture = (name: string, createdAt: Date) => {
    const bytes = Buffer.from(name);
    return {
      hash: createHash("sha256").update(bytes).digest(),
      bytes,
      organisationId: organisation.id,
      createdAt,
    };
  };
  const [listed, drafted, fresh, left] = [
    picture("listed", days(-30)),
    picture("drafted", days(-30)),
    picture("fresh", days(-0.9)),
    picture("left", days(-1.1)),
  ];
  const at = { createdAt: days(0), savedAt: days(0) };
  await asFounder(async (tx) => {
    await tx.insert(logos).values([listed, drafted, fresh, left]);
    const entry = { ...about, id: newId(), displayName: "x", methods: [] };
    await tx.insert(listings).values({ ...entry, logo: logoPath(listed.bytes) });
    await tx.insert(listingVersions).values({ ...about, ...at, id: newId(), logo: logoPath(drafted.bytes) });
  });
  expect(await prune()).toBe(1);
  const rows = await asFounder((tx) => tx.select({ bytes: logos.bytes }).from(logos));
  expect(rows.map(({ bytes }) => bytes.toString()).sort()).toEqual(["drafted", "fresh", "listed"]);
  await asFounder((tx) => tx.delete(listingVersions));
  expect(await prune()).toBe(1);
});

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

test("a line of a digest goes a week after it was sent, and one that nobody sends after a month", async () => {
  const { id: personId } = await makePerson();
  const line = { personId, notice: "tickets", subject: "x" };
  await asFounder((tx) =>
    tx.insert(digestLines).values([
      { ...line, id: newId(), at: days(-9), sentAt: days(-7.1) },
      { ...line, id: newId(), at: days(-9), sentAt: days(-6.9) },
      { ...line, id: newId(), at: days(-30.1) },
      { ...line, id: newId(), at: days(-29.9) },
    ]),
  );
  expect(await prune()).toBe(2);
  expect(await asFounder((tx) => tx.$count(digestLines))).toBe(2);
});

test("an act on many goes ninety days after its end, with those it was about", async () => {
  const person = await makePerson();
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const link = await makeLink(client, await makeSeller(await makeOrganisation()));
  const run = async (finishedAt: Date | null) => {
    const id = newId();
    const { organisationId } = client;
    const by = { createdAt: days(-200), createdBy: person.id, createdByName: "x", dueAt: days(-200) };
    const about = { id, clientRowId: client.id, organisationId, act: "tag" as const, total: 1 };
    await asFounder(async (tx) => {
      await tx.insert(bulkRuns).values({ ...about, ...by, finishedAt });
      const item = { bulkRunId: id, organisationId, linkId: link.id, sellerId: link.sellerId };
      await tx.insert(bulkItems).values(item);
    });
  };
  for (const finishedAt of [days(-90.1), days(-89.9), null]) await run(finishedAt);
  expect(await prune()).toBe(2);
  expect(await asFounder((tx) => Promise.all([tx.$count(bulkRuns), tx.$count(bulkItems)]))).toEqual([2, 2]);
});

test("what came to nothing is forgotten: team invitations, offers, and tries to prove a domain", async () => {
  const [owner, other] = [await makePerson(), await makePerson()];
  const { id } = await makeOrganisation({ kind: "aggregator" });
  const count = () =>
    asFounder((tx) =>
      Promise.all([teamInvitations, ownershipOffers, domainProofs].map((table) => tx.$count(table))),
    );
  const add = (expiresAt: Date, provenAt: Date | null) =>
    asFounder(async (tx) => {
      const by = { id: newId(), organisationId: id, createdAt: days(-100), expiresAt };
      const token = { tokenHash: Buffer.from(by.id), email: "a@b.example", emailFold: by.id };
      await tx.insert(teamInvitations).values({ ...by, ...token, role: "viewer", createdBy: owner.id });
      const between = { fromPersonId: owner.id, toPersonId: other.id, declinedAt: days(-1) };
      await tx.insert(ownershipOffers).values({ ...by, ...between });
      const proof = { domain: "b.example", method: "dns" as const, personId: owner.id, provenAt };
      await tx.insert(domainProofs).values({ ...by, ...proof });
    });
  const before = await count();
  await add(days(-91), null);
  await add(days(-1), null);
  await add(days(-91), days(-91));
  await prune();
  expect((await count()).map((n, i) => n - (before[i] ?? 0))).toEqual([1, 1, 2]);
});

test("a table that cannot be pruned keeps no other from it, and is told of", async () => {
  const person = await makePerson();
  await asFounder((tx) =>
    tx.insert(resets).values({ tokenHash: Buffer.from("late"), personId: person.id, expiresAt: days(-8) }),
  );
  const count = () => asFounder((tx) => tx.$count(resets));
  const before = await count();
  const owner = connect(env().DATABASE_OWNER_URL, { max: 1 });
  await owner`revoke delete on used_form_keys from portal_worker`;
  await expect(prune()).rejects.toThrow("1 tables could not be pruned");
  await owner`grant delete on used_form_keys to portal_worker`;
  await owner.end();
  expect(await count()).toBe(before - 1);
  await prune();
});
