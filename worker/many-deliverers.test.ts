import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { attempts, deliveries, endpoints } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { makeDelivery, makeEndpoint, readDelivery } from "@/lib/webhooks/endpoint.testing";
import { leaseSeconds } from "./claim-deliveries";
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

describe("workers", () => {
  test("two at once send each message once, and lose none", async () => {
    const homes = await Promise.all([1, 2, 3].map(async () => makeEndpoint(await partner())));
    const ids: string[] = [];
    for (let n = 0; n < 60; n++) {
      const endpoint = homes[n % 3];
      if (endpoint) ids.push((await makeDelivery(endpoint)).id);
    }
    const [one, other] = [worker(), worker()];
    for (let left = 1; left > 0; ) {
      const counts = await Promise.all([one.run(), other.run()]);
      left = Math.max(...counts);
    }
    const sent = [...one.sent, ...other.sent].map((post) => post.headers["webhook-id"]);
    expect(sent.sort()).toEqual(ids.map((id) => `msg_${id}`).sort());
    const rows = await Promise.all(ids.map(readDelivery));
    expect(rows.filter(({ answeredAt }) => !answeredAt)).toEqual([]);
  });

  test("one that dies between claim and answer leaves the message to the next, with the same id", async () => {
    const { id } = await makeDelivery(await makeEndpoint(await partner()));
    const dead = worker(() => new Promise(() => {}));
    expect(await dead.deliverer.run()).toBe(1);
    const next = worker();
    expect(await next.run()).toBe(0);
    moveClock(leaseSeconds + 1);
    expect(await next.run()).toBe(1);
    expect(next.sent[0]?.headers["webhook-id"]).toBe(dead.sent[0]?.headers["webhook-id"]);
    expect(await readDelivery(id)).toMatchObject({ tries: 2 });
    expect((await readDelivery(id)).answeredAt).not.toBeNull();
  });

  test("a failure that is heard of too late takes nothing back from the try that arrived", async () => {
    const { id } = await makeDelivery(await makeEndpoint(await partner()));
    let fail = () => {};
    const late = worker(
      () =>
        new Promise((resolve) => {
          fail = () => resolve(failed());
        }),
    );
    await late.deliverer.run();
    moveClock(leaseSeconds + 1);
    await worker().run();
    fail();
    await late.deliverer.settled();
    const row = await readDelivery(id);
    expect(row).toMatchObject({ lastStatus: 200, failedAt: null });
    expect(row.answeredAt).not.toBeNull();
  });

  test("an answer that cannot be saved is asked for again", async () => {
    const { id } = await makeDelivery(await makeEndpoint(await partner()));
    const broken = makeDeliverer(async () => posted({ status: 99_999 }));
    await broken.run();
    await broken.settled();
    expect(await readDelivery(id)).toMatchObject({ answeredAt: null, attempts: [] });
    moveClock(leaseSeconds + 1);
    await worker().run();
    expect((await readDelivery(id)).answeredAt).not.toBeNull();
  });

  test("may not read what is none of their business", async () => {
    await expect(asWorker((tx) => tx.insert(endpoints).values({ id: newId() } as never))).rejects.toThrow();
  });
});
