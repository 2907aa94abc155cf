import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { events, mails, owedLetters, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeOrganisation, makeSeller, ownDatabase } from "@/db/testing";
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
const allEvents = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

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

test("two workers close six hundred links of the same few people, each once, without waiting for each other", async () => {
  const partners = await Promise.all(Array.from({ length: 3 }, () => makeOrganisation({ kind: "partner" })));
  const clients = await Promise.all(partners.map((partner) => makeClient(partner)));
  const owners = await Promise.all(Array.from({ length: 3 }, () => makeActor()));
  const [ids, sides, shops] = [
    clients.map(({ id }) => id),
    partners.map(({ id }) => id),
    owners.map(({ organisationId }) => organisationId),
  ].map((list) => sql.param(list));
  // Neighbours in time belong to different people, so that each batch writes to all of them.
  await asFounder((tx) =>
    tx.execute(sql`with made as (
        insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email, created_at)
        select 900000 + n, (${shops}::uuid[])[n % 3 + 1], 'Shop ' || n, 'x@y.test', now() from generate_series(1, 600) n
        returning seller_id, owner_organisation_id)
      insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, created_at, expires_at)
      select gen_random_uuid(), (${ids}::uuid[])[n], seller_id, (${sides}::uuid[])[n], owner_organisation_id, 'typed', now(),
        now() - make_interval(secs => seller_id - 899000)
      from made, lateral (select (seller_id / 3) % 3 + 1) as which(n)`),
  );
  const counts = await Promise.all([closeLapsedLinks(), closeLapsedLinks()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
  const closed = (await allLinks()).map(({ id, reason }) => [id, reason]);
  const recorded = (await allEvents()).map(({ data }) => [data.linkId, data.reason]);
  expect(recorded.sort()).toEqual(closed.sort());
  const letters = await asFounder((tx) => tx.select().from(mails));
  expect(letters.map(({ recipient }) => recipient).sort()).toEqual(
    [...clients.map(({ contactEmail }) => contactEmail), ...owners.map(({ email }) => email)]
      .flatMap((to) => Array.from({ length: 5 }, () => to))
      .sort(),
  );
  expect(await asFounder((tx) => tx.select().from(owedLetters))).toHaveLength(600 - 15);
});
