import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { asFounder } from "@/db/client";
import { clients, listingVersions } from "@/db/schema";
import { makeActor, makeClient, ownDatabase, viewerOf } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import type { Viewer } from "@/lib/accounts/find-actor";
import { now } from "@/lib/clock";
import {
  decide,
  type ListingScene,
  listingForm,
  listingScene,
  makeEntry,
} from "@/lib/directory/listing-scene.testing";
import { saveListing } from "@/lib/directory/save-listing";
import { submitListing } from "@/lib/directory/submit-listing";
import { renderPage } from "../render-page.testing";
import ListingPage from "./page";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

beforeAll(() => ownDatabase());
beforeEach(() => {
  viewer = null;
});

async function open(actor: Actor, over: Partial<Viewer["organisation"]> = {}) {
  viewer = viewerOf(actor);
  Object.assign(viewer.organisation, { kind: "aggregator", name: "Company of mine" }, over);
  return renderPage(ListingPage({ searchParams: Promise.resolve({}) }));
}
const save = async (scene: ListingScene, over = {}) =>
  saveListing(await listingForm(scene.actor, "save listing", scene), { ...scene.complete, ...over });
const submit = async (scene: ListingScene) =>
  submitListing(await listingForm(scene.actor, "submit listing", scene));
const acts = (html: string) => [...html.matchAll(/name="do"[^>]*value="(\w+)"/g)].map(([, act]) => act);
const own = (html: string) => acts(html).filter((act) => !act?.startsWith("domain"));
const hasForm = (html: string) => /<input[^>]*\sname="displayName"/.test(html);

it("begins with an empty form that bears the company's name, and nothing to submit", async () => {
  const scene = await listingScene();
  const html = await open(scene.actor);
  for (const name of ["displayName", "description", "logo", "website", "methods", "supportUrl", "formKey"])
    expect(html).toMatch(new RegExp(`<(input|textarea)[^>]*\\sname="${name}"`));
  expect(html).toMatch(/<input[^>]*name="displayName"[^>]*value="Company of mine"/);
  expect(html).toContain("There is no entry yet");
  expect(own(html)).toEqual([]);
  expect(html).not.toContain('name="clientRowId"');
});

it("says first that a client is needed, and lets choose between two", async () => {
  const bare = await open(await makeActor({ kind: "aggregator" }));
  expect(bare).toContain('href="/new-client?as=aggregator"');
  expect(hasForm(bare)).toBe(false);
  const scene = await listingScene();
  const second = await makeClient({ id: scene.actor.organisationId }, { suspendedAt: now() });
  const html = await open(scene.actor);
  expect(html).toMatch(/<select[^>]*name="clientRowId"/);
  expect(html).toContain(`${second.clientId} (suspended)`);
});

it("shows a draft as sellers will see it, and what it lacks", async () => {
  const scene = await listingScene({ domain: null });
  await save(scene, { description: "Too short.", displayName: "<b>Quillon</b>" }).then((result) =>
    expect(result).toMatchObject({ ok: false }),
  );
  await save(scene, { description: "Too <i>short</i>." });
  const html = await open(scene.actor);
  expect(own(html)).toEqual(["submit"]);
  expect([...html.matchAll(/data-gap="(\w+)"/g)].map(([, name]) => name)).toEqual(["description", "domain"]);
  const preview = /<section[^>]*id="preview".*?<\/section>/s.exec(html)?.[0] ?? "";
  expect(preview).toContain(scene.name);
  expect(preview).toContain("Too &lt;i&gt;short&lt;/i&gt;.");
  expect(preview).toContain("Needs only your SellerId");
  expect(preview).not.toContain("<a ");
});

it("offers to take back what was submitted, and no form", async () => {
  const scene = await listingScene();
  await save(scene);
  await submit(scene);
  const html = await open(scene.actor);
  expect(own(html)).toEqual(["withdraw"]);
  expect(hasForm(html)).toBe(false);
  expect(html).toContain("Submitted 0 seconds ago");
  expect(html).toContain(scene.complete.website);
});

it("puts what the reviewer said beside the field, and starts from what was sent", async () => {
  const scene = await listingScene();
  await save(scene);
  await submit(scene);
  await decide(scene.actor, "changes");
  const html = await open(scene.actor);
  expect(html).toContain("Why: because");
  expect(html).toMatch(/data-comment="website"[^>]*>.*?Whose is it\?/s);
  expect(html).toContain(`value="${scene.complete.website}"`);
  expect(own(html)).toEqual([]);
  await save(scene);
  expect(own(await open(scene.actor))).toEqual(["submit"]);
});

it("lets somebody who was not accepted start again", async () => {
  const scene = await listingScene();
  await save(scene);
  await submit(scene);
  await decide(scene.actor, "reject");
  const html = await open(scene.actor);
  expect(html).toContain("did not accept");
  expect(hasForm(html)).toBe(true);
});

it("shows what is in the list beside what waits", async () => {
  const scene = await listingScene();
  await makeEntry(scene);
  const plain = await open(scene.actor);
  expect(plain).toContain(`href="/choose-aggregator?${new URLSearchParams({ q: scene.name })}"`);
  expect(own(plain)).toEqual(["unlist"]);
  await save(scene, { displayName: `${scene.name} Ostwind` });
  const html = await open(scene.actor);
  expect(html).toContain("The entry in the list stays as it is");
  expect(html).toContain("Different from the list: Name.");
  expect(html).toContain(`${scene.name} has been in the selection list`);
  expect(own(html).sort()).toEqual(["submit", "unlist"]);
});

it("puts back what was taken out with one press, and not what the operator holds back", async () => {
  const [taken, held] = [await listingScene(), await listingScene()];
  await makeEntry(taken, { approvedAt: null, unlistedAt: now() });
  expect(own(await open(taken.actor))).toEqual(["relist"]);
  await makeEntry(held, { approvedAt: null, suspendedAt: now(), suspendReason: "It imitates <another>." });
  const html = await open(held.actor);
  expect(own(html)).toEqual([]);
  expect(html).toContain("It imitates &lt;another&gt;.");
  expect(html).toContain('href="/help?path=%2Flisting"');
});

it("shows a viewer everything and no form, and others whose it is", async () => {
  const scene = await listingScene();
  await save(scene);
  const viewed = await open(scene.actor, { role: "viewer" });
  expect(viewed).toContain('data-code="not_allowed"');
  expect(viewed).toContain(scene.actor.name);
  expect(viewed).toContain(scene.name);
  expect(viewed).not.toContain("<form");
  for (const kind of ["seller", "partner", "operator"] as const) {
    const html = await open(await makeActor({ kind }), { kind });
    expect(html).toContain('data-code="not_allowed"');
    expect(html).not.toContain("<form");
  }
});

it("does not start from a client that is gone", async () => {
  const scene = await listingScene();
  await save(scene);
  const other = await makeClient({ id: scene.actor.organisationId });
  await asFounder((tx) =>
    tx.update(clients).set({ deletedAt: now() }).where(eq(clients.id, scene.client.id)),
  );
  const html = await open(scene.actor);
  expect(html).not.toContain('data-gap="clientRowId"');
  expect(
    await saveListing(await listingForm(scene.actor, "save listing", { client: other }), {
      ...scene.complete,
      clientRowId: other.id,
    }),
  ).toMatchObject({ ok: true });
  const rows = await asFounder((tx) => tx.select().from(listingVersions));
  expect(rows.find(({ organisationId }) => organisationId === other.organisationId)?.clientRowId).toBe(
    other.id,
  );
});
