import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, consents, events, organisations, sellerLinks, sessions } from "@/db/schema";
import { makeActor, makeLink, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { consentScene } from "./consent-scene.testing";
import { restoreLink } from "./restore-link";

afterEach(() => moveClock(0));

async function scene(over: Partial<typeof sellerLinks.$inferInsert> = {}) {
  const made = await consentScene();
  const { actor, client, seller } = made;
  const ended = { unlinkedAt: now(), unlinkedBy: actor.personId, reason: "mistake" as const };
  const link = await makeLink(client, seller, { ...ended, reference: "R-1", ...over });
  const offered = { linkId: [link.id], client: [client.id] };
  const atForm = (who: Actor) => withFormKey(who, { act: "restore link", offered });
  const restore = (who: Actor) => restoreLink(atForm(who), { do: "restore", linkId: link.id });
  const isOpen = and(eq(sellerLinks.clientRowId, client.id), isNull(sellerLinks.unlinkedAt));
  const open = () => asFounder((tx) => tx.select().from(sellerLinks).where(isOpen));
  return { ...made, link, atForm, restore, open };
}

describe("taking the end of a link back", () => {
  it(
    "opens it again on its terms and consent, with its event, for whoever ended it",
    rolledBack(async () => {
      const [expiresAt, endsAt] = [inSeconds(86_400), inSeconds(3600)];
      const { actor, client, link, restore, open } = await scene({ expiresAt, endsAt });
      const { organisationId, personId } = actor;
      const agreed = { textVersion: "7", duration: "90" as const, reviewed: true };
      const about = {
        linkId: link.id,
        organisationId,
        personId,
        clientRowId: client.id,
        sellerId: link.sellerId,
      };
      await asFounder((tx) => tx.insert(consents).values({ id: newId(), ...about, ...agreed, at: now() }));
      expect(await restore(actor)).toEqual({ ok: true, view: { goTo: "/links?done=restored" } });
      const [again] = await open();
      expect(again).toMatchObject({ reference: "R-1", via: link.via, expiresAt, endsAt });
      const kept = await asFounder((tx) =>
        tx
          .select()
          .from(consents)
          .where(eq(consents.linkId, again?.id ?? "")),
      );
      expect(kept).toMatchObject([agreed]);
      const told = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(told.map(({ type }) => type)).toEqual(["link.created"]);
      expect(await restore(actor)).toMatchObject({ code: "already_linked" });
    }),
  );

  it(
    "is refused to viewers, other kinds, others' people, and colleagues who did not end it",
    rolledBack(async () => {
      const { actor, atForm, restore, open } = await scene();
      const { organisationId } = actor;
      expect(await restore(await makeActor({ role: "viewer", organisationId }))).toMatchObject({
        code: "not_allowed",
      });
      expect(await restore(await makeActor({ kind: "partner" }))).toMatchObject({ code: "not_allowed" });
      expect(await restore(await makeActor())).toMatchObject({ code: "not_found" });
      expect(await restore(await makeActor({ organisationId }))).toMatchObject({ code: "expired" });
      expect(await restoreLink(atForm(actor), { do: "restore", linkId: newId() })).toMatchObject({
        code: "not_found",
      });
      expect(await open()).toEqual([]);
    }),
  );

  it(
    "works for ten minutes, and for no link whose own time has run out",
    rolledBack(async () => {
      for (const over of [{ expiresAt: inSeconds(-1) }, { endsAt: inSeconds(-1) }]) {
        const lapsed = await scene(over);
        expect(await lapsed.restore(lapsed.actor)).toMatchObject({ code: "expired" });
      }
      const { actor, restore } = await scene();
      moveClock(601);
      expect(await restore(actor)).toMatchObject({ code: "expired" });
    }),
  );

  it(
    "waits while the client is suspended, and wants a fresh sign-in where nobody has reviewed it",
    rolledBack(async () => {
      const { actor, client, restore, open } = await scene();
      const isIts = eq(organisations.id, client.organisationId);
      await asFounder((tx) => tx.update(organisations).set({ suspendedAt: now() }).where(isIts));
      expect(await restore(actor)).toMatchObject({ code: "unavailable" });
      await asFounder(async (tx) => {
        await tx.update(organisations).set({ suspendedAt: null }).where(isIts);
        await tx.update(clients).set({ reviewedAt: null }).where(eq(clients.id, client.id));
      });
      const isTheirs = eq(sessions.id, actor.sessionId);
      await asFounder((tx) =>
        tx
          .update(sessions)
          .set({ freshAt: inSeconds(-3600) })
          .where(isTheirs),
      );
      expect(await restore(actor)).toMatchObject({ code: "sign_in_again" });
      expect(await open()).toEqual([]);
      await asFounder((tx) => tx.update(sessions).set({ freshAt: now() }).where(isTheirs));
      expect(await restore(actor)).toMatchObject({ ok: true });
    }),
  );
});

describe("with a database of its own", () => {
  beforeAll(() => ownDatabase());

  it("has one winner of five presses of one form", async () => {
    const { actor, atForm, link, open } = await scene();
    const form = atForm(actor);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => restoreLink(form, { do: "restore", linkId: link.id })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "stale")).toHaveLength(4);
    expect(await open()).toHaveLength(1);
  });
});
