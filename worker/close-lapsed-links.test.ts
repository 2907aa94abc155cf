import { beforeEach, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { events, sellerLinks } from "@/db/schema";
import { makeClient, makeLink, makeOrganisation, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds } from "@/lib/clock";
import { closeLapsedLinks } from "./close-lapsed-links";

beforeEach(() => ownDatabase());

async function sides() {
  const partner = await makeOrganisation({ kind: "partner" });
  const shop = await makeOrganisation();
  const client = await makeClient(partner);
  return {
    partner,
    shop,
    client,
    link: async (more: Parameters<typeof makeLink>[2]) => {
      return makeLink(client, await makeSeller(shop), more);
    },
  };
}
const allLinks = () => asFounder((tx) => tx.select().from(sellerLinks));
const allEvents = () => asFounder((tx) => tx.select().from(events));

test("a link past either of its times is closed at that time, with its event; others stay open", async () => {
  const { partner, shop, client, link } = await sides();
  const [past, ahead] = [inSeconds(-60), inSeconds(60)];
  const expired = await link({ expiresAt: past, endsAt: ahead });
  const ended = await link({ endsAt: past, reason: "switching" });
  const open = [await link({ expiresAt: ahead }), await link({})];
  expect(await closeLapsedLinks()).toBe(2);
  expect(await closeLapsedLinks()).toBe(0);

  const closed = (await allLinks()).filter(({ unlinkedAt }) => unlinkedAt !== null);
  const told = closed.map(({ id, unlinkedAt, reason }) => [id, unlinkedAt, reason]);
  expect(told.sort()).toEqual(
    [
      [expired.id, past, "lapsed"],
      [ended.id, past, "switching"],
    ].sort(),
  );
  expect(closed.map(({ id }) => id)).not.toEqual(expect.arrayContaining(open.map(({ id }) => id)));
  const recorded = await allEvents();
  expect(recorded).toHaveLength(2);
  expect(recorded.find(({ sellerId }) => sellerId === expired.sellerId)).toMatchObject({
    type: "link.ended",
    actorName: "clock",
    actorPersonId: null,
    organisationId: partner.id,
    otherOrganisationId: shop.id,
    clientRowId: client.id,
    data: { linkId: expired.id, reason: "lapsed", endsAt: past.toISOString() },
  });
});

test("several workers at once record each end once", async () => {
  const { link } = await sides();
  for (let i = 0; i < 30; i++) await link({ expiresAt: inSeconds(-60) });
  const counts = await Promise.all(Array.from({ length: 5 }, closeLapsedLinks));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(await allEvents()).toHaveLength(30);
});
