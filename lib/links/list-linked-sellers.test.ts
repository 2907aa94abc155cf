import { describe, expect, it } from "vitest";
import { makeClient, makeLink, makeOrganisation, makeSecret, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds, now } from "../clock";
import {
  countLinkedSellers,
  type LinkFilter,
  type LinkSort,
  linkSorts,
  listLinkedSellers,
} from "./list-linked-sellers";

async function makeShops(count: number) {
  const organisation = await makeOrganisation({ kind: "aggregator" });
  const client = await makeClient(organisation, { firstTokenAt: now() });
  await makeSecret(client);
  const links = [];
  for (let i = 0; i < count; i++) {
    const seller = await makeSeller(null, { shopName: i % 2 ? `Épicerie n° ${i}` : `Shop ${i}` });
    const used = i % 3 ? inSeconds(-i * 60) : null;
    links.push(
      await makeLink(client, seller, {
        createdAt: inSeconds(-60 * Math.floor(i / 2)),
        lastUsedAt: used,
        firstCallAt: used,
        failingSince: i === 4 ? now() : null,
        toldAt: i === 5 ? null : now(),
        reference: i === 6 ? "ACME-6" : null,
        unlinkedAt: i === 7 ? now() : null,
        reason: i === 7 ? "switching" : null,
        expiresAt: i === 8 ? inSeconds(-5) : null,
      }),
    );
  }
  const list = (filter: LinkFilter, page = {}) => listLinkedSellers(organisation.id, client.id, filter, page);
  return { organisation, client, links, list };
}

const sorts: LinkSort[] = [...linkSorts, ...linkSorts.map((sort) => `-${sort}` as const)];

describe("the linked sellers of a client", () => {
  it(
    "come page by page under every sort, each exactly once and in order",
    rolledBack(async () => {
      const { list, links } = await makeShops(11);
      for (const sort of sorts) {
        const seen = [];
        let after: string | undefined;
        do {
          const page = await list({ sort }, { after, limit: 3 });
          seen.push(...page.items);
          after = page.next ?? undefined;
        } while (after);
        expect(seen.map(({ linkId }) => linkId).sort()).toEqual(links.map(({ id }) => id).sort());
        const ids = seen.map(({ sellerId }) => sellerId);
        if (sort === "sellerId") expect(ids).toEqual([...ids].sort((a, b) => a - b));
        if (sort === "-since")
          expect(seen[0]?.since.getTime()).toBeGreaterThanOrEqual(seen[1]?.since.getTime() ?? 0);
        if (sort === "-lastUsedAt") expect(seen.at(-1)?.lastUsedAt).toBeNull();
      }
    }),
  );

  it(
    "are found by SellerId from its first digits on, by a piece of the name without accents, and by reference",
    rolledBack(async () => {
      const { list, links } = await makeShops(7);
      const [first] = links;
      const found = async (q: string) => (await list({ q })).items.map(({ sellerId }) => sellerId);
      expect(await found(String(first?.sellerId))).toEqual([first?.sellerId]);
      expect(await found(String(first?.sellerId).slice(0, 3))).toHaveLength(7);
      expect(await found("EPICERIE")).toHaveLength(3);
      expect(await found("epi cerie")).toHaveLength(3);
      expect(await found("acme")).toEqual([links[6]?.sellerId]);
      for (const q of ["%", "_", "'", "\\", "nothing like it", "0"])
        expect((await found(q)).length).toBeLessThan(7);
    }),
  );

  it(
    "are narrowed by status, by health and by their first dark lamp",
    rolledBack(async () => {
      const { list, links, organisation, client } = await makeShops(9);
      const ids = async (filter: LinkFilter) => (await list(filter)).items.map(({ linkId }) => linkId);
      expect(await ids({ status: "ended" })).toEqual([links[7]?.id]);
      expect(await ids({ status: "expired" })).toEqual([links[8]?.id]);
      expect(await ids({ health: "failing" })).toEqual([links[4]?.id]);
      expect(await ids({ lamp: "told" })).toEqual([links[5]?.id]);
      expect(await ids({ lamp: "link" })).toHaveLength(2);
      expect((await ids({ lamp: "call" })).sort()).toEqual([0, 3, 6].map((i) => links[i]?.id).sort());
      expect(await ids({ lamp: "client" })).toEqual([]);
      expect(await countLinkedSellers(organisation.id, client.id, { status: "open" })).toBe(7);
      expect(await countLinkedSellers(organisation.id, client.id, { status: "open" }, 3)).toBe(3);
    }),
  );

  it(
    "are hidden from everybody else, and an `after` that is not ours begins at the start",
    rolledBack(async () => {
      const { list, client } = await makeShops(2);
      const stranger = await makeOrganisation({ kind: "aggregator" });
      expect((await listLinkedSellers(stranger.id, client.id, {})).items).toEqual([]);
      const strange = Buffer.from(JSON.stringify(["-since", "never", "x"])).toString("base64url");
      for (const after of ["x", strange, "", "%00"])
        expect((await list({}, { after })).items).toHaveLength(2);
    }),
  );
});
