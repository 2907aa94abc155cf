import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, sellerLinks } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSecret,
  makeSeller,
  rolledBack,
  viewerOf,
  withFormKey,
} from "@/db/testing";
import { findClient } from "../clients/find-client";
import { moveClock, now } from "../clock";
import { linkOwnClient } from "./link-own-client";
import { listLinks } from "./list-links";
import { listChains } from "./read-chain";
import { unlinkClient } from "./unlink-client";

afterEach(() => moveClock(0));

describe("links", () => {
  it(
    "end on a day ahead, and not on a day that is past, too far or not in the calendar",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId });
      const link = await makeLink(client, await makeSeller({ id: actor.organisationId }));
      const end = (when: string) =>
        unlinkClient(withFormKey(actor, { act: "unlink client", offered: { linkId: [link.id] } }), {
          linkId: link.id,
          reason: "other",
          when,
        });
      const day = (ahead: number) =>
        new Date(now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
      for (const when of [day(-1), day(400), "2027-02-30", "2027-13-01"]) {
        expect(await end(when)).toMatchObject({ ok: false, fields: { when: "bad_date" } });
      }
      expect(await end(day(3))).toMatchObject({ ok: true, view: { goTo: "/links?done=ends" } });
      expect((await listLinks(viewerOf(actor))).items[0]).toMatchObject({ open: true });
      moveClock(4 * 86_400);
      expect((await listLinks(viewerOf(actor))).items[0]).toMatchObject({ open: false });
      moveClock(0);
    }),
  );

  it(
    "are not opened for a client of one's own that is suspended",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId }, { suspendedAt: now() });
      const seller = await makeSeller({ id: actor.organisationId });
      const offered = { client: [client.id], sellerId: [String(seller.sellerId)] };
      const form = withFormKey(actor, { act: "link own client", offered });
      expect(await linkOwnClient(form, { sellerId: seller.sellerId })).toMatchObject({
        ok: false,
        code: "unavailable",
        facts: { why: "suspended" },
      });
      expect(await asFounder((tx) => tx.select().from(sellerLinks))).toEqual([]);
    }),
  );

  it(
    "can be opened again after they lapsed, and the old row stays",
    rolledBack(async () => {
      const actor = await makeActor();
      const client = await makeClient({ id: actor.organisationId });
      const seller = await makeSeller({ id: actor.organisationId });
      await makeLink(client, seller, { expiresAt: new Date(now().getTime() - 1000) });
      const form = withFormKey(actor, {
        act: "link own client",
        offered: { client: [client.id], sellerId: [String(seller.sellerId)] },
      });
      expect(await linkOwnClient(form, { sellerId: seller.sellerId })).toMatchObject({ ok: true });
      const { items: links } = await listLinks(viewerOf(actor));
      expect(links.map(({ open, reason }) => [open, reason])).toEqual([
        [true, null],
        [false, "lapsed"],
      ]);
    }),
  );

  it(
    "of clients that belong to others are shown too: who has access is never hidden",
    rolledBack(async () => {
      const [seller, partner] = [await makeActor(), await makeActor({ kind: "partner" })];
      const client = await makeClient({ id: partner.organisationId });
      await makeLink(client, await makeSeller({ id: seller.organisationId }));
      expect((await listLinks(viewerOf(seller))).items).toMatchObject([
        { clientId: client.clientId, own: false, open: true },
      ]);
    }),
  );

  it(
    "are shown to the organisation they belong to only",
    rolledBack(async () => {
      const [mine, other] = [await makeActor(), await makeActor()];
      const client = await makeClient({ id: other.organisationId });
      await makeLink(client, await makeSeller({ id: other.organisationId }));
      expect((await listLinks(viewerOf(mine))).items).toEqual([]);
      expect(await listChains(viewerOf(mine))).toEqual([]);
      expect(await findClient(viewerOf(mine), client.id)).toBeNull();
      expect(await findClient(viewerOf(mine), "not-an-id")).toBeNull();
      expect((await listLinks(viewerOf(other))).items).toHaveLength(1);
    }),
  );
});

describe("the chain of a client", () => {
  it(
    "lights lamp by lamp from the facts, and told with the link",
    rolledBack(async () => {
      const actor = await makeActor();
      const states = async () =>
        (await listChains(viewerOf(actor)))[0]?.lamps.map(({ state }) => state).join(" ");
      const client = await makeClient({ id: actor.organisationId });
      expect(await states()).toBe("lit dark waiting waiting waiting waiting");
      await makeSecret(client);
      expect(await states()).toBe("lit lit dark waiting waiting waiting");
      const link = await makeLink(client, await makeSeller({ id: actor.organisationId }));
      expect(await states()).toBe("lit lit lit lit dark waiting");
      await asFounder((tx) => tx.update(clients).set({ firstTokenAt: now() }));
      expect(await states()).toBe("lit lit lit lit lit dark");
      await asFounder((tx) =>
        tx.update(sellerLinks).set({ firstCallAt: now() }).where(eq(sellerLinks.id, link.id)),
      );
      expect(await states()).toBe("lit lit lit lit lit lit");
      await asFounder((tx) => tx.update(sellerLinks).set({ unlinkedAt: now() }));
      expect(await states()).toBe("lit lit dark waiting lit waiting");
    }),
  );
});
