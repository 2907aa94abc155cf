import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { asFounder, asVisitor, type Tx } from "./client";
import { listings } from "./schema";
import { makeClient, makeOrganisation, ownDatabase } from "./testing";

beforeAll(() => ownDatabase());

/** A client that counts as reviewed by its organisation's entry in the directory. */
async function makeListed() {
  const organisation = await makeOrganisation({ kind: "aggregator" });
  const client = await makeClient(organisation);
  const about = { organisationId: organisation.id, clientRowId: client.id, displayName: "Listed" };
  await asFounder((tx) =>
    tx.insert(listings).values({ id: newId(), ...about, methods: ["delegation"], approvedAt: now() }),
  );
  return client;
}

const lock = async (tx: Tx, id: string) =>
  (
    await tx.execute<{ reviewed: boolean }>(
      sql`select reviewed from lock_client_for_link(${id}, ${now().toISOString()})`,
    )
  )[0]?.reviewed;

/** Whether somebody else could hold the client side by side with whoever holds it now. */
const canShare = (id: string) =>
  asFounder((tx) => tx.execute(sql`select 1 from clients where id = ${id} for share nowait`)).then(
    () => true,
    () => false,
  );

it("a reviewed client is linked side by side, and by one alone if it no longer is after the wait", async () => {
  const client = await makeListed();
  await asVisitor(async (tx) => {
    expect(await lock(tx, client.id)).toBe(true);
    expect(await canShare(client.id)).toBe(true);
  });

  let waiting: Promise<void> = Promise.resolve();
  await asFounder(async (tx) => {
    await tx.execute(sql`select 1 from clients where id = ${client.id} for update`);
    waiting = asVisitor(async (other) => {
      expect(await lock(other, client.id)).toBe(false);
      expect(await canShare(client.id)).toBe(false);
    });
    const isWaiting = sql`select 1 from pg_locks where not granted and locktype = 'transactionid'`;
    while ((await tx.execute(isWaiting)).length === 0) await new Promise((done) => setTimeout(done, 20));
    await tx.execute(sql`update listings set approved_at = null where client_row_id = ${client.id}`);
  });
  await waiting;
});
