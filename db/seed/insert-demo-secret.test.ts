import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "@/lib/secrets";
import { asFounder } from "../client";
import { newDemoSecret, seedDemo } from "../seed";
import { ownDatabase } from "../testing";

let first = "";

beforeAll(async () => {
  await ownDatabase();
  first = (await seedDemo()).clientSecret ?? "";
}, 60_000);

describe("a new demo secret", () => {
  test("works beside the one before, and takes the place of the oldest", async () => {
    const second = await newDemoSecret();
    expect(await liveHashes()).toEqual([hashOf(first), hashOf(second)]);
    const third = await newDemoSecret();
    expect(await liveHashes()).toEqual([hashOf(second), hashOf(third)]);
    expect(await ask(sql`select data->>'hint' as hint from events where type = 'secret.retired'`)).toEqual([
      { hint: first.slice(-4) },
    ]);
    expect(await ask(sql`select 1 from events e where strpos(e::text, ${third}) > 0`)).toEqual([]);
  });

  test("never makes a third live one, however many are asked for at once", async () => {
    const made = await Promise.all([newDemoSecret(), newDemoSecret(), newDemoSecret(), newDemoSecret()]);
    expect(new Set(made).size).toBe(4);
    const live = await liveHashes();
    expect(live).toHaveLength(2);
    expect(made.map(hashOf)).toEqual(expect.arrayContaining(live));
  });

  // Goes last: there is no way back from it.
  test("is refused where the demo client was deleted, and nothing is made", async () => {
    const before = await liveHashes();
    await ask(sql`update clients set deleted_at = now() where client_id = 'demo-seller-app'`);
    await expect(newDemoSecret()).rejects.toThrow("demo-seller-app");
    expect(await liveHashes()).toEqual(before);
  });
});

async function ask<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) {
  return asFounder(async (tx) => [...(await tx.execute<Row>(query))]);
}

function hashOf(secret: string) {
  return hashSecret(secret)?.hash.toString("hex");
}

async function liveHashes() {
  const rows = await ask<{ hash: Buffer }>(sql`
    select s.hash from secrets s join clients c on c.id = s.client_row_id
    where c.client_id = 'demo-seller-app' and s.retired_at is null order by s.created_at, s.id`);
  return rows.map(({ hash }) => hash.toString("hex"));
}
