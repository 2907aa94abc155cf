import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ LIMITS: "off" });
});
afterAll(async () => {
  Object.assign(env(), { LIMITS: "on" });
  await sandbox.stop();
});

async function caller(clientId: string) {
  const client = await insertTestClient(clientId);
  return { ...client, token: await fetchToken(sandbox.origin, client) };
}

async function call(token: string, sellerId: number) {
  const headers = { authorization: `Bearer ${token}`, SellerId: String(sellerId) };
  const answer = await fetch(`${sandbox.origin}/seller/v2/sellers`, { headers });
  const body = (await answer.json()) as { code?: string };
  return { status: answer.status, code: body.code, headers: answer.headers };
}

const left = (headers: Headers) => /^"seller";r=(\d+);t=(\d+)$/.exec(headers.get("ratelimit") ?? "");

test("ten calls a minute per client and open test seller, told in headers, in force with LIMITS=off", async () => {
  const client = await caller("ten-a-minute");
  const answers = await Promise.all(Array.from({ length: 20 }, () => call(client.token, 98979)));
  const good = answers.filter(({ status }) => status === 200);
  expect(good).toHaveLength(10);
  expect(good.map(({ headers }) => Number(left(headers)?.[1])).sort((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  for (const { code, headers } of answers.filter(({ status }) => status === 429)) {
    expect(code).toBe("quota_exceeded");
    const wait = headers.get("retry-after");
    expect(Number(wait)).toBeGreaterThan(0);
    expect(Number(wait)).toBeLessThanOrEqual(60);
    expect(headers.get("ratelimit")).toBe(`"seller";r=0;t=${wait}`);
    expect(headers.get("ratelimit-policy")).toBe('"seller";q=10;w=60');
  }
  expect((await call(client.token, 700982)).status).toBe(200);
});

test("sixty a minute per open test seller over all clients, the starter client held to these alone", async () => {
  const starter = await fetchToken(sandbox.origin, sandbox.starter);
  const first = await call(starter, 700982);
  expect(first.headers.get("ratelimit-policy")).toBe('"seller";q=60;w=60');
  // One call of the test before, one of the starter's above.
  const answers = await Promise.all(Array.from({ length: 70 }, () => call(starter, 700982)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(58);
  const late = await caller("comes-too-late");
  expect(await call(late.token, 700982)).toMatchObject({ status: 429, code: "quota_exceeded" });
  // Refused for everybody, so it cost the client nothing of its own.
  expect(left((await call(late.token, 98979)).headers)?.[1]).toBe("9");
});

test("other sellers have no quota and no such headers", async () => {
  await insertTestSeller(104512);
  const client = await caller("not-limited");
  await insertTestLink(client, 104512);
  const answers = await Promise.all(Array.from({ length: 30 }, () => call(client.token, 104512)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(
    answers.filter(({ headers }) => headers.has("ratelimit") || headers.has("ratelimit-policy")),
  ).toEqual([]);
});

test("the starter client calls the open test sellers and nobody else", async () => {
  const starter = await fetchToken(sandbox.origin, sandbox.starter);
  expect(await call(starter, 104512)).toMatchObject({ status: 403, code: "seller_not_granted" });
});
