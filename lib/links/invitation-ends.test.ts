import { describe, expect, it } from "vitest";
import { makeActor, makeSession, rolledBack } from "@/db/testing";
import { moveClock } from "../clock";
import { findInvitationByToken, listRequests } from "./find-invitation";
import {
  decline,
  holding,
  invite,
  letters,
  listed,
  makeInvitationScene,
  rows,
  trail,
} from "./invitation-scene.testing";
import { resendInvitation } from "./resend-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

describe("sending again", () => {
  it(
    "makes a new link, ends the old one, and is done once per form",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const first = await invite(scene, { email: { email: "shop@asked.test" } });
      const form = holding(scene.partner, "resend invitation", first.id);
      const again = await resendInvitation(form, { invitationId: first.id });
      expect(again).toMatchObject({ ok: true, view: { id: first.id, hasAddressee: true } });
      if (!again.ok) return;
      expect(again.view.url).not.toBe(first.url);
      expect(await findInvitationByToken(first.token)).toMatchObject({ id: first.id, state: "withdrawn" });
      expect(await findInvitationByToken(again.view.url.slice(-43))).toMatchObject({ state: "open" });
      expect(await resendInvitation(form, { invitationId: first.id })).toMatchObject({ code: "stale" });
      expect((await letters()).map(({ to }) => to)).toEqual(["shop@asked.test", "shop@asked.test"]);
      expect(JSON.stringify(await trail())).not.toContain(again.view.url.slice(-43));
    }),
  );

  it(
    "opens one that was too old for as long as at first",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const first = await invite(scene);
      try {
        moveClock(8 * 86_400);
        // The session of a week ago is over; the same person signs in anew.
        const { id } = await makeSession(
          { id: scene.partner.personId },
          { id: scene.partner.organisationId },
        );
        const partner = { ...scene.partner, sessionId: id };
        expect((await listed({ ...scene, partner })).items[0]?.state).toBe("expired");
        const again = await resendInvitation(holding(partner, "resend invitation", first.id), {
          invitationId: first.id,
        });
        expect(again).toMatchObject({ ok: true });
        expect((await listed({ ...scene, partner })).items[0]?.state).toBe("open");
      } finally {
        moveClock(0);
      }
    }),
  );
});

describe("withdrawing", () => {
  it(
    "ends the link and the request; a second time, or after a no, it says that it has ended",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene, { email: { sellerId: scene.account.sellerId } });
      const act = () =>
        withdrawInvitation(holding(scene.partner, "withdraw invitation", one.id), { invitationId: one.id });
      expect(await act()).toMatchObject({ ok: true });
      expect(await findInvitationByToken(one.token)).toMatchObject({ state: "withdrawn" });
      expect(await listRequests(scene.seller.organisationId)).toEqual([]);
      expect(await act()).toMatchObject({ ok: false, code: "expired" });
      expect(await decline(scene.seller, one.token, one.id)).toMatchObject({ ok: false, code: "expired" });
      const again = holding(scene.partner, "resend invitation", one.id);
      expect(await resendInvitation(again, { invitationId: one.id })).toMatchObject({ code: "expired" });
      expect((await trail()).filter(({ type }) => type === "invitation.withdrawn")).toHaveLength(1);
    }),
  );

  it(
    "and sending again are the sender's alone: to others the id is unknown",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene);
      const rival = await makeActor({ kind: "aggregator" });
      const id = { invitationId: one.id };
      expect(await withdrawInvitation(holding(rival, "withdraw invitation", one.id), id)).toMatchObject({
        code: "not_found",
      });
      expect(await resendInvitation(holding(rival, "resend invitation", one.id), id)).toMatchObject({
        ok: false,
      });
      const unoffered = holding(scene.partner, "withdraw invitation", "x");
      expect(await withdrawInvitation(unoffered, id)).toMatchObject({ code: "not_found" });
      const viewer = await makeActor({ role: "viewer", organisationId: scene.partner.organisationId });
      expect(await withdrawInvitation(holding(viewer, "withdraw invitation", one.id), id)).toMatchObject({
        code: "not_allowed",
      });
      expect(await findInvitationByToken(one.token)).toMatchObject({ state: "open" });
    }),
  );
});

describe("declining", () => {
  it(
    "works by the link and as a request, and tells the sender why",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account, client } = scene;
      const byLink = await invite(scene, { reference: "ref 1" });
      const asked = await invite(scene, { email: { sellerId: account.sellerId } });
      expect(await decline(seller, byLink.token, byLink.id, "We use another tool")).toMatchObject({
        ok: true,
        view: { goTo: `/i/${byLink.token}?done=declined` },
      });
      expect(await decline(seller, asked.id, asked.id)).toMatchObject({ ok: true });
      const { items } = await listed(scene);
      expect(items.map(({ state }) => state)).toEqual(["declined", "declined"]);
      expect(items.find(({ id }) => id === byLink.id)?.declineReason).toBe("We use another tool");
      const told = (await letters()).filter(({ to }) => to === client.contactEmail);
      expect(told[0]?.text).toContain("We use another tool");
      expect(told[0]?.text).toContain("ref 1");
      const said = (await trail()).filter(({ type }) => type === "invitation.declined");
      expect(said).toHaveLength(2);
      expect(JSON.stringify(said)).not.toContain(byLink.token);
      expect(await decline(seller, asked.id, asked.id)).toMatchObject({ ok: false, code: "expired" });
    }),
  );

  it(
    "is not for viewers, partners, or whoever is not asked",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account, partner } = scene;
      const asked = await invite(scene, { email: { sellerId: account.sellerId } });
      const viewer = await makeActor({ role: "viewer", organisationId: seller.organisationId });
      expect(await decline(viewer, asked.id, asked.id)).toMatchObject({ code: "not_allowed" });
      expect(await decline(partner, asked.token, asked.id)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor();
      expect(await decline(stranger, asked.id, asked.id)).toMatchObject({ ok: false });
      const other = await invite(scene);
      expect(await decline(seller, other.token, asked.id)).toMatchObject({ code: "not_found" });
      expect((await rows()).every(({ declinedAt }) => declinedAt === null)).toBe(true);
    }),
  );
});
