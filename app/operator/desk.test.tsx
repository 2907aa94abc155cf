import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asFounder, asOperator } from "@/db/client";
import { jobRuns, mails, secondFactors } from "@/db/schema";
import { makeActor, makeClient, makeOrganisation, ownDatabase, viewerOf } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { recordEvent } from "@/lib/audit/record-event";
import { inSeconds, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { seal } from "@/lib/secrets";
import { makeDelivery, makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { renderPage } from "../render-page.testing";
import { GET } from "./events/events.csv/route";
import EventsPage from "./events/page";
import JobsPage from "./jobs/page";
import OperatorPage from "./page";

let viewer: Viewer | null = null;
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/accounts/find-actor", () => ({
  findActor: async () => viewer,
  findVisitor: async () => ({ visitorId: "v", address: "", userAgent: "", language: "en", key: null }),
}));

const seen = { operator: null as Viewer | null, partner: null as Viewer | null };
let clientId = "";
let partnerId = "";

beforeAll(async () => {
  await ownDatabase();
  const operator = viewerOf(await makeActor({ kind: "operator" }));
  seen.operator = { ...operator, organisation: { ...operator.organisation, kind: "operator" } };
  const partner = await makeActor({ kind: "partner" });
  seen.partner = viewerOf(partner);
  partnerId = partner.organisationId;
  clientId = (await makeClient(await makeOrganisation({ kind: "partner", name: "Zephyr & Co" }))).clientId;
  await asOperator(async (tx) => {
    const event = { organisationId: partner.organisationId, sellerId: 200_123 };
    await recordEvent(tx, partner, { ...event, type: "client.created", data: { linkId: "the-link" } });
    // What an older release wrote may not be as the words expect it.
    await recordEvent(tx, partner, { ...event, type: "link.end_planned", data: {} });
    await recordEvent(tx, partner, { ...event, type: "no.longer" as never });
  });
});
beforeEach(() => {
  viewer = seen.operator;
});

const events = (query: Record<string, string> = {}) =>
  renderPage(EventsPage({ searchParams: Promise.resolve(query) }));
const jobs = () => renderPage(JobsPage({ searchParams: Promise.resolve({}) }));

it("in production they are for nobody who has not set up a second factor", async () => {
  env().MODE = "production";
  try {
    const asked = "to /account/second-factor?needed=1";
    await expect(events()).rejects.toThrow(asked);
    await expect(jobs()).rejects.toThrow(asked);
    const file = GET(new Request("http://localhost/operator/events/events.csv"));
    await expect(file).rejects.toThrow(asked);
    const row = { personId: viewer?.personId ?? "", sealedKey: seal("k"), since: now() };
    await asFounder((tx) => tx.insert(secondFactors).values(row));
    expect(await jobs()).toContain("</h1>");
  } finally {
    env().MODE = "demo";
  }
});

it("there are no such pages for anybody else", async () => {
  const get = () => GET(new Request("http://localhost/operator/events/events.csv"));
  for (const other of [null, seen.partner]) {
    viewer = other;
    for (const open of [() => renderPage(OperatorPage()), () => events(), jobs, get])
      await expect(open()).rejects.toThrow("404");
  }
});

describe("the desk", () => {
  it("says calmly that nothing waits, and in red that the worker is silent", async () => {
    const html = await renderPage(OperatorPage());
    expect(html).toContain("Nothing waits");
    expect(html).toContain('data-worker="silent"');
    for (const path of ["lookup", "names", "sellers", "events", "jobs", "listings", "tickets", "reviews"])
      expect(html).toContain(`href="/operator/${path}"`);
    await asFounder((tx) => tx.insert(jobRuns).values({ name: "prune", seenAt: now() }));
    expect(await renderPage(OperatorPage())).not.toContain('data-worker="silent"');
  });
});

describe("the events", () => {
  it("unfold to all that is known, whatever an event holds", async () => {
    const html = await events({ sellerId: "200123" });
    for (const text of ["Client created", "the-link", "link.end_planned", "no.longer", partnerId])
      expect(html).toContain(text);
    expect(html.match(/data-event=/g)).toHaveLength(3);
  });

  it("keep the whole search in the form and in the way to the file", async () => {
    const html = await events({ sellerId: "200123", from: "2020-01-01", type: "no.longer" });
    expect(html.match(/data-event=/g)).toHaveLength(1);
    expect(html).toContain(
      "/operator/events/events.csv?type=no.longer&amp;sellerId=200123&amp;from=2020-01-01",
    );
    expect(html).toContain('value="2020-01-01"');
    expect(await events({ clientId: "nobody-has-this" })).toContain('data-unknown="clientId"');
  });

  it("come as a file that the address describes", async () => {
    const answer = await GET(new Request("http://localhost/operator/events/events.csv?type=client.created"));
    expect(answer.headers.get("content-disposition")).toContain("events.csv");
    expect((await answer.text()).trim().split("\r\n")).toHaveLength(2);
  });
});

describe("the jobs", () => {
  it("show what fails and what did not arrive, with a button for each; viewers get no form", async () => {
    await asFounder(async (tx) => {
      await tx.insert(jobRuns).values({
        name: "tell expiring",
        seenAt: now(),
        lastStartedAt: now(),
        lastFailedAt: now(),
        fault: "no route",
      });
      const sealed = { sealedText: seal("the letter"), sealedHtml: seal("the letter") };
      const row = { kind: "reset", subject: "s", createdAt: now(), dueAt: now(), tries: 10, ...sealed };
      await tx.insert(mails).values({ id: newId(), recipient: "lost@people.test", ...row, failedAt: now() });
      await tx
        .insert(mails)
        .values({ id: newId(), recipient: "slow@people.test", ...row, dueAt: inSeconds(60) });
    });
    const [client] = await asFounder((tx) =>
      tx.execute<{ id: string; organisationId: string }>(
        sql`select id, organisation_id as "organisationId" from clients where client_id = ${clientId}`,
      ),
    );
    const endpoint = await makeEndpoint(client ?? { id: "", organisationId: "" }, { failingSince: now() });
    await makeDelivery(endpoint, { failedAt: now(), lastStatus: 500, lastFault: "status" });
    const html = await jobs();
    for (const text of [
      'data-job="tell expiring" data-state="fails"',
      "no route",
      "lost@people.test",
      "slow@people.test",
      "hooks.partner.com",
      "Zephyr &amp; Co",
      'name="mailId"',
      'name="deliveryId"',
      'name="what"',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain("the letter");
    expect(html.match(/name="mailId"/g)).toHaveLength(1);

    const { organisation, ...rest } = seen.operator as Viewer;
    viewer = { ...rest, organisation: { ...organisation, role: "viewer" } };
    const looked = await jobs();
    expect(looked).toContain("lost@people.test");
    expect(looked).not.toContain("<form");
  });
});
