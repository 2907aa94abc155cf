import { describe, expect, it } from "vitest";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
  rolledBack,
  viewerOf,
  withFormKey,
} from "@/db/testing";
import { inSeconds, now } from "../clock";
import { countLinks } from "./count-links";
import { listLinkEvents } from "./list-link-events";
import { listLinks } from "./list-links";
import { unlinkSeller } from "./unlink-seller";

describe("who has access", () => {
  it(
    "names the partner, the person who linked it, its health, its chain and what else it may act for",
    rolledBack(async () => {
      const actor = await makeActor();
      const [first, second] = [
        await makeSeller({ id: actor.organisationId }),
        await makeSeller({ id: actor.organisationId }),
      ];
      const partner = await makeOrganisation({ kind: "aggregator", name: "Feed House", domain: "feed.test" });
      const client = await makeClient(partner, { firstTokenAt: now() });
      await makeSecret(client);
      const planned = inSeconds(86_400);
      await makeLink(client, first, {
        createdBy: actor.personId,
        failingSince: now(),
        lastUsedAt: now(),
        endsAt: planned,
      });
      await makeLink(client, second, { expiresAt: inSeconds(3600), endsAt: planned });
      const { items } = await listLinks(viewerOf(actor), { sellerId: first.sellerId });
      expect(items).toMatchObject([
        {
          partner: "Feed House",
          domain: null,
          by: actor.name,
          health: "failing",
          plannedAt: planned,
          otherOpen: 1,
          own: false,
        },
      ]);
      // A partner's times are its own; that it did its part is not.
      expect(items[0]?.lamps.map(({ state }) => state)).toEqual(["lit", "lit", "lit", "lit", "lit", "dark"]);
      expect(items[0]?.lamps.every(({ at }) => at === null)).toBe(true);
      // Where its time is over before the planned day, there is nothing to take back.
      const [other] = (await listLinks(viewerOf(actor), { sellerId: second.sellerId })).items;
      expect(other?.plannedAt).toBeNull();
    }),
  );

  it(
    "comes page by page, open ones first, each link once",
    rolledBack(async () => {
      const actor = await makeActor();
      const partner = await makeOrganisation({ kind: "partner" });
      const made = [];
      for (let i = 0; i < 7; i++) {
        const client = await makeClient(partner);
        const account = await makeSeller({ id: actor.organisationId });
        const over = i % 3 ? {} : { unlinkedAt: now(), reason: "other" as const };
        made.push(await makeLink(client, account, { createdAt: inSeconds(-60 * (i % 2)), ...over }));
      }
      const seen = [];
      let after: string | undefined;
      do {
        const page = await listLinks(viewerOf(actor), { after, limit: 2 });
        seen.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
      expect(seen.map(({ open }) => open)).toEqual([true, true, true, true, false, false, false]);
      const strange = Buffer.from('[true,"2026-02-31 10:00:00+00","x"]').toString("base64url");
      for (const bad of ["x", strange])
        expect((await listLinks(viewerOf(actor), { after: bad })).items).toHaveLength(7);
    }),
  );
});

describe("the history of a link", () => {
  it(
    "is this link's alone and names people of one's own side only",
    rolledBack(async () => {
      const [seller, partner] = [await makeActor(), await makeActor({ kind: "partner" })];
      const client = await makeClient({ id: partner.organisationId });
      const account = await makeSeller({ id: seller.organisationId });
      const [old, link] = [
        await makeLink(client, account, { unlinkedAt: now(), reason: "other" }),
        await makeLink(client, account),
      ];
      const form = withFormKey(partner, { act: "unlink seller", offered: { linkId: [link.id] } });
      await unlinkSeller(form, { do: "unlink", linkId: link.id });
      const read = (organisationId: string, { id: linkId, clientRowId, sellerId }: typeof link) =>
        listLinkEvents(organisationId, { linkId, clientRowId, sellerId });
      expect(await read(partner.organisationId, link)).toMatchObject([
        { type: "link.ended", by: { side: "own", name: partner.name } },
      ]);
      expect(await read(seller.organisationId, link)).toMatchObject([{ by: { side: "other", name: null } }]);
      expect(await read(partner.organisationId, old)).toEqual([]);
      expect(await read((await makeActor()).organisationId, link)).toEqual([]);
    }),
  );
});

describe("the numbers of a client's links", () => {
  it(
    "count open ones, and those that want attention, of one's own clients",
    rolledBack(async () => {
      const organisation = await makeOrganisation({ kind: "aggregator" });
      const client = await makeClient(organisation);
      await makeClient(await makeOrganisation({ kind: "aggregator" }));
      const link = async (over: Parameters<typeof makeLink>[2]) =>
        makeLink(client, await makeSeller(null), over);
      await link({ createdAt: inSeconds(-8 * 86_400) });
      await link({ failingSince: now(), toldAt: null });
      await link({ expiresAt: inSeconds(29 * 86_400) });
      await link({ expiresAt: inSeconds(31 * 86_400) });
      await link({ unlinkedAt: now(), reason: "other", failingSince: now() });
      await link({ expiresAt: inSeconds(-60) });
      expect(await countLinks(organisation.id)).toEqual([
        {
          clientRowId: client.id,
          clientId: client.clientId,
          open: 4,
          newThisWeek: 3,
          failing: 1,
          endingSoon: 1,
          notTold: 1,
        },
      ]);
    }),
  );
});
