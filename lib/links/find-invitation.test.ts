import { describe, expect, it } from "vitest";
import { makeActor, makeClient, makeMember, makePerson, rolledBack } from "@/db/testing";
import { inSeconds } from "../clock";
import { makeInvitation } from "./consent-scene.testing";
import { findRequest, listRequests } from "./find-invitation";
import { decline, invite, makeInvitationScene } from "./invitation-scene.testing";

describe("a seller whom one sender has asked a hundred times", () => {
  it(
    "still sees what another asked first, and can answer each of them",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account } = scene;
      const addressee = { addresseeSellerId: account.sellerId };
      const real = await makeInvitation(scene.client, { ...addressee, createdAt: inSeconds(-3600) });
      const spammer = await makeActor({ kind: "partner" });
      const junk: { id: string }[] = [];
      for (let n = 0; n < 120; n++) {
        const client = await makeClient({ id: spammer.organisationId });
        junk.push(await makeInvitation(client, { ...addressee, createdAt: inSeconds(-n) }));
      }
      const waiting = await listRequests(seller.organisationId);
      expect(waiting).toHaveLength(100);
      expect(waiting.map(({ id }) => id)).toContain(real.id);
      const times = waiting.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort().reverse());

      const last = junk.at(-1)?.id ?? "";
      expect(waiting.map(({ id }) => id)).not.toContain(last);
      for (const id of [real.id, last]) {
        expect(await findRequest(seller.organisationId, id)).toMatchObject({ id, by: "request" });
        expect(await findRequest(spammer.organisationId, id)).toBeNull();
        expect(await decline(await makeActor(), id, id)).toMatchObject({ ok: false });
        expect(await decline(seller, id, id)).toMatchObject({ ok: true });
        expect(await findRequest(seller.organisationId, id)).toBeNull();
      }
    }),
  );
});

it(
  "one request to an account and one to a colleague's address wait side by side",
  rolledBack(async () => {
    const scene = await makeInvitationScene();
    const { seller, account } = scene;
    const colleague = await makePerson();
    await makeMember(colleague, { id: seller.organisationId }, { role: "viewer" });
    const asked = [
      await invite(scene, { email: { sellerId: account.sellerId } }),
      await invite(scene, { email: { email: colleague.email } }),
    ];
    await invite(scene, { email: { sellerId: account.sellerId + 1 } });
    await invite(scene, { email: { email: "somebody.else@asked.test" } });
    const waiting = await listRequests(seller.organisationId);
    expect(waiting.map(({ id }) => id).sort()).toEqual(asked.map(({ id }) => id).sort());
  }),
);
