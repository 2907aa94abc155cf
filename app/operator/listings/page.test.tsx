import { beforeAll, expect, it, vi } from "vitest";
import { makeActor, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import {
  beforeVersion,
  decide,
  makeAggregator,
  makeEntry,
  makeSubmission,
} from "@/lib/directory/desk-scene.testing";
import { newId } from "@/lib/id";
import { renderPage } from "../../render-page.testing";
import NamesPage from "../names/page";
import SubmissionPage from "./[id]/page";
import ListingsPage from "./page";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
}));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

beforeAll(() => ownDatabase());

const openList = (query: Record<string, string> = {}) =>
  renderPage(ListingsPage({ searchParams: Promise.resolve(query) }));
const openOne = (id: string) => renderPage(SubmissionPage({ params: Promise.resolve({ id }) }));
const openNames = () => renderPage(NamesPage({ searchParams: Promise.resolve({}) }));

async function signInOperator(role: "owner" | "viewer" = "owner") {
  const actor = await makeActor({ kind: "operator", role });
  const known = viewerOf(actor);
  viewer = { ...known, organisation: { ...known.organisation, kind: "operator", role } };
  return actor;
}

it("shows operators what waits with its form, and the entries that were asked for", async () => {
  const operator = await signInOperator();
  expect(await openList()).toContain("Every submission has been decided.");
  const aggregator = await makeAggregator();
  await makeEntry(aggregator, "Ragwort Feeds");
  const id = await makeSubmission(aggregator, "Ragwort Post");
  const html = await openList({ q: "ragwort" });
  for (const text of [
    "Ragwort Post",
    "Change of a public entry",
    `/operator/listings/${id}`,
    "Ragwort Feeds",
  ])
    expect(html).toContain(text);
  for (const name of ["listingId", "decision", "reason", "comment-displayName", "comment-supportUrl"])
    expect(html).toContain(`name="${name}"`);
  for (const value of ["approve", "changes", "reject", "unlist", "suspend"])
    expect(html).toContain(`value="${value}"`);

  const one = await openOne(id);
  for (const text of ["As sellers will see it", "Changed", "Ragwort Feeds", "The domain is not proven."])
    expect(one).toContain(text);
  expect(one).toContain('name="comment-logo"');
  await decide(beforeVersion(operator, id), { listingId: id });
  const after = await openOne(id);
  expect(after).toContain(`Approved by ${operator.name}`);
  expect(after).not.toContain("<form");
});

it("keeps a draft to its company", async () => {
  await signInOperator();
  const id = await makeSubmission(await makeAggregator(), "Secret Plan", { submittedAt: null });
  const html = await openOne(id);
  expect(html).toContain("took it back");
  expect(html).not.toContain("Secret Plan");
});

it("lets viewers look, and says to nobody else that there are such pages", async () => {
  await signInOperator("viewer");
  const id = await makeSubmission(await makeAggregator(), "Bistort");
  for (const html of [await openList(), await openOne(id), await openNames()]) {
    expect(html).not.toMatch(/<form(?![^>]*role="search")/);
    expect(html).toContain("Your role lets you look, not decide.");
  }
  for (const unknown of [newId(), "x"]) await expect(openOne(unknown)).rejects.toThrow("404");
  for (const other of [null, viewerOf(await makeActor({ kind: "aggregator" }))]) {
    viewer = other;
    await expect(openList()).rejects.toThrow("404");
    await expect(openOne(id)).rejects.toThrow("404");
    await expect(openNames()).rejects.toThrow("404");
  }
});

it("says whom to invite where one person alone could decide about a name", async () => {
  await ownDatabase();
  const { organisationId } = await signInOperator();
  expect(await openNames()).toContain('href="/team"');
  await makeActor({ organisationId, role: "editor" });
  const html = await openNames();
  expect(html).not.toContain('href="/team"');
  for (const name of ["organisation", "name", "reason"]) expect(html).toContain(`name="${name}"`);
});
