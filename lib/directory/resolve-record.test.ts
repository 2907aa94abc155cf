import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "../env";
import { startNameServer } from "./dns.testing";
import { resolveRecord } from "./resolve-record";

const host = "_seller-portal.shop.example";
let server: Awaited<ReturnType<typeof startNameServer>>;
const before = env().DNS_SERVERS;
beforeAll(async () => {
  server = await startNameServer();
  env().DNS_SERVERS = [server.address];
});
beforeEach(() => Object.assign(server, { manner: "answers", zone: {}, asked: [] }));
afterAll(async () => {
  env().DNS_SERVERS = before;
  await server.stop();
});
const ask = () => resolveRecord(host, "shop.example");

test("reads the texts at the host, long ones put together", async () => {
  server.zone = { [host]: ["one", ["t".repeat(255), "wo"]], "shop.example": ["not this"] };
  expect(await ask()).toEqual({ texts: ["one", `${"t".repeat(255)}wo`] });
  expect(server.asked).toEqual([host]);
});

test("tells a domain without the record from a domain that is not there", async () => {
  server.zone = { "shop.example": [] };
  expect(await ask()).toEqual({ texts: [] });
  server.zone = { "www.shop.example": ["x"] };
  expect(await ask()).toEqual({ texts: [] });
  server.zone = { [host]: [] };
  expect(await ask()).toEqual({ texts: [] });
  server.zone = { "other.example": ["x"] };
  expect(await ask()).toBe("no_domain");
});

test("a server that fails, talks nonsense or says nothing is silent, in five seconds", async () => {
  server.zone = { [host]: ["one"] };
  const started = performance.now();
  const answers = [];
  for (const manner of ["failing", "garbled", "silent"] as const) {
    server.manner = manner;
    answers.push(ask());
    // Each is asked before the manner changes.
    await expect.poll(() => server.asked.length).toBe(answers.length);
  }
  expect(await Promise.all(answers)).toEqual(["silent", "silent", "silent"]);
  expect(performance.now() - started).toBeLessThan(7000);
}, 10_000);

test("a server that is not there is silent at once", async () => {
  const gone = await startNameServer();
  await gone.stop();
  env().DNS_SERVERS = [gone.address];
  expect(await ask()).toBe("silent");
  env().DNS_SERVERS = [server.address];
});
