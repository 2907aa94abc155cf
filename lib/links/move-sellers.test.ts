import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder, asWorker, inOrganisation } from "@/db/client";
import { bulkRuns, clients, events, invitations, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeOrganisation, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { takeSomeIn } from "../limits/take-limit";
import { unseal } from "../secrets";
import { bulkInput } from "./bulk-scene.testing";
import { linksOf, makeInvitation } from "./consent-scene.testing";
import { countAsked } from "./count-asked";
import {
  type Client,
  eventsOf,
  lettersOf,
  move,
  moveForm,
  moveScene,
  requestsOf,
  start,
  startMove,
  work,
} from "./move-scene.testing";
import { listMoveTargets } from "./move-targets";
import { runBulkItems } from "./run-bulk-items";
import { startBulkRun } from "./start-bulk-run";

afterEach(() => moveClock(0));

describe("moving linked sellers to another client", () => {
  it(
    "asks each of them, keeps the reference, and ends nothing",
    rolledBack(async () => {
      const s = await moveScene();
      const [first] = s.links;
      await asFounder((tx) =>
        tx
          .update(sellerLinks)
          .set({ reference: "K-17" })
          .where(eq(sellerLinks.id, first?.id ?? "")),
      );
      const { run, why, items } = await move(s);
      expect(run).toMatchObject({ act: "move", choice: s.target.clientId, data: { to: s.target.id } });
      expect(why).toEqual([null, null]);
      const requests = await requestsOf(s);
      expect(requests).toMatchObject(
        s.links.map(({ id, sellerId }) => ({
          movesLinkId: id,
          addresseeSellerId: sellerId,
          expectedSellerId: sellerId,
          createdBy: s.partner.personId,
        })),
      );
      expect(requests.map(({ reference }) => reference)).toEqual(["K-17", ""]);
      expect(items.map(({ invitationId }) => invitationId)).toEqual(requests.map(({ id }) => id));
      expect((await linksOf(s.client)).every(({ unlinkedAt }) => unlinkedAt === null)).toBe(true);
      expect(await linksOf(s.target)).toEqual([]);
      const letters = await lettersOf("request");
      expect(letters.map(({ recipient }) => recipient)).toEqual([s.seller.email, s.seller.email]);
      expect(unseal(letters[0]?.sealedText ?? "")).toContain(s.target.clientId);
      const written = await eventsOf("invitation.created");
      expect(written).toMatchObject([{ clientRowId: s.target.id }, { clientRowId: s.target.id }]);
      expect(JSON.stringify(await asFounder((tx) => tx.select().from(events)))).not.toMatch(
        new RegExp(`/i/|${s.secret}`),
      );
      expect(await countAsked(s.partner.organisationId, run.id)).toMatchObject({ asked: 2, open: 2 });
      expect(await countAsked(s.seller.organisationId, run.id)).toMatchObject({ asked: 0 });
    }),
  );

  it(
    "says of the others why not",
    rolledBack(async () => {
      const s = await moveScene(5);
      const [ended, there, asked, unowned, room] = s.links;
      if (!ended || !there || !asked || !unowned || !room) throw new Error("no links");
      await makeLink(s.target, { ...there, ownerOrganisationId: s.seller.organisationId });
      await makeInvitation(s.target, { addresseeSellerId: asked.sellerId });
      const id = await startMove(s);
      const change = (link: { id: string }, set: Partial<typeof sellerLinks.$inferInsert>) =>
        asFounder((tx) => tx.update(sellerLinks).set(set).where(eq(sellerLinks.id, link.id)));
      await change(ended, { unlinkedAt: now(), reason: "other" });
      await change(unowned, { sellerOrganisationId: null });
      expect((await work(s, id)).why).toEqual(["ended", "linked_there", "asked_already", "nobody", null]);
      const perDay = { name: "invitations", max: 5000, windowSeconds: 86_400 };
      await asWorker((tx) => takeSomeIn(tx, perDay, s.partner.organisationId, 5000));
      await asFounder((tx) => tx.update(invitations).set({ withdrawnAt: now() }));
      const full = { ...s, links: [asked, unowned, room, there] };
      expect((await move(full)).why).toEqual(["linked_there", "requests_full", "nobody", "requests_full"]);
      const late = await startMove(full);
      await asFounder((tx) =>
        tx.update(clients).set({ suspendedAt: now() }).where(eq(clients.id, s.target.id)),
      );
      expect((await work(s, late)).why).toEqual(Array(4).fill("target_gone"));
    }),
  );

  it(
    "offers the owner's other clients that work, and refuses a foreign one like an unknown one",
    rolledBack(async () => {
      const s = await moveScene(1);
      const { organisationId } = s.partner;
      const suspended = await makeClient({ id: organisationId }, { suspendedAt: now() });
      const deleted = await makeClient({ id: organisationId }, { deletedAt: now() });
      const foreign = await makeClient(await makeOrganisation({ kind: "aggregator" }));
      expect(await listMoveTargets(organisationId, s.client.id)).toEqual([s.target.clientId]);
      expect(await listMoveTargets(organisationId, s.target.id)).toEqual([s.client.clientId]);
      const unknown = await start(s, s.partner, { to: "nobody-has-this" });
      expect(unknown).toMatchObject({ code: "not_found", fields: { clientId: "bad_choice" } });
      for (const { clientId: to } of [foreign, suspended, deleted, s.client])
        expect(await start(s, s.partner, { to })).toEqual(unknown);
      expect(await start(s, s.partner, { offered: [] })).toEqual(unknown);
      expect(await asFounder((tx) => tx.select().from(bulkRuns))).toEqual([]);
    }),
  );

  it(
    "is refused to the wrong actor, to another number, and a second time",
    rolledBack(async () => {
      const s = await moveScene();
      const viewer = await makeActor({ organisationId: s.partner.organisationId, role: "viewer" });
      expect(await start(s, viewer)).toMatchObject({ code: "not_allowed" });
      expect(await start(s, s.seller)).toMatchObject({ code: "not_allowed" });
      expect(await start(s, await makeActor({ kind: "aggregator" }))).toMatchObject({ code: "not_found" });
      expect(await start(s, s.partner, { count: 1 })).toMatchObject({ code: "stale" });
      const form = moveForm(s, s.partner);
      const input = bulkInput({ act: "move", clientId: s.target.clientId });
      expect(await startBulkRun(form, input)).toMatchObject({ ok: true });
      expect(await startBulkRun(form, input)).toMatchObject({ code: "stale" });
      const [run] = await asFounder((tx) => tx.select().from(bulkRuns));
      await work(s, run?.id ?? "");
      expect(await runBulkItems({ id: run?.id ?? "", organisationId: s.partner.organisationId })).toBe(0);
      expect((await move(s)).why).toEqual(["asked_already", "asked_already"]);
      expect(await requestsOf(s)).toHaveLength(2);
    }),
  );

  it(
    "lets no request name the link of somebody else, of another account, or of the same client",
    rolledBack(async () => {
      const s = await moveScene();
      const [first, second] = s.links;
      const foreign = await makeClient(await makeOrganisation({ kind: "aggregator" }));
      const account = await makeSeller({ id: s.seller.organisationId });
      const theirs = await makeLink(foreign, account);
      const write = (client: Client, movesLinkId = "", addresseeSellerId = 0) => {
        const { organisationId } = s.partner;
        const about = { clientRowId: client.id, organisationId, movesLinkId, addresseeSellerId };
        const times = { createdAt: now(), sentAt: now(), expiresAt: inSeconds(60) };
        const row = { id: newId(), tokenHash: Buffer.from(newId()), ...about, ...times };
        return inOrganisation(s.partner, (tx) => tx.insert(invitations).values(row));
      };
      await expect(write(s.target, theirs.id, account.sellerId)).rejects.toThrow();
      await expect(write(s.target, first?.id, second?.sellerId)).rejects.toThrow();
      await expect(write(s.client, first?.id, first?.sellerId)).rejects.toThrow();
      await write(s.target, first?.id, first?.sellerId);
      expect(await requestsOf(s)).toHaveLength(1);
    }),
  );
});
