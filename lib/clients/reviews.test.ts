import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clientReviews, clients, events, mails, organisations } from "@/db/schema";
import { makeActor, makeClient, ownDatabase, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { askForReview } from "./ask-for-review";
import { decideReview } from "./decide-review";
import { findReview } from "./find-review";
import { askForReviewInput, type DecideReviewInput } from "./input";
import { countReviews, listReviews } from "./list-reviews";

const sentence = "Keeps the stock of our forty customers in step.";

async function scene() {
  const owner = await makeActor({ kind: "partner" });
  const client = await makeClient({ id: owner.organisationId });
  const atForm = (actor: Actor) =>
    withFormKey(actor, { act: "ask for review", offered: { client: [client.id] } });
  const ask = (actor: Actor) => askForReview(atForm(actor), { do: "review", sentence });
  const open = async () =>
    (
      await asFounder((tx) => tx.select().from(clientReviews).where(eq(clientReviews.clientRowId, client.id)))
    ).at(-1)?.id ?? "";
  return { owner, client, atForm, ask, open };
}

function decide(actor: Actor, reviewId: string, over: Partial<DecideReviewInput> = {}) {
  const form = withFormKey(actor, { act: "decide review", offered: { reviewId: [reviewId] } });
  return decideReview(form, { reviewId, decision: "approve", reason: "", ...over });
}

const reviewedAt = async (id: string) =>
  (await asFounder((tx) => tx.select().from(clients).where(eq(clients.id, id))))[0]?.reviewedAt;

describe("asking for a review", () => {
  it(
    "waits for the operator, once",
    rolledBack(async () => {
      const { owner, client, atForm, ask } = await scene();
      expect(await findReview(viewerOf(owner), client.id)).toEqual({ state: "none" });
      const form = atForm(owner);
      const input = { do: "review", sentence } as const;
      expect(await askForReview(form, input)).toMatchObject({
        view: { goTo: `/clients/${client.id}?done=review` },
      });
      expect(await askForReview(form, input)).toMatchObject({ code: "stale" });
      expect(await ask(owner)).toMatchObject({ code: "stale" });
      expect(await findReview(viewerOf(owner), client.id)).toMatchObject({ state: "waiting", sentence });
      const kept = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(kept.map(({ type }) => type)).toEqual(["review.requested"]);
    }),
  );

  it(
    "is refused to viewers, operators and others' people",
    rolledBack(async () => {
      const { owner, ask } = await scene();
      const viewer = await makeActor({ role: "viewer", organisationId: owner.organisationId });
      expect(await ask(viewer)).toMatchObject({ code: "not_allowed" });
      expect(await ask(await makeActor({ kind: "operator" }))).toMatchObject({ code: "not_allowed" });
      expect(await ask(await makeActor({ kind: "partner" }))).toMatchObject({ code: "not_found" });
      expect(await countReviews()).toBe(0);
    }),
  );

  it("wants a sentence of 5 to 500 characters", () => {
    const read = (text: string) => askForReviewInput.safeParse({ do: "review", sentence: text });
    expect(read("x".repeat(5)).success).toBe(true);
    expect(read("x".repeat(500)).success).toBe(true);
    expect(read("x".repeat(4)).error?.issues[0]?.message).toBe("too_short");
    expect(read(` ${"x".repeat(4)} `).error?.issues[0]?.message).toBe("too_short");
    expect(read("x".repeat(501)).error?.issues[0]?.message).toBe("too_long");
  });
});

describe("deciding a review", () => {
  it(
    "approves: the client is reviewed and its contact gets a letter",
    rolledBack(async () => {
      const { owner, client, ask, open } = await scene();
      await asFounder((tx) => tx.update(organisations).set({ domain: "atelier.example" }));
      await ask(owner);
      expect(await listReviews()).toMatchObject([
        {
          clientId: client.clientId,
          sentence,
          domain: "atelier.example",
          domainVerifiedAt: null,
          openLinks: 0,
        },
      ]);
      const operator = await makeActor({ kind: "operator" });
      expect(await decide(operator, await open())).toMatchObject({
        view: { goTo: "/operator/reviews?done=approve" },
      });
      expect(await reviewedAt(client.id)).toBeInstanceOf(Date);
      expect(await findReview(viewerOf(owner), client.id)).toMatchObject({ state: "approved" });
      expect(await ask(owner)).toMatchObject({ code: "stale" });
      expect(await listReviews()).toEqual([]);
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters).toMatchObject([{ recipient: client.contactEmail, kind: "review-decided" }]);
      const [event] = await asFounder((tx) =>
        tx.select().from(events).where(eq(events.type, "review.decided")).orderBy(events.id),
      );
      expect(event).toMatchObject({
        organisationId: operator.organisationId,
        otherOrganisationId: owner.organisationId,
        data: { decision: "approve" },
      });
    }),
  );

  it(
    "rejects with a reason, after which one may ask again",
    rolledBack(async () => {
      const { owner, client, ask, open } = await scene();
      await ask(owner);
      const operator = await makeActor({ kind: "operator" });
      const id = await open();
      expect(await decide(operator, id, { decision: "reject" })).toMatchObject({
        fields: { reason: "required" },
      });
      expect(await decide(operator, id, { decision: "reject", reason: "No website." })).toMatchObject({
        ok: true,
      });
      expect(await findReview(viewerOf(owner), client.id)).toMatchObject({
        state: "rejected",
        reason: "No website.",
      });
      expect(await reviewedAt(client.id)).toBeNull();
      expect(await ask(owner)).toMatchObject({ ok: true });
      expect(await findReview(viewerOf(owner), client.id)).toMatchObject({ state: "waiting" });
    }),
  );

  it(
    "is too late for a client that was deleted meanwhile",
    rolledBack(async () => {
      const { owner, client, ask, open } = await scene();
      await ask(owner);
      await asFounder((tx) => tx.update(clients).set({ deletedAt: now() }).where(eq(clients.id, client.id)));
      expect([await listReviews(), await countReviews()]).toEqual([[], 0]);
      const operator = await makeActor({ kind: "operator" });
      expect(await decide(operator, await open())).toMatchObject({ ok: false, code: "stale" });
      expect(await reviewedAt(client.id)).toBeNull();
      expect(await asFounder((tx) => tx.select().from(mails))).toEqual([]);
    }),
  );

  it(
    "is the operator's, and of what the page offered",
    rolledBack(async () => {
      const { owner, client, ask, open } = await scene();
      await ask(owner);
      expect(await decide(owner, await open())).toMatchObject({ code: "not_allowed" });
      const viewer = await makeActor({ kind: "operator", role: "viewer" });
      expect(await decide(viewer, await open())).toMatchObject({ code: "not_allowed" });
      const form = withFormKey(await makeActor({ kind: "operator" }), { act: "decide review" });
      const input = { reviewId: await open(), decision: "approve", reason: "" } as const;
      expect(await decideReview(form, input)).toMatchObject({ code: "not_found" });
      expect(await reviewedAt(client.id)).toBeNull();
    }),
  );
});

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("two presses make one request, and two operators one decision", async () => {
    const { owner, client, ask, open } = await scene();
    const asked = await Promise.all([ask(owner), ask(owner)]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    const id = await open();
    const decided = await Promise.all([
      decide(await makeActor({ kind: "operator" }), id),
      decide(await makeActor({ kind: "operator" }), id, { decision: "reject", reason: "No." }),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    const [row] = await asFounder((tx) => tx.select().from(clientReviews).where(eq(clientReviews.id, id)));
    expect((await reviewedAt(client.id)) !== null).toBe(row?.decision === "approve");
    expect(row?.decidedAt?.getTime()).toBeLessThanOrEqual(now().getTime());
  });
});
