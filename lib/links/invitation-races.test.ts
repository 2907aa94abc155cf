import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/db/client";
import { makeActor, makeClient, makeLink, ownDatabase } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { agree, beforeConsent } from "./consent-scene.testing";
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
import { linkClient } from "./link-client";
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

  it("two files that name the same people in another order: each person is asked once", async () => {
    const scene = await makeInvitationScene({ reviewedAt: now() });
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
    expect(both.map((one) => one.ok && one.view.made).sort()).toEqual([0, 200]);
    expect(both.flatMap((one) => (one.ok ? one.view.bad.map(({ code }) => code) : []))).toEqual(
      Array.from({ length: 200 }, () => "taken"),
    );
  });

  it("two colleagues ask the same seller: one request, and the other is told", async () => {
    const scene = await makeInvitationScene();
    const { clientId } = scene.client;
    const email = { sellerId: scene.account.sellerId };
    const colleague = await makeActor({ organisationId: scene.partner.organisationId, role: "editor" });
    const asked = await Promise.all(
      [scene.partner, colleague, scene.partner].map((partner) =>
        inviteSeller(inviting({ ...scene, partner }, "invite seller"), { ...nothing, clientId, email }),
      ),
    );
    expect(asked.map((one) => (one.ok ? "made" : one.code)).sort()).toEqual(["made", "taken", "taken"]);
  });

  it("files of two clients: together no more than the organisation's fifty of the day", async () => {
    const scene = await makeInvitationScene();
    const other = await makeClient({ id: scene.partner.organisationId });
    const lines = Array.from({ length: 40 }, (_, n) => `day${n}@asked.test`);
    const files = await Promise.all(
      [scene.client, other].map((client) =>
        inviteFromFile(inviting({ ...scene, client }, "invite from file"), {
          clientId: client.clientId,
          message: "",
          csv: csvFile(["email", ...lines].join("\n")),
        }),
      ),
    );
    expect(files.map((one) => one.ok && one.view.made).sort()).toEqual([10, 40]);
  });

  it.each([
    ["that nobody has reviewed", "link unreviewed client", {}],
    ["that is reviewed", "link client", { reviewedAt: now() }],
  ] as const)(
    "a seller accepts while the partner sends again, for a client %s: neither waits for ever",
    async (_, act, over) => {
      for (let round = 0; round < 12; round++) {
        const scene = await makeInvitationScene(over);
        const { seller, account, partner } = scene;
        const one = await invite(scene);
        const before = beforeConsent(seller, scene.client, [account], {
          act,
          offered: { invitation: [one.token] },
        });
        const [linked, resent] = await Promise.all([
          linkClient(before, agree(account, { typedSellerId: String(account.sellerId) })),
          resendInvitation(holding(partner, "resend invitation", one.id), { invitationId: one.id }),
        ]);
        const row = (await rows()).find(({ id }) => id === one.id);
        expect(row?.acceptedAt !== null).toBe(linked.ok);
        expect(row?.sends).toBe(resent.ok ? 2 : 1);
        for (const answer of [linked, resent]) if (!answer.ok) expect(answer.code).toBe("expired");
        expect(linked.ok || resent.ok).toBe(true);
      }
    },
  );
});
