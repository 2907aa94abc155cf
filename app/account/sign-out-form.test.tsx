import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { makeActor, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { Frame } from "../_frame";
import { renderPage } from "../render-page.testing";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findSessionId: async () => null,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

beforeAll(() => ownDatabase());

const draw = () => renderPage(Frame({ children: "what the page says" }));
const way = /<header\b(?:(?!<\/header>).)*name="do"[^>]*value="sign_out"(?:(?!<\/header>).)*Sign out/s;

it.each(["seller", "partner", "aggregator", "operator"] as const)(
  "stands in the head of every page that somebody signed in sees: %s",
  async (kind) => {
    viewer = viewerOf(await makeActor({ kind, role: "viewer" }));
    viewer.organisation.kind = kind;
    expect(await draw()).toMatch(way);
  },
);

it("is not there for who is not signed in", async () => {
  viewer = null;
  const html = await draw();
  expect(html).toContain("what the page says");
  expect(html).not.toContain("sign_out");
});

it("no page stands outside the frame", () => {
  const app = resolve(import.meta.dirname, "..");
  const layouts = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)(layout|template|global-error)\.tsx$/.test(file),
  );
  expect(layouts).toEqual(["layout.tsx"]);
});
