import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { members } from "@/db/schema";
import { makeActor, rolledBack, viewerOf } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { agree, beforeConsent, linksOf, makeInvitation } from "./consent-scene.testing";
import { findInvitationByToken, findRequest, listRequests } from "./find-invitation";
import { decline, holding, invite, listed, makeInvitationScene, rows } from "./invitation-scene.testing";
import { linkClient } from "./link-client";
import { listInvitations } from "./list-invitations";
import { noteInvitationStep } from "./note-invitation-step";
import { resendInvitation } from "./resend-invitation";

/** A partner's editor has sent a link and a request, and a colleague is there besides. */
async function scene() {
  const made = await makeInvitationScene();
  const colleague = await makeActor({ organisationId: made.partner.organisationId });
  const byLink = await invite(made);
  const request = await invite(made, { email: { sellerId: made.account.sellerId } });
  return { ...made, colleague, byLink, request };
}

const memberOf = (actor: Actor) =>
  and(eq(members.personId, actor.personId), eq(members.organisationId, actor.organisationId));
const leave = (actor: Actor) => asFounder((tx) => tx.delete(members).where(memberOf(actor)));
const become = (actor: Actor, role: "viewer" | "editor") =>
  asFounder((tx) => tx.update(members).set({ role }).where(memberOf(actor)));

describe("an invitation whose inviter is gone", () => {
  it(
    "counts as withdrawn for everybody, by its link and as a request",
    rolledBack(async () => {
      const s = await scene();
      expect(await listRequests(s.seller.organisationId)).toHaveLength(1);
      await leave(s.partner);
      expect(await findInvitationByToken(s.byLink.token)).toMatchObject({ state: "withdrawn" });
      expect(await listRequests(s.seller.organisationId)).toEqual([]);
      expect(await findRequest(s.seller.organisationId, s.request.id)).toBeNull();
      expect((await listed(s)).items.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
      const viewer = viewerOf(s.colleague);
      expect((await listInvitations(viewer, { state: "withdrawn" })).items).toHaveLength(2);
      expect((await listInvitations(viewer, { state: "open" })).items).toEqual([]);
      expect((await listInvitations(viewer, { state: "expired" })).items).toEqual([]);
    }),
  );

  it(
    "is neither accepted nor declined nor sent again, and notes no step",
    rolledBack(async () => {
      const s = await scene();
      await leave(s.partner);
      for (const name of [s.byLink.token, s.request.id]) {
        const form = beforeConsent(s.seller, s.client, [s.account], {
          act: "link unreviewed client",
          offered: { invitation: [name] },
        });
        const typed = agree(s.account, { typedSellerId: String(s.account.sellerId) });
        expect(await linkClient(form, typed)).toMatchObject({ code: "expired" });
      }
      expect(await linksOf(s.client)).toEqual([]);
      expect(await decline(s.seller, s.byLink.token, s.byLink.id)).toMatchObject({ code: "expired" });
      const again = holding(s.colleague, "resend invitation", s.byLink.id);
      expect(await resendInvitation(again, { invitationId: s.byLink.id })).toMatchObject({ code: "expired" });
      await noteInvitationStep(s.byLink.token, "opened");
      for (const row of await rows()) {
        expect(row).toMatchObject({ acceptedAt: null, declinedAt: null, step: null, sends: 1 });
      }
    }),
  );

  it(
    "ends with the role as well, and not with somebody else's leaving",
    rolledBack(async () => {
      const s = await scene();
      await leave(s.colleague);
      // Somebody has to stay an owner.
      await makeActor({ organisationId: s.partner.organisationId });
      await become(s.partner, "editor");
      expect(await findInvitationByToken(s.byLink.token)).toMatchObject({ state: "open" });
      await become(s.partner, "viewer");
      expect(await findInvitationByToken(s.byLink.token)).toMatchObject({ state: "withdrawn" });
    }),
  );

  it(
    "stays where no person made it, but a client itself",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await makeInvitation(s.client, { createdBy: null });
      await leave(s.partner);
      expect(await findInvitationByToken(token)).toMatchObject({ state: "open" });
    }),
  );
});
