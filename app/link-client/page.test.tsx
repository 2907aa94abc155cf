import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSeller,
  ownDatabase,
  viewerOf,
} from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { inSeconds, now } from "@/lib/clock";
import { consentScene, makeInvitation, makeListing } from "@/lib/links/consent-scene.testing";
import { renderPage } from "../render-page.testing";
import LinkClientPage from "./page";

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

const open = (query: Record<string, string>) =>
  renderPage(LinkClientPage({ searchParams: Promise.resolve(query) }));
const has = (html: string, name: string) => new RegExp(`\\sname="${name}"`).test(html);
const alertOf = (html: string) =>
  /role="alert"[^>]*|data-code="([a-z_]+)"[^>]*role="alert"/.exec(html)?.[0] ?? "";

async function seen(over: Parameters<typeof consentScene>[0] = { reviewedAt: now() }) {
  const scene = await consentScene(over);
  viewer = viewerOf(scene.actor);
  return scene;
}

it("asks for the clientId first, and says with hidden words that it was typed", async () => {
  await seen();
  const html = await open({ as: "aggregator" });
  expect(html).toContain('method="get"');
  expect(html).toMatch(/name="via"[^>]*value="typed"/);
  expect(html).toMatch(/name="as"[^>]*value="aggregator"/);
});

it("shows who asks, what it means, and a form that chooses no account of several", async () => {
  const { client, seller, other } = await seen();
  const html = await open({ clientId: client.clientId, via: "typed" });
  for (const name of ["sellerId", "duration", "terms", "confirm", "formKey"])
    expect(has(html, name)).toBe(true);
  expect(has(html, "typedSellerId")).toBe(false);
  expect(html).not.toMatch(/type="radio"[^>]*checked|checked[^>]*type="radio"/);
  for (const text of ["Atelier", seller.shopName, String(other.sellerId)]) expect(html).toContain(text);
  expect(html).not.toContain('role="alert"');
});

it("wants the SellerId typed, and the password first, for a client that nobody reviewed", async () => {
  const { actor, client } = await seen({});
  expect(await open({ clientId: client.clientId })).not.toContain("again=1");
  viewer = { ...viewerOf(actor), freshAt: inSeconds(-601) };
  const html = await open({ clientId: client.clientId });
  expect(has(html, "typedSellerId")).toBe(true);
  expect(html).toContain("Nobody has reviewed this client");
  expect(html).toContain(`next=%2Flink-client%3FclientId%3D${client.clientId}`);
});

it("stops with its reason and no form", async () => {
  const { client, partner } = await seen();
  const suspended = await makeClient(partner, { suspendedAt: now() });
  const foreign = await makeSeller(await makeOrganisation());
  const { token } = await makeInvitation(client, { expectedSellerId: foreign.sellerId });
  const used = await makeInvitation(client, { acceptedAt: now() });
  const stops: [string, Record<string, string>][] = [
    ["not_found", { clientId: "nobody-has-this" }],
    ["unavailable", { clientId: suspended.clientId }],
    ["invalid", { clientId: client.clientId, invitation: token }],
    ["expired", { clientId: client.clientId, invitation: used.token }],
    ["expired", { clientId: suspended.clientId, invitation: token }],
    ["expired", { clientId: client.clientId, invitation: "unknown" }],
  ];
  for (const [code, query] of stops) {
    const html = await open(query);
    expect(alertOf(html)).not.toBe("");
    expect(html).toContain(`data-code="${code}"`);
    expect(has(html, "terms")).toBe(false);
  }
});

it("leads from a slip to the listed one, and warns of one that imitates it", async () => {
  await seen();
  const listed = await makeClient(await makeOrganisation({ kind: "aggregator" }), { clientId: "FeedWise" });
  await makeListing(listed, "FeedWise");
  expect(await open({ clientId: "feedwsie", as: "aggregator" })).toContain(
    'href="/link-client?clientId=FeedWise&amp;as=aggregator&amp;via=directory"',
  );
  await makeClient(await makeOrganisation({ kind: "aggregator" }), { clientId: "FeedWise-Help" });
  expect(await open({ clientId: "FeedWise-Help" })).toContain("This is not who you may think");
  expect(await open({ clientId: "FeedWisе" })).toContain("U+0435");
});

it("shows the link and its chain where there is nothing left to link", async () => {
  const { client, seller, other } = await seen();
  const link = await makeLink(client, seller);
  const partly = await open({ clientId: client.clientId });
  expect(partly).toMatch(
    new RegExp(`disabled[^>]*value="${seller.sellerId}"|value="${seller.sellerId}"[^>]*disabled`),
  );
  await makeLink(client, other);
  const html = await open({ clientId: client.clientId });
  expect(has(html, "terms")).toBe(false);
  expect(html).toContain(`href="/links/${link.id}"`);
  expect(html.match(/data-lamp="told"/g)).toHaveLength(2);
});

it("chooses the account that an invitation is for", async () => {
  const { client, other } = await seen();
  const { token } = await makeInvitation(client, {
    expectedSellerId: other.sellerId,
    message: "Hello from us",
  });
  const html = await open({ invitation: token });
  expect(html).toContain("Hello from us");
  const [radio = ""] = new RegExp(`<input[^>]*value="${other.sellerId}"[^>]*>`).exec(html) ?? [];
  expect(radio).toContain("checked");
});

it("asks nothing more of one's own client", async () => {
  const { actor } = await seen();
  const own = await makeClient({ id: actor.organisationId });
  const html = await open({ clientId: own.clientId });
  expect(has(html, "terms")).toBe(true);
  expect(has(html, "typedSellerId")).toBe(false);
  expect(html).not.toContain("Nobody has reviewed this client");
});

it("names who can to a viewer and to another kind, without a form", async () => {
  const { actor, client } = await seen();
  const partner = await makeActor({ kind: "partner" });
  const mine = viewerOf(actor).organisation;
  const wrong: [Viewer, string][] = [
    [{ ...viewerOf(actor), organisation: { ...mine, role: "viewer" } }, actor.name],
    [
      { ...viewerOf(partner), organisation: { ...mine, id: partner.organisationId, kind: "partner" } },
      "owner",
    ],
  ];
  for (const [who, name] of wrong) {
    viewer = who;
    const html = await open({ clientId: client.clientId });
    expect(html).toContain('data-code="not_allowed"');
    expect(html).toContain(name);
    expect(html).not.toContain("<form");
  }
});
