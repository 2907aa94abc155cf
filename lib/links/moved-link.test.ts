import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { bulkRuns, endpoints, invitations } from "@/db/schema";
import { makeActor, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { runForm } from "./bulk-scene.testing";
import { linksOf } from "./consent-scene.testing";
import { countAsked } from "./count-asked";
import { declineInvitation } from "./decline-invitation";
import { findBulkRun } from "./list-bulk-runs";
import { accept, eventsOf, lettersOf, move, moveScene, requestsOf, work } from "./move-scene.testing";
import { findMovedClientId } from "./moved-link";
import { undoBulkRun } from "./undo-bulk-run";

afterEach(() => moveClock(0));

describe("the seller's answer", () => {
  it(
    "yes: the new access begins and the old one ends, as its client's side would have ended it",
    rolledBack(async () => {
      const s = await moveScene();
      await asFounder((tx) =>
        tx.insert(endpoints).values({
          ...{ id: newId(), clientRowId: s.client.id, organisationId: s.client.organisationId },
          ...{ url: "https://hooks.test/x", events: ["link.ended"], sealedKey: "x", createdAt: now() },
        }),
      );
      const { run } = await move(s);
      const [request] = await requestsOf(s);
      const [old, other] = s.links;
      if (!request || !old || !other) throw new Error("nothing was asked");
      const { organisationId } = s.seller;
      expect(await findMovedClientId(organisationId, request.id)).toBe(s.client.clientId);
      expect(await findMovedClientId((await makeActor()).organisationId, request.id)).toBeNull();
      expect(await accept(s, request.id, old.sellerId)).toMatchObject({ ok: true });
      const [fresh] = await linksOf(s.target);
      expect(fresh).toMatchObject({ sellerId: old.sellerId, via: "request", unlinkedAt: null });
      const links = await linksOf(s.client);
      expect(links.find(({ id }) => id === old.id)).toMatchObject({
        reason: "partner",
        unlinkedBy: s.partner.personId,
      });
      expect(links.find(({ id }) => id === other.id)).toMatchObject({ unlinkedAt: null });
      expect(await eventsOf("link.ended")).toMatchObject([
        {
          organisationId,
          otherOrganisationId: s.partner.organisationId,
          clientRowId: s.client.id,
          data: { linkId: old.id, reason: "partner", movedTo: fresh?.id },
        },
      ]);
      const messages = await asFounder((tx) =>
        tx.execute<{ body: string }>(sql`select body from deliveries where link_id = ${old.id}`),
      );
      expect(messages.map(({ body }) => JSON.parse(body))).toMatchObject([
        { type: "link.ended", data: { sellerId: old.sellerId, reason: "partner" } },
      ]);
      expect((await lettersOf("link-ended")).map(({ recipient }) => recipient)).toEqual([
        s.client.contactEmail,
      ]);
      expect(await countAsked(s.partner.organisationId, run.id)).toMatchObject({ accepted: 1, open: 1 });
      expect(await findMovedClientId(organisationId, request.id)).toBeNull();
    }),
  );

  it(
    "no, or none in time: the old access goes on",
    rolledBack(async () => {
      const s = await moveScene(3);
      const { run } = await move(s);
      const [first, second, third] = await requestsOf(s);
      if (!first || !second || !third) throw new Error("nothing was asked");
      const offered = { invitation: [first.id], invitationId: [first.id] };
      const form = withFormKey(s.seller, { act: "decline invitation", offered });
      const no = await declineInvitation(form, { do: "decline", invitationId: first.id, reason: "" });
      expect(no).toMatchObject({ ok: true });
      await asFounder((tx) =>
        tx
          .update(invitations)
          .set({ expiresAt: inSeconds(-1) })
          .where(eq(invitations.id, second.id)),
      );
      const late = await accept(s, second.id, Number(second.addresseeSellerId));
      expect(late).toMatchObject({ code: "expired" });
      expect((await linksOf(s.client)).every(({ unlinkedAt }) => unlinkedAt === null)).toBe(true);
      expect(await eventsOf("link.ended")).toEqual([]);
      expect(await countAsked(s.partner.organisationId, run.id)).toEqual({
        ...{ asked: 3, open: 1, accepted: 0, declined: 1, expired: 1, withdrawn: 0 },
      });
    }),
  );

  it(
    "is not waited for any more where the run is taken back; whoever accepted stays moved",
    rolledBack(async () => {
      const s = await moveScene();
      const { run } = await move(s);
      const [first, second] = await requestsOf(s);
      if (!first || !second) throw new Error("nothing was asked");
      expect(await accept(s, first.id, Number(first.addresseeSellerId))).toMatchObject({ ok: true });
      const undo = () =>
        undoBulkRun(runForm(s.partner, "undo bulk run", run.id), { do: "undo", bulkId: run.id });
      expect(await findBulkRun(viewerOf(s.partner), s.client.id, run.id)).toMatchObject({ mayUndo: true });
      expect(await undo()).toMatchObject({ ok: true });
      expect(await undo()).toMatchObject({ code: "stale" });
      const [back] = await asFounder((tx) => tx.select().from(bulkRuns).where(eq(bulkRuns.act, "withdraw")));
      expect((await work(s, back?.id ?? "")).why).toEqual(["answered", null]);
      expect((await requestsOf(s))[1]).toMatchObject({ withdrawnBy: s.partner.personId });
      expect(await eventsOf("invitation.withdrawn")).toMatchObject([{ data: { invitationId: second.id } }]);
      const late = await accept(s, second.id, Number(second.addresseeSellerId));
      expect(late).toMatchObject({ code: "expired" });
      expect(await countAsked(s.partner.organisationId, run.id)).toMatchObject({ accepted: 1, withdrawn: 1 });
      const view = await findBulkRun(viewerOf(s.partner), s.client.id, back?.id ?? "");
      expect(view).toMatchObject({ act: "withdraw", changed: 1, skipped: 1, mayUndo: false });
    }),
  );
});
