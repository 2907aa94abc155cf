import { beforeAll, expect, it, vi } from "vitest";
import { makeActor, makeClient, ownDatabase, viewerOf, withFormKey } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { askForReview } from "@/lib/clients/ask-for-review";
import { renderPage } from "../../render-page.testing";
import OperatorPage from "../page";
import ReviewsPage from "./page";

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

const open = () => renderPage(ReviewsPage({ searchParams: Promise.resolve({}) }));

it("shows operators what waits, with a form for each, and nobody else that there is such a page", async () => {
  const owner = await makeActor({ kind: "partner" });
  const client = await makeClient({ id: owner.organisationId });
  const operator = viewerOf(await makeActor({ kind: "operator" }));
  const seen = { ...operator, organisation: { ...operator.organisation, kind: "operator" as const } };
  viewer = seen;
  expect(await open()).toContain("Every request has been decided.");
  const form = withFormKey(owner, { act: "ask for review", offered: { client: [client.id] } });
  await askForReview(form, { do: "review", sentence: "Keeps the stock of our customers in step." });
  const html = await open();
  for (const text of [client.clientId, "Keeps the stock of our customers in step.", "today"])
    expect(html).toContain(text);
  for (const name of ["reviewId", "decision", "reason"]) expect(html).toMatch(new RegExp(`name="${name}"`));
  expect(await renderPage(OperatorPage())).toContain(`data-queue="reviews" data-count="1"`);

  viewer = { ...seen, organisation: { ...seen.organisation, role: "viewer" } };
  expect(await open()).not.toContain("<form");
  for (const other of [null, viewerOf(owner)]) {
    viewer = other;
    await expect(open()).rejects.toThrow("404");
    await expect(renderPage(OperatorPage())).rejects.toThrow("404");
  }
});
