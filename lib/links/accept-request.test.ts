import { describe, expect, it } from "vitest";
import { makeActor, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { acceptRequest } from "./accept-request";
import { holding, invite, makeInvitationScene, rows, trail } from "./invitation-scene.testing";
import { withdrawInvitation } from "./withdraw-invitation";

const accept = (actor: Actor, id: string, offered = [id]) =>
  acceptRequest(withFormKey(actor, { act: "accept request", offered: { invitationId: offered } }), {
    do: "accept",
    invitationId: id,
  });

describe("accepting a request", () => {
  it(
    "leads to its consent page as often as it is pressed, and changes nothing by itself",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { id } = await invite(scene, { email: { sellerId: scene.account.sellerId } });
      const before = [await rows(), await trail()];
      for (let time = 0; time < 2; time++) {
        const led = await accept(scene.seller, id);
        if (!led.ok) throw new Error(led.code);
        const to = new URL(led.view.goTo, "https://portal.test");
        expect(to.pathname).toBe("/link-client");
        const expected = { clientId: scene.client.clientId, via: "request", invitation: id };
        expect(Object.fromEntries(to.searchParams)).toEqual(expected);
      }
      expect([await rows(), await trail()]).toEqual(before);
    }),
  );

  it(
    "is refused to viewers, other kinds, and whoever was not asked; an ended one says so",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { id } = await invite(scene, { email: { sellerId: scene.account.sellerId } });
      const viewer = await makeActor({ organisationId: scene.seller.organisationId, role: "viewer" });
      expect(await accept(viewer, id)).toMatchObject({ code: "not_allowed" });
      expect(await accept(scene.partner, id)).toMatchObject({ code: "not_allowed" });
      expect(await accept(await makeActor(), id)).toMatchObject({ code: "expired" });
      expect(await accept(scene.seller, id, [])).toMatchObject({ code: "not_found" });
      await withdrawInvitation(holding(scene.partner, "withdraw invitation", id), { invitationId: id });
      expect(await accept(scene.seller, id)).toMatchObject({ code: "expired" });
    }),
  );
});
