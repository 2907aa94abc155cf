import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { beforeAll, expect, test } from "vitest";
import { inOrganisation } from "@/db/client";
import { makeActor, makeClient, makeOrganisation, makeSeller, ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { insertLink } from "@/lib/links/insert-link";
import { makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { answering } from "@/lib/webhooks/receiver.testing";
import { jobs } from "./jobs";
import { runJobs } from "./run-jobs";

const count = 20;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(env(), { WEBHOOK_ALLOW_PRIVATE: "1" });
});

test("from the link's commit to the receiver's answer it takes five seconds at most, 19 times of 20", async () => {
  const arrived = new Map<number, number>();
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const receiver = await answering((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const said = new Webhook(endpoint.key).verify(body, request.headers as Record<string, string>);
      arrived.set((said as { data: { sellerId: number } }).data.sellerId, performance.now());
      response.end();
    });
  });
  const endpoint = await makeEndpoint(client, { url: `http://127.0.0.1:${receiver.port}/` });
  const actor = await makeActor();
  const sellers = await Promise.all(
    Array.from({ length: count }, () => makeSeller({ id: actor.organisationId })),
  );
  const running = runJobs(jobs.filter(({ name }) => name === "deliver webhooks"));
  const linked = new Map<number, number>();
  for (const { sellerId } of sellers) {
    const link = {
      clientRowId: client.id,
      clientOrganisationId: client.organisationId,
      clientId: client.clientId,
      sellerId,
      via: "typed" as const,
    };
    const made = await inOrganisation(actor, (tx) => insertLink(tx, actor, link));
    expect(made.ok).toBe(true);
    linked.set(sellerId, performance.now());
    // Over several rounds of the worker, at no fixed distance from them.
    await sleep(137);
  }
  await expect.poll(() => arrived.size, { timeout: 10_000 }).toBe(count);
  await running.stop();
  await receiver.stop();
  const waits = [...linked].map(([sellerId, at]) => (arrived.get(sellerId) ?? 0) - at).sort((a, b) => a - b);
  const [p95 = Number.POSITIVE_INFINITY] = waits.slice(Math.ceil(count * 0.95) - 1);
  expect(p95, `p95 of ${count} in milliseconds`).toBeLessThan(5000);
});
