import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/db/client";
import { makeLink, ownDatabase } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import {
  csvFile,
  decline,
  holding,
  invite,
  inviting,
  makeInvitationScene,
  nothing,
  rows,
} from "./invitation-scene.testing";
import { inviteFromFile } from "./invite-from-file";
import { inviteSeller } from "./invite-seller";
import { resendInvitation } from "./resend-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

beforeAll(async () => {
  await ownDatabase();
});

/** What the consent's transaction does with an invitation: true where it won. */
async function accept(seller: Actor, invitationId: string, linkId: string) {
  const at = now().toISOString();
  const taken = await inOrganisation(seller, (tx) =>
    tx.execute(sql`select * from accept_invitation(${invitationId}, ${linkId}, ${seller.personId}, ${at})`),
  );
  return taken.length === 1;
}

describe("at the same moment", () => {
  it("accepting and withdrawing: one wins, the other learns that it has ended", async () => {
    const scene = await makeInvitationScene();
    const wins = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const one = await invite(scene);
      const link = await makeLink(scene.client, scene.account, round === 0 ? {} : { unlinkedAt: now() });
      const [accepted, withdrawn] = await Promise.all([
        accept(scene.seller, one.id, link.id),
        withdrawInvitation(holding(scene.partner, "withdraw invitation", one.id), { invitationId: one.id }),
      ]);
      expect([accepted, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      if (!withdrawn.ok) expect(withdrawn.code).toBe("expired");
      const row = (await rows()).find(({ id }) => id === one.id);
      expect([row?.acceptedAt !== null, row?.withdrawnAt !== null]).toEqual([accepted, withdrawn.ok]);
      wins.add(accepted ? "accepted" : "withdrawn");
    }
    expect(wins.size).toBeGreaterThan(0);
  });

  it("two declining, two withdrawing, two sending again with one form: once each", async () => {
    const scene = await makeInvitationScene();
    const [first, second, third] = [await invite(scene), await invite(scene), await invite(scene)];
    const declines = await Promise.all([1, 2].map(() => decline(scene.seller, first.token, first.id)));
    expect(declines.filter(({ ok }) => ok)).toHaveLength(1);
    const withdrawing = [1, 2].map(() =>
      withdrawInvitation(holding(scene.partner, "withdraw invitation", second.id), {
        invitationId: second.id,
      }),
    );
    expect((await Promise.all(withdrawing)).filter(({ ok }) => ok)).toHaveLength(1);
    const form = holding(scene.partner, "resend invitation", third.id);
    const resends = await Promise.all([1, 2].map(() => resendInvitation(form, { invitationId: third.id })));
    expect(resends.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("one form, pressed twice, makes one invitation or one file's worth", async () => {
    const scene = await makeInvitationScene();
    const { clientId } = scene.client;
    const before = (await rows()).length;
    const form = inviting(scene, "invite seller");
    const made = await Promise.all([1, 2, 3].map(() => inviteSeller(form, { ...nothing, clientId })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    const file = inviting(scene, "invite from file");
    const input = () => ({ clientId, message: "", csv: csvFile("reference,email\na,1\nb,2") });
    const many = await Promise.all([1, 2].map(() => inviteFromFile(file, input())));
    expect(many.map((one) => (one.ok ? "made" : one.code)).sort()).toEqual(["made", "stale"]);
    expect(await rows()).toHaveLength(before + 3);
  });

  it("two files that name the same people in another order do not wait for each other for ever", async () => {
    const scene = await makeInvitationScene();
    const people = Array.from({ length: 200 }, (_, n) => `,,p${n}@asked.test,7d`);
    const file = (lines: string[]) => ({
      clientId: scene.client.clientId,
      message: "",
      csv: csvFile(["reference,expectedSellerId,email,expires", ...lines].join("\n")),
    });
    const both = await Promise.all(
      [people, [...people].reverse()].map((lines) =>
        inviteFromFile(inviting(scene, "invite from file"), file(lines)),
      ),
    );
    expect(both.map((one) => one.ok && one.view.made)).toEqual([200, 200]);
  });
});
