import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { asFounder } from "@/db/client";
import { clients, organisations } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  ownDatabase,
  viewerOf,
  withFormKey,
} from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { suspendOrganisation } from "@/lib/accounts/suspend-organisation";
import { suspendAnyClient } from "@/lib/clients/suspend-any-client";
import { newId } from "@/lib/id";
import { endAnyLink } from "@/lib/links/end-any-link";
import { renderPage } from "../../render-page.testing";
import CallPage from "./calls/[id]/page";
import ClientPage from "./clients/[id]/page";
import LinkPage from "./links/[id]/page";
import OrganisationPage from "./organisations/[id]/page";
import LookUpPage from "./page";
import SellerPage from "./sellers/[sellerId]/page";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(`303 ${to}`);
  },
}));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

type Scene = Awaited<ReturnType<typeof makeScene>>;
let s: Scene;

async function makeScene() {
  const [desk, partner, shop] = [
    await makeActor({ kind: "operator" }),
    await makeActor({ kind: "partner" }),
    await makeActor(),
  ];
  const client = await makeClient({ id: partner.organisationId }, { clientId: "AKENEO" });
  const { secret, row } = await makeSecret(client);
  const seller = await makeSeller({ id: shop.organisationId });
  const link = await makeLink(client, seller);
  const seen = viewerOf(desk);
  const operator = { ...seen, organisation: { ...seen.organisation, kind: "operator" as const } };
  return { desk, operator, partner, shop, client, secret, row, seller, link };
}

beforeAll(async () => {
  await ownDatabase();
  s = await makeScene();
});
beforeEach(() => {
  viewer = s.operator;
});

const none = Promise.resolve({});
const pages = {
  search: (q = "") => renderPage(LookUpPage({ searchParams: Promise.resolve({ q }) })),
  organisation: (id: string) =>
    renderPage(OrganisationPage({ params: Promise.resolve({ id }), searchParams: none })),
  client: (id: string) => renderPage(ClientPage({ params: Promise.resolve({ id }), searchParams: none })),
  seller: (sellerId: string) =>
    renderPage(SellerPage({ params: Promise.resolve({ sellerId }), searchParams: none })),
  link: (id: string) => renderPage(LinkPage({ params: Promise.resolve({ id }), searchParams: none })),
  call: (id: string) => renderPage(CallPage({ params: Promise.resolve({ id }) })),
};

it("is one box, which opens what is found beyond doubt and lists the rest", async () => {
  expect(await pages.search()).toContain('name="q"');
  await expect(pages.search("AKENEO")).rejects.toThrow(`303 /operator/lookup/clients/${s.client.id}`);
  await expect(pages.search(String(s.seller.sellerId))).rejects.toThrow("/operator/lookup/sellers/");
  await expect(pages.search(s.shop.email)).rejects.toThrow("/operator/lookup/organisations/");
  const near = await pages.search("akene0");
  expect(near).toContain("Did you mean one of these?");
  expect(near).toContain(`href="/operator/lookup/clients/${s.client.id}"`);
  expect(await pages.search("999999999")).toContain("There is no seller account and no ticket");
  expect(await pages.search(newId())).toContain("in the log of the servers alone");
});

it("shows whoever looks everything but secrets, with the chain and without a button to act as somebody", async () => {
  const client = await pages.client(s.client.id);
  expect(client).toContain('data-lamp="secret"');
  expect(client).toContain(s.row.hint);
  expect(client).not.toContain(s.secret);
  const link = await pages.link(s.link.id);
  expect(link).toContain('data-lamp="link" data-state="lit"');
  expect(link).not.toMatch(/href="\/(link-client|clients|first-call|new-client)/);
  expect(await pages.seller(String(s.seller.sellerId))).toContain(s.client.clientId);
  const shop = await pages.organisation(s.shop.organisationId);
  for (const text of [s.shop.email, String(s.seller.sellerId)]) expect(shop).toContain(text);
});

it("has acts for editors and owners, and none for viewers", async () => {
  const all = () =>
    Promise.all([
      pages.client(s.client.id),
      pages.link(s.link.id),
      pages.seller(String(s.seller.sellerId)),
      pages.organisation(s.partner.organisationId),
    ]);
  for (const html of await all()) expect(html).toMatch(/name="reason"/);
  const [, , , organisation] = await all();
  for (const id of ["second-factor", "sign-out"])
    expect(organisation).toMatch(new RegExp(`<section[^>]*id="${id}"(?:(?!</section>).)*name="email"`, "s"));
  viewer = { ...s.operator, organisation: { ...s.operator.organisation, role: "viewer" } };
  for (const html of await all()) {
    expect(html).not.toMatch(/name="(reason|body)"/);
    expect(html).toContain("your role is viewer");
  }
});

it("is not there for anybody else, nor for what does not exist", async () => {
  for (const id of [newId(), "x"]) {
    for (const name of ["organisation", "client", "seller", "link", "call"] as const)
      await expect(pages[name](id)).rejects.toThrow("404");
  }
  for (const other of [null, viewerOf(s.shop), viewerOf(s.partner)]) {
    viewer = other;
    await expect(pages.search()).rejects.toThrow("404");
    await expect(pages.client(s.client.id)).rejects.toThrow("404");
    await expect(pages.link(s.link.id)).rejects.toThrow("404");
    await expect(pages.seller(String(s.seller.sellerId))).rejects.toThrow("404");
    await expect(pages.organisation(s.shop.organisationId)).rejects.toThrow("404");
  }
});

it("says of what was suspended or ended by whom and why, and offers the way back", async () => {
  const words = { reason: "A written complaint" };
  const form = (act: Parameters<typeof withFormKey>[1]["act"], offered: Record<string, string[]>) =>
    withFormKey(s.desk, { act, offered });
  await suspendAnyClient(form("suspend any client", { client: [s.client.id] }), { do: "suspend", ...words });
  const client = await pages.client(s.client.id);
  for (const text of [`by ${s.desk.name}`, "A written complaint", "Resume this client"])
    expect(client).toContain(text);
  const linkId = s.link.id;
  await endAnyLink(form("end any link", { linkId: [linkId] }), { linkId, ...words });
  const link = await pages.link(linkId);
  expect(link).toContain("Ended by our team");
  expect(link).not.toContain("End this link</button>");
  await suspendOrganisation(form("suspend organisation", { organisation: [s.partner.organisationId] }), {
    do: "suspend",
    ...words,
  });
  expect(await pages.organisation(s.partner.organisationId)).toContain("Resume this organisation");
  await asFounder((tx) =>
    tx.update(organisations).set({ suspendedAt: null }).where(eq(organisations.id, s.partner.organisationId)),
  );
  await asFounder((tx) =>
    tx.update(clients).set({ deletedAt: new Date() }).where(eq(clients.id, s.client.id)),
  );
  expect(await pages.client(s.client.id)).not.toContain("Resume this client");
});
