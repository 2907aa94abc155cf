import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { asFounder } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { makeActor, makeLink, makeSecret, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { inSeconds, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { consentScene } from "@/lib/links/consent-scene.testing";
import { renderPage } from "../../render-page.testing";
import LinkPage from "./page";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh() {} }),
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(to);
  },
}));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

beforeAll(() => ownDatabase());
beforeEach(() => {
  viewer = null;
});

const open = (id: string, done?: string) =>
  renderPage(LinkPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({ done }) }));

async function seen(over: Partial<typeof sellerLinks.$inferInsert> = {}) {
  const scene = await consentScene();
  viewer = viewerOf(scene.actor);
  const link = await makeLink(scene.client, scene.seller, { toldAt: null, toldBy: null, ...over });
  const set = (change: Partial<typeof sellerLinks.$inferInsert>) =>
    asFounder((tx) => tx.update(sellerLinks).set(change).where(eq(sellerLinks.id, link.id)));
  return { ...scene, link, set };
}

const lampOf = (html: string, lamp: string) =>
  new RegExp(`data-lamp="${lamp}"[^>]*data-state="(\\w+)"`).exec(html)?.[1];

it("is a receipt: the chain, the SellerId to copy, how the telling goes, the way back", async () => {
  const { link, seller, client, set } = await seen();
  await makeSecret(client);
  const html = await open(link.id, "linked");
  expect(["client", "secret", "link", "told", "token", "call"].map((lamp) => lampOf(html, lamp))).toEqual([
    "lit",
    "lit",
    "lit",
    "dark",
    "waiting",
    "waiting",
  ]);
  expect(html).toContain("Done: access is given");
  expect(html).toMatch(new RegExp(`data-copy-text=""[^>]*>${seller.sellerId}<`));
  expect(html).toContain('data-telling="letter_waiting"');
  expect(html).toContain("Ours to do");
  expect(html).toMatch(/name="do"[^>]*value="undo"/);
  expect(html).toContain(`href="/links/${link.id}"`);
  await set({ toldAt: new Date(`${now().toISOString().slice(0, 10)}T10:42:07Z`), toldBy: "mail" });
  const told = await open(link.id);
  expect(told).toContain("10:42:07 UTC");
  expect(told).toContain("Atelier&#x27;s to do");
});

it("offers to undo for ten minutes, then to end, and to a viewer neither", async () => {
  const { actor, link, set } = await seen({ createdAt: inSeconds(-601) });
  const later = await open(link.id);
  expect(later).not.toMatch(/value="undo"/);
  expect(later).toMatch(/name="reason"/);
  await set({ createdAt: now() });
  viewer = { ...viewerOf(actor), organisation: { ...viewerOf(actor).organisation, role: "viewer" } };
  const watched = await open(link.id);
  expect(watched).not.toContain("<form");
  expect(watched).toContain("your role is viewer");
});

it("says when, by whom and why it ended, and leads to linking it again", async () => {
  const { actor, client, link, set } = await seen();
  await set({ unlinkedAt: now(), unlinkedBy: actor.personId, reason: "mistake" });
  const html = await open(link.id, "undone");
  for (const text of ["Taken back.", `Ended by your side: ${actor.name}`, "linked by mistake"])
    expect(html).toContain(text);
  expect(html).toContain(`href="/link-client?clientId=${client.clientId}&amp;via=typed"`);
  expect(html).not.toContain("<form");
});

it("is there for the seller's side alone", async () => {
  const { partner, link } = await seen();
  const stranger = viewerOf(await makeActor());
  const theirs = { ...stranger, organisation: { ...stranger.organisation, id: partner.id } };
  for (const [who, id] of [
    [stranger, link.id],
    [theirs, link.id],
    [viewer, newId()],
    [viewer, "x"],
  ] as const) {
    viewer = who;
    await expect(open(id)).rejects.toThrow("404");
  }
});
