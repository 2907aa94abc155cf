import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { flushUses } from "@/lib/tokens/record-uses";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let linkId = "";
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  await insertTestSeller(104512);
  client = await insertTestClient("plays-scenarios");
  linkId = await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

async function play(name: string, more: { signal?: AbortSignal; sellerId?: string; query?: boolean } = {}) {
  const started = performance.now();
  const scenario: Record<string, string> = more.query ? {} : { "x-scenario": name };
  const headers = { authorization: `Bearer ${token}`, SellerId: more.sellerId ?? "104512", ...scenario };
  const url = `${sandbox.origin}/seller/v2/sellers${more.query ? `?x-scenario=${name}` : ""}`;
  const init: RequestInit = { headers, redirect: "manual" };
  if (more.signal) init.signal = more.signal;
  const answer = await fetch(url, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, ms: performance.now() - started };
}

async function link() {
  await flushUses();
  const [row] = await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, linkId)));
  if (!row) throw new Error("no link");
  return row;
}

test("each bad day looks as it should", async () => {
  expect(await play("500")).toMatchObject({
    status: 500,
    text: expect.stringContaining('"code":"internal_error"'),
  });
  expect((await play("502")).status).toBe(502);
  const html = await play("html");
  expect([html.status, html.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const broken = await play("bad-json");
  expect([broken.status, broken.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(() => JSON.parse(broken.text)).toThrow(SyntaxError);
  expect(await play("empty")).toMatchObject({ status: 200, text: "" });
  const moved = await play("redirect");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, `${sandbox.origin}/maintenance`]);
  const busy = await play("429");
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "30"]);
  expect((await play("500", { query: true })).status).toBe(500);
});

test("slow takes three seconds and then is a success like any other", async () => {
  const slow = await play("slow");
  expect(slow.status).toBe(200);
  expect(JSON.parse(slow.text).seller_id).toBe(104512);
  expect(slow.ms).toBeGreaterThan(2900);
  expect(slow.ms).toBeLessThan(4500);
});

test("timeout answers nothing for as long as anybody waits", async () => {
  await expect(play("timeout", { signal: AbortSignal.timeout(1500) })).rejects.toThrow("aborted");
});

test("comes after the rights: without a link there is no scenario", async () => {
  expect((await play("500", { sellerId: "104513" })).status).toBe(403);
});

test("a success lights the lamp once and for good, a 5xx marks the link as failing until the next success", async () => {
  const usual = await play("");
  expect(usual.status).toBe(200);
  const lit = await link();
  expect(lit.firstCallAt).toBeInstanceOf(Date);
  expect(lit.failingSince).toBeNull();
  await play("502");
  const failing = await link();
  expect(failing.failingSince).toBeInstanceOf(Date);
  expect(failing.firstCallAt).toEqual(lit.firstCallAt);
  expect(failing.lastUsedAt?.getTime()).toBeGreaterThan(lit.lastUsedAt?.getTime() ?? 0);
  await play("");
  expect((await link()).failingSince).toBeNull();
});

test("a made-up success lights nothing", async () => {
  await insertTestSeller(104514);
  const id = await insertTestLink(client, 104514);
  for (const name of ["html", "bad-json", "empty", "redirect", "429", "500"])
    await play(name, { sellerId: "104514" });
  await flushUses();
  const [row] = await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, id)));
  expect(row?.firstCallAt).toBeNull();
});
