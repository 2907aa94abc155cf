import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, mails, sellerLinks } from "@/db/schema";
import { makeActor, makeLink, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock } from "../clock";
import { consentScene } from "./consent-scene.testing";
import { undoLink } from "./undo-link";

afterEach(() => moveClock(0));

async function scene() {
  const made = await consentScene();
  const link = await makeLink(made.client, made.seller);
  const atForm = (actor: Actor) => withFormKey(actor, { act: "undo link", offered: { linkId: [link.id] } });
  const undo = (actor: Actor) => undoLink(atForm(actor), { do: "undo", linkId: link.id });
  const row = async () =>
    (await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, link.id))))[0];
  return { ...made, link, atForm, undo, row };
}

describe("undoing a link", () => {
  it(
    "ends it as a mistake and tells the client's side",
    rolledBack(async () => {
      const { actor, client, link, undo, row } = await scene();
      expect(await undo(actor)).toEqual({ ok: true, view: { goTo: `/links/${link.id}?done=undone` } });
      expect(await row()).toMatchObject({ reason: "mistake", unlinkedBy: actor.personId });
      expect(await asFounder((tx) => tx.select().from(events).orderBy(events.id))).toMatchObject([
        { type: "link.ended", otherOrganisationId: client.organisationId, data: { reason: "mistake" } },
      ]);
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters.map(({ recipient, kind }) => [recipient, kind])).toEqual([
        [client.contactEmail, "link-ended"],
      ]);
    }),
  );

  it(
    "is refused to viewers, other kinds and others' people",
    rolledBack(async () => {
      const { actor, undo, atForm, link, row } = await scene();
      const viewer = await makeActor({ role: "viewer", organisationId: actor.organisationId });
      expect(await undo(viewer)).toMatchObject({ code: "not_allowed" });
      expect(await undo(await makeActor({ kind: "partner" }))).toMatchObject({ code: "not_allowed" });
      expect(await undo(await makeActor())).toMatchObject({ code: "not_found" });
      const other = { do: "undo", linkId: actor.personId } as const;
      expect(await undoLink(atForm(actor), other)).toMatchObject({ code: "not_found" });
      expect(link.unlinkedAt).toBe((await row())?.unlinkedAt);
    }),
  );

  it(
    "works for ten minutes",
    rolledBack(async () => {
      const { actor, undo, row } = await scene();
      moveClock(601);
      expect(await undo(actor)).toMatchObject({ code: "expired" });
      expect((await row())?.unlinkedAt).toBeNull();
      moveClock(598);
      expect(await undo(actor)).toMatchObject({ ok: true });
    }),
  );

  it(
    "is harmless when repeated",
    rolledBack(async () => {
      const { actor, atForm, link, undo } = await scene();
      const form = atForm(actor);
      expect(await undoLink(form, { do: "undo", linkId: link.id })).toMatchObject({ ok: true });
      expect(await undoLink(form, { do: "undo", linkId: link.id })).toMatchObject({ code: "stale" });
      expect(await undo(actor)).toMatchObject({ code: "stale" });
      expect(await asFounder((tx) => tx.select().from(events).orderBy(events.id))).toHaveLength(1);
    }),
  );
});

describe("undoing at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("has one winner", async () => {
    const { actor, undo } = await scene();
    const answers = await Promise.all([undo(actor), undo(actor), undo(actor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === "stale")).toHaveLength(2);
    expect(await asFounder((tx) => tx.select().from(events).orderBy(events.id))).toHaveLength(1);
  });
});
