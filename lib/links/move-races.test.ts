import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, invitations } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSeller, ownDatabase, withFormKey } from "@/db/testing";
import { now } from "../clock";
import { agree, beforeConsent, linksOf, makeInvitation } from "./consent-scene.testing";
import { linkClient } from "./link-client";
import { unlinkClient } from "./unlink-client";
import { unlinkSeller } from "./unlink-seller";
import { withdrawInvitation } from "./withdraw-invitation";

beforeAll(async () => {
  await ownDatabase();
});

/** A linked seller who is asked to let another client of the same partner in instead. */
async function scene() {
  const [partner, seller] = [await makeActor({ kind: "partner" }), await makeActor()];
  const own = { id: partner.organisationId };
  const [from, to] = [await makeClient(own), await makeClient(own, { reviewedAt: now() })];
  const account = await makeSeller({ id: seller.organisationId });
  const link = await makeLink(from, account);
  const about = { addresseeSellerId: account.sellerId, expectedSellerId: account.sellerId };
  const request = await makeInvitation(to, { ...about, movesLinkId: link.id });
  const accept = () =>
    linkClient(
      beforeConsent(seller, to, [account], { offered: { invitation: [request.id] } }),
      agree(account),
    );
  const linkId = link.id;
  const endings = {
    seller: () =>
      unlinkClient(withFormKey(seller, { act: "unlink client", offered: { linkId: [linkId] } }), {
        ...{ linkId, reason: "security" as const, when: "now" },
      }),
    partner: () =>
      unlinkSeller(withFormKey(partner, { act: "unlink seller", offered: { linkId: [linkId] } }), {
        ...{ do: "unlink" as const, linkId },
      }),
  };
  return { partner, from, to, link, request, accept, endings };
}

const endsOf = async (linkId: string) =>
  (await asFounder((tx) => tx.select().from(events))).filter(
    ({ type, data }) => type === "link.ended" && data.linkId === linkId,
  );

describe("at the same moment", () => {
  it.each(["seller", "partner"] as const)(
    "the request is accepted and the %s ends the old access: both stand, and it ends once",
    async (side) => {
      for (let round = 0; round < 8; round++) {
        const s = await scene();
        const [accepted, ended] = await Promise.all([s.accept(), s.endings[side]()]);
        expect(accepted.ok).toBe(true);
        if (!ended.ok) expect(ended.code).toBe("stale");
        const written = await endsOf(s.link.id);
        expect(written).toHaveLength(1);
        const [old] = await linksOf(s.from);
        expect(old?.reason).toBe(ended.ok && side === "seller" ? "security" : "partner");
        expect(written[0]?.data.reason).toBe(old?.reason);
        expect((await linksOf(s.to)).map(({ unlinkedAt }) => unlinkedAt)).toEqual([null]);
      }
    },
  );

  it("the request is accepted and taken back: the old access ends where the new one began, and only there", async () => {
    for (let round = 0; round < 8; round++) {
      const s = await scene();
      const { id: invitationId } = s.request;
      const form = withFormKey(s.partner, {
        act: "withdraw invitation",
        offered: { invitationId: [invitationId] },
      });
      const [accepted, withdrawn] = await Promise.all([
        s.accept(),
        withdrawInvitation(form, { invitationId }),
      ]);
      expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      const [old] = await linksOf(s.from);
      expect(old?.unlinkedAt !== null).toBe(accepted.ok);
      expect(await linksOf(s.to)).toHaveLength(accepted.ok ? 1 : 0);
      const [row] = (await asFounder((tx) => tx.select().from(invitations))).filter(
        ({ id }) => id === invitationId,
      );
      expect(row?.acceptedAt !== null).toBe(accepted.ok);
    }
  });

  it("two colleagues accept it twice: once, and the old access ends once", async () => {
    const s = await scene();
    const both = await Promise.all([s.accept(), s.accept()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await endsOf(s.link.id)).toHaveLength(1);
    expect(await linksOf(s.to)).toHaveLength(1);
  });
});
