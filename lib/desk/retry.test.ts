import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { deliveries, events, mails } from "@/db/schema";
import { makeActor, makeClient, makeOrganisation, ownDatabase, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import type { Result } from "../result";
import { seal } from "../secrets";
import { makeDelivery, makeEndpoint } from "../webhooks/endpoint.testing";
import { listFailingEndpoints } from "./list-failing-endpoints";
import { listStuckLetters } from "./list-stuck-letters";
import { retryDelivery } from "./retry-delivery";
import { retryFailed } from "./retry-failed";
import { retryLetter } from "./retry-letter";

beforeAll(() => ownDatabase());
// What one test leaves given up must not be taken up by another's press.
beforeEach(() =>
  asFounder(async (tx) => {
    await tx.update(deliveries).set({ failedAt: null });
    await tx.update(mails).set({ failedAt: null });
  }),
);

const hidden = "the one-use link of a letter";
type Scene = { id: string; endpointId: string; organisationId: string };
type Case = {
  name: string;
  right: Right;
  make: () => Promise<Scene>;
  offered: (s: Scene) => Record<string, string[]>;
  run: (actor: Actor, s: Scene) => Promise<Result<unknown>>;
  event: string;
  isWaiting: (s: Scene) => Promise<boolean>;
};

async function makeLetter(over: Partial<typeof mails.$inferInsert> = {}): Promise<Scene> {
  const id = newId();
  const sealed = { sealedText: seal(hidden), sealedHtml: seal(hidden) };
  const row = { id, recipient: "ada@people.test", kind: "reset", subject: "s", ...sealed };
  await asFounder((tx) =>
    tx.insert(mails).values({ ...row, createdAt: now(), dueAt: now(), tries: 10, failedAt: now(), ...over }),
  );
  return { id, endpointId: "", organisationId: "" };
}

async function makeMessage(over: Parameters<typeof makeEndpoint>[1] = {}, failedAt = now()): Promise<Scene> {
  const client = await makeClient(await makeOrganisation({ kind: "partner" }));
  const endpoint = await makeEndpoint(client, { url: "https://hooks.partner.com/in?key=theirs", ...over });
  const { id } = await makeDelivery(endpoint, { failedAt, tries: 10, body: hidden });
  return { id, endpointId: endpoint.id, organisationId: client.organisationId };
}

const letterOf = async ({ id }: Scene) =>
  (await asFounder((tx) => tx.select().from(mails).where(eq(mails.id, id))))[0];
const messageOf = async ({ id }: Scene) =>
  (await asFounder((tx) => tx.select().from(deliveries).where(eq(deliveries.id, id))))[0];
const eventsOf = (actor: Actor) =>
  asFounder((tx) =>
    tx.select().from(events).where(eq(events.actorPersonId, actor.personId)).orderBy(events.id),
  );
const isDue = (row?: { failedAt: Date | null; tries: number; dueAt: Date }) =>
  row !== undefined && row.failedAt === null && row.tries === 0 && row.dueAt <= now();

const cases: Case[] = [
  {
    name: "retryLetter",
    right: "retry letter",
    make: () => makeLetter(),
    offered: ({ id }) => ({ mailId: [id] }),
    run: (actor, { id }) => retryLetter(actor, { do: "resend", mailId: id }),
    event: "letter.retried",
    isWaiting: async (s) => isDue(await letterOf(s)),
  },
  {
    name: "retryDelivery",
    right: "retry delivery",
    make: () => makeMessage(),
    offered: ({ id }) => ({ deliveryId: [id] }),
    run: (actor, { id }) => retryDelivery(actor, { do: "resend", deliveryId: id }),
    event: "delivery.retried",
    isWaiting: async (s) => isDue(await messageOf(s)),
  },
  {
    name: "retryFailed letters",
    right: "retry failed",
    make: () => makeLetter(),
    offered: () => ({}),
    run: (actor) => retryFailed(actor, { do: "resend", what: "letters" }),
    event: "letter.retried",
    isWaiting: async (s) => isDue(await letterOf(s)),
  },
  {
    name: "retryFailed deliveries",
    right: "retry failed",
    make: () => makeMessage(),
    offered: () => ({}),
    run: (actor) => retryFailed(actor, { do: "resend", what: "deliveries" }),
    event: "delivery.retried",
    isWaiting: async (s) => isDue(await messageOf(s)),
  },
];

describe.each(cases)("$name", ({ right, make, offered, run, event, isWaiting }) => {
  const form = async (s: Scene, over: Parameters<typeof makeActor>[0] = {}) =>
    makeActor({ kind: "operator", key: { act: right, offered: offered(s) }, ...over });

  it("puts it back at the head of the queue, with an event that its owner sees and nothing secret in it", async () => {
    const s = await make();
    const actor = await form(s);
    expect(await run(actor, s)).toMatchObject({ ok: true });
    expect(await isWaiting(s)).toBe(true);
    const recorded = await eventsOf(actor);
    expect(recorded.map(({ type }) => type)).toEqual([event]);
    if (s.organisationId) expect(recorded[0]?.otherOrganisationId).toBe(s.organisationId);
    for (const text of [hidden, "key=theirs", "ada@people.test"])
      expect(JSON.stringify(recorded)).not.toContain(text);
  });

  it("refuses a viewer, a member of another kind, and a form for another act", async () => {
    const s = await make();
    expect(await run(await form(s, { role: "viewer" }), s)).toMatchObject({ code: "not_allowed" });
    for (const kind of ["seller", "partner", "aggregator"] as const)
      expect(await run(await form(s, { kind }), s)).toMatchObject({ code: "not_allowed" });
    const other = withFormKey(await makeActor({ kind: "operator" }), {
      act: "sign out",
      offered: offered(s),
    });
    expect(await run(other, s)).toMatchObject({ code: "stale" });
    expect(await isWaiting(s)).toBe(false);
  });

  it("does nothing the second time", async () => {
    const s = await make();
    const actor = await form(s);
    await run(actor, s);
    expect(await run(actor, s)).toMatchObject({ ok: false, code: "stale" });
    expect(await eventsOf(actor)).toHaveLength(1);
  });

  it("has one winner of four operators at once", async () => {
    const s = await make();
    const actors = await Promise.all([1, 2, 3, 4].map(() => form(s)));
    await Promise.all(actors.map((actor) => run(actor, s)));
    const recorded = await Promise.all(actors.map(eventsOf));
    expect(recorded.flat()).toHaveLength(1);
    expect(await isWaiting(s)).toBe(true);
  });
});

it("sends nothing that was not on the page, that left, or whose endpoint is gone", async () => {
  const operator = await makeActor({ kind: "operator" });
  const gone = await makeMessage({ removedAt: now() });
  const off = await makeMessage({ disabledAt: now() });
  const sent = await makeLetter({ failedAt: null, sentAt: now() });
  const unasked = withFormKey(operator, { act: "retry letter", offered: { mailId: [newId()] } });
  expect(await retryLetter(unasked, { do: "resend", mailId: sent.id })).toMatchObject({ code: "not_found" });
  const asked = withFormKey(operator, { act: "retry letter", offered: { mailId: [sent.id] } });
  expect(await retryLetter(asked, { do: "resend", mailId: sent.id })).toMatchObject({ code: "stale" });
  for (const s of [gone, off]) {
    const key = { act: "retry delivery" as const, offered: { deliveryId: [s.id] } };
    expect(await retryDelivery(withFormKey(operator, key), { do: "resend", deliveryId: s.id })).toMatchObject(
      { code: "stale" },
    );
    const all = withFormKey(operator, { act: "retry failed" });
    await retryFailed(all, { do: "resend", what: "deliveries" });
    expect((await messageOf(s))?.failedAt).not.toBeNull();
  }
  expect((await letterOf(sent))?.sentAt).not.toBeNull();
});

it("takes with one press what was given up within the hour, and leaves the rest", async () => {
  const operator = await makeActor({ kind: "operator" });
  const [young, old] = [await makeMessage(), await makeMessage({}, inSeconds(-3700))];
  const press = () =>
    retryFailed(withFormKey(operator, { act: "retry failed" }), { do: "resend", what: "deliveries" });
  expect(await press()).toMatchObject({ view: { goTo: "/operator/jobs?done=deliveries" } });
  expect((await messageOf(young))?.failedAt).toBeNull();
  expect((await messageOf(old))?.failedAt).not.toBeNull();
  expect(await press()).toMatchObject({ view: { goTo: "/operator/jobs?done=none" } });
});

describe("what the page of jobs reads", () => {
  it("names letters in trouble without what they say", async () => {
    const s = await makeLetter({ tries: 3, failedAt: null, dueAt: inSeconds(-3600) });
    const view = await listStuckLetters();
    expect(view.letters.find(({ id }) => id === s.id)).toMatchObject({ kind: "reset", tries: 3 });
    expect(view.waiting).toBeGreaterThan(0);
    expect(JSON.stringify(view)).not.toMatch(/sealed|subject/i);
  });

  it("names endpoints that fail with their host alone, and what was given up there", async () => {
    const s = await makeMessage({ failingSince: now() });
    const one = (await listFailingEndpoints()).find(({ id }) => id === s.endpointId);
    expect(one).toMatchObject({ host: "hooks.partner.com", givenUp: 1, waiting: 0, isGone: false });
    expect(one?.messages.map(({ id }) => id)).toEqual([s.id]);
    expect(JSON.stringify(one)).not.toContain("theirs");
    expect(JSON.stringify(one)).not.toContain(hidden);
  });
});
