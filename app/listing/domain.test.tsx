import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { makeActor, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { moveClock } from "@/lib/clock";
import { askCode, mailedCode, pressOwn, typeCode } from "@/lib/directory/domain-scene.testing";
import { listingScene, makeEntry, proveDomain } from "@/lib/directory/listing-scene.testing";
import { text } from "../_text/text";
import { renderPage } from "../render-page.testing";
import { Domain } from "./domain";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

beforeAll(() => ownDatabase());
beforeEach(() => moveClock(0));

type Actor = Awaited<ReturnType<typeof makeActor>>;
async function open(actor: Actor, { asked = "", done = "", role = "owner" } = {}) {
  viewer = viewerOf(actor);
  Object.assign(viewer.organisation, { kind: "aggregator", role });
  return renderPage(Domain({ viewer, t: await text(), asked, done }));
}
const acts = (html: string) => [...html.matchAll(/name="do"[^>]*value="(\w+)"/g)].map(([, act]) => act);
const aggregator = async (email: string) => ({ ...(await makeActor({ kind: "aggregator" })), email });

it("offers one press, a letter and a record where nothing is proven", async () => {
  const html = await open(await aggregator("anna@feedwise.com"));
  expect(html).toContain("No domain is proven yet");
  expect(acts(html)).toEqual(["domain", "domain_code", "domain_check"]);
  expect(html).toContain("_seller-portal.feedwise.com");
  expect(html).toMatch(/<input[^>]*name="domain"[^>]*value="feedwise\.com"/);
});

it("offers no press to somebody at a public provider, and asks for which domain", async () => {
  const actor = await aggregator("anna@gmail.com");
  const html = await open(actor);
  expect(acts(html)).toEqual(["domain_code"]);
  expect(html).toContain("Prove it by a DNS record");
  expect(html).not.toContain("_seller-portal");
  expect(await open(actor, { asked: "Other.example" })).toContain("_seller-portal.other.example");
  const refused = await open(actor, { asked: `x"><script>` });
  expect(refused).toContain("This is not a domain.");
  expect(refused).toContain(`value="x&quot;&gt;&lt;script&gt;"`);
});

it("takes the code that was mailed, and says when it no longer works", async () => {
  const actor = await aggregator("anna@gmail.com");
  await askCode(actor, "hello@feedwise.com");
  const html = await open(actor, { done: "domainCodeSent" });
  expect(html).toContain("The code is on its way.");
  expect(acts(html)).toEqual(["domain_prove", "domain_code", "domain_code"]);
  moveClock(3590);
  const { id } = await mailedCode(actor, "hello@feedwise.com");
  for (let n = 0; n < 5; n++) await typeCode(actor, id, "1");
  const over = await open(actor);
  expect(over).toContain("no longer works");
  expect(acts(over)).toEqual(["domain_code", "domain_code"]);
});

it("says how it was proven, and that a record is more", async () => {
  const actor = await aggregator("anna@feedwise.com");
  await pressOwn(actor);
  const html = await open(actor);
  expect(html).toContain("by mail, on");
  expect(html).toContain("A DNS record proves more");
  expect(acts(html)).toEqual(["domain_code", "domain_check"]);
});

it("says that a new domain of a public entry waits for the next approval", async () => {
  const scene = await listingScene();
  await makeEntry(scene);
  moveClock(5);
  await proveDomain(scene.actor, "elsewhere.com");
  const html = await open(scene.actor);
  expect(html).toContain("elsewhere.com");
  expect(html).toContain("goes live together with the next approval");
  expect(html).toContain("by a DNS record, on");
});

it("shows a viewer what is proven, and nothing to press", async () => {
  const scene = await listingScene();
  const html = await open(scene.actor, { role: "viewer" });
  expect(html).toContain("company.com");
  expect(acts(html)).toEqual([]);
  expect(html).not.toContain("<form");
});
