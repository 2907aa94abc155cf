import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { bulkItems, bulkRuns, endpoints, events, mails, sellerLinks, sellers, sellerTags } from "@/db/schema";
import { makeLink, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { takeLimitIn } from "../limits/take-limit";
import { unseal } from "../secrets";
import {
  type BulkScene,
  bulkScene,
  letItBeDue,
  openLinksOf,
  readRun,
  startRun,
  tagsOf,
} from "./bulk-scene.testing";
import { countChosen } from "./choose-links";
import { listSkipped } from "./list-bulk-runs";
import { remindersPerDay } from "./remind-links";
import { runBulkItems } from "./run-bulk-items";

afterEach(() => moveClock(0));

const lettersOf = (kind: string) => asFounder((tx) => tx.select().from(mails).where(eq(mails.kind, kind)));
const eventsOf = (type: string) =>
  asFounder((tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id));

/** Starts a run and lets the worker's part of it happen; resolves to what became of its sellers. */
async function runThrough(s: BulkScene, values: Record<string, string>, count?: number) {
  const id = await startRun(s, values, count);
  letItBeDue();
  await runBulkItems({ id, organisationId: s.partner.organisationId });
  await asFounder((tx) => tx.update(bulkRuns).set({ finishedAt: now() }).where(eq(bulkRuns.id, id)));
  moveClock(0);
  return readRun(id);
}

describe("tag and untag", () => {
  it(
    "change who is to be changed, and say of the others why not",
    rolledBack(async () => {
      const s = await bulkScene(3);
      const [first, second, third] = s.links.map(({ sellerId }) => sellerId);
      const { id: clientRowId, organisationId } = s.client;
      const put = (sellerId: number, tag: string) => ({
        ...{ clientRowId, organisationId, sellerId, tag },
        ...{ fold: tag.toLowerCase(), createdAt: now() },
      });
      const many = Array.from({ length: 20 }, (_, n) => put(second ?? 0, `t${n}`));
      await asFounder((tx) => tx.insert(sellerTags).values([put(first ?? 0, "Vip"), ...many]));
      expect((await runThrough(s, { act: "tag", tag: "VIP" })).why).toEqual(["has_tag", "tags_full", null]);
      expect(await tagsOf(clientRowId)).toContain(`${third} Vip`);
      expect((await runThrough(s, { act: "untag", tag: "vip" })).why).toEqual([null, "has_no_tag", null]);
      expect(await tagsOf(clientRowId)).toHaveLength(20);
    }),
  );

  it(
    "look at the number of tags again when their turn comes",
    rolledBack(async () => {
      const s = await bulkScene(1);
      const id = await startRun(s, { act: "tag", tag: "late" });
      const { id: clientRowId, organisationId } = s.client;
      const rows = Array.from({ length: 200 }, (_, n) => ({ tag: `u${n}`, fold: `u${n}`, createdAt: now() }));
      const about = { clientRowId, organisationId, sellerId: 1 };
      await asFounder((tx) => tx.insert(sellerTags).values(rows.map((row) => ({ ...about, ...row }))));
      letItBeDue();
      await runBulkItems({ id, organisationId });
      expect((await readRun(id)).why).toEqual(["tags_full"]);
    }),
  );
});

describe("unlink", () => {
  it(
    "ends each link as one by one: event, message, letters; who was faster stays first",
    rolledBack(async () => {
      const s = await bulkScene(3);
      await asFounder((tx) =>
        tx.insert(endpoints).values({
          ...{ id: newId(), clientRowId: s.client.id, organisationId: s.client.organisationId },
          ...{ url: "https://hooks.test/x", events: ["link.ended"], sealedKey: "x", createdAt: now() },
        }),
      );
      const id = await startRun(s, { act: "unlink", reason: "switching" }, 3);
      const [first, second, third] = s.links;
      if (!first || !second || !third) throw new Error("no links");
      // Meanwhile the seller has ended one, and the time of another is over.
      const change = (link: { id: string }, set: Partial<typeof sellerLinks.$inferInsert>) =>
        asFounder((tx) => tx.update(sellerLinks).set(set).where(eq(sellerLinks.id, link.id)));
      await change(first, { unlinkedAt: now(), unlinkedBy: s.seller.personId, reason: "security" });
      await change(second, { expiresAt: inSeconds(-5) });
      letItBeDue();
      expect(await runBulkItems({ id, organisationId: s.partner.organisationId })).toBe(3);
      expect((await readRun(id)).why).toEqual(["ended", "ended", null]);
      const [kept] = await asFounder((tx) =>
        tx.select().from(sellerLinks).where(eq(sellerLinks.id, first.id)),
      );
      expect(kept).toMatchObject({ reason: "security", unlinkedBy: s.seller.personId });
      expect(await openLinksOf(s.client.id)).toMatchObject([{ id: second.id }]);
      expect(await eventsOf("link.ended")).toMatchObject([
        {
          actorPersonId: s.partner.personId,
          organisationId: s.partner.organisationId,
          otherOrganisationId: s.seller.organisationId,
          sellerId: third.sellerId,
          data: { linkId: third.id, reason: "partner", because: "switching" },
        },
      ]);
      expect((await lettersOf("seller-unlinked")).map(({ recipient }) => recipient)).toEqual([
        s.seller.email,
      ]);
      const messages = await asFounder((tx) =>
        tx.execute<{ body: string }>(sql`select body from deliveries where link_id = ${third.id}`),
      );
      expect(messages.map(({ body }) => JSON.parse(body))).toMatchObject([
        { type: "link.ended", data: { sellerId: third.sellerId, reason: "partner" } },
      ]);
      expect(await listSkipped(s.seller.organisationId, id)).toEqual([]);
      expect(await listSkipped(s.partner.organisationId, id)).toMatchObject([
        { sellerId: first.sellerId, why: "ended" },
        { sellerId: second.sellerId, why: "ended" },
      ]);
    }),
  );

  it(
    "of thousands is told to one owner within the limit of letters; the rest is owed",
    rolledBack(async () => {
      const s = await bulkScene(12);
      const run = await runThrough(s, { act: "unlink", reason: "other", typedCount: "12" }, 12);
      expect(run.why).toEqual(Array(12).fill(null));
      expect(await lettersOf("seller-unlinked")).toHaveLength(5);
      const [owed] = await asFounder((tx) =>
        tx.execute<{ n: number }>(sql`select count(*)::int as n from owed_letters`),
      );
      expect(owed?.n).toBe(7);
    }),
  );
});

describe("remind", () => {
  /** Links in every state, in the order of their SellerIds. */
  async function remindScene() {
    const s = await bulkScene(0);
    const shop = { id: s.seller.organisationId };
    const link = async (set: Partial<typeof sellerLinks.$inferInsert>, owner: { id: string } | null = shop) =>
      makeLink(s.client, await makeSeller(owner), set);
    const lapsed = {
      unlinkedAt: inSeconds(-86_400),
      expiresAt: inSeconds(-86_400),
      reason: "lapsed" as const,
    };
    const links = {
      fine: await link({}),
      endsSoon: await link({ expiresAt: inSeconds(5 * 86_400) }),
      endsLater: await link({ expiresAt: inSeconds(50 * 86_400) }),
      lapsed: await link(lapsed),
      notClosedYet: await link({ expiresAt: inSeconds(-10) }),
      endedByThem: await link({ unlinkedAt: now(), reason: "switching" }),
      nobodys: await link(lapsed, null),
    };
    return { ...s, links: Object.values(links), named: links, link };
  }
  const remind = (s: BulkScene, message = "") =>
    countChosen(s.partner.organisationId, s.client.id, "remind", { links: [], query: "status=" }).then(
      ({ chosen }) => runThrough(s, { act: "remind", message, query: "status=" }, chosen),
    );

  it(
    "writes to owners whose link needs something of them, with the sender's words; the others learn nothing",
    rolledBack(async () => {
      const s = await remindScene();
      const choice = { links: [], query: "status=" };
      const { organisationId } = s.partner;
      expect(await countChosen(organisationId, s.client.id, "remind", choice)).toEqual({
        chosen: 7,
        needing: 4,
      });
      const words = "Please give us\\naccess again <b>soon</b>";
      const { why } = await remind(s, words);
      expect(why).toEqual(["needs_nothing", null, "needs_nothing", null, null, "ended", "nobody"]);
      const letters = await lettersOf("link-reminder");
      expect(letters.map(({ recipient }) => recipient)).toEqual(Array(3).fill(s.seller.email));
      const html = letters.map(({ sealedHtml }) => unseal(sealedHtml ?? "")).join();
      expect(html).toContain("&lt;b&gt;soon&lt;/b&gt;");
      expect(html).toContain(`/links/${s.named.endsSoon.id}`);
      expect(html).toContain(`/link-client?clientId=${s.client.clientId}`);
      expect(await eventsOf("link.reminded")).toHaveLength(3);
      expect(await eventsOf("link.reminded")).toMatchObject(
        Array(3).fill({ otherOrganisationId: s.seller.organisationId }),
      );
    }),
  );

  it(
    "comes once in seven days for each link, and not for a seller who is back",
    rolledBack(async () => {
      const s = await remindScene();
      await remind(s);
      const { sellerId } = s.named.lapsed;
      const account = { sellerId, ownerOrganisationId: s.seller.organisationId };
      await makeLink(s.client, account);
      const again = await remind(s);
      expect(again.why).toEqual([
        ...["needs_nothing", "reminded_lately", "needs_nothing"],
        // The open link of the pair is the one that is meant now.
        ...["needs_nothing", "reminded_lately", "ended", "nobody"],
      ]);
      await asFounder((tx) => tx.update(bulkItems).set({ doneAt: inSeconds(-8 * 86_400) }));
      await asFounder((tx) => tx.execute(sql`delete from limit_counters`));
      expect((await remind(s)).why.filter((why) => why === null)).toHaveLength(2);
      const links = { act: "remind", links: s.named.lapsed.id };
      expect((await runThrough(s, links, 1)).why).toEqual(["linked_again"]);
    }),
  );

  it(
    "keeps to the letters that an organisation may cause in a day, and an address get in an hour",
    rolledBack(async () => {
      const s = await bulkScene(0);
      const soon = { expiresAt: inSeconds(86_400) };
      for (let n = 0; n < 8; n++)
        s.links.push(await makeLink(s.client, await makeSeller({ id: s.seller.organisationId }), soon));
      await asWorker((tx) => takeLimitIn(tx, remindersPerDay, s.partner.organisationId, 493));
      const { why } = await remind(s);
      // Seven of the day are left, and one owner takes five of them in an hour.
      expect(why.filter((one) => one === null)).toHaveLength(5);
      expect(why.filter((one) => one === "letters_full")).toHaveLength(2);
      expect(why.filter((one) => one === "day_full")).toHaveLength(1);
      expect(await lettersOf("link-reminder")).toHaveLength(5);
      expect(await eventsOf("link.reminded")).toHaveLength(5);
    }),
  );

  it(
    "of a lapsed link says nothing while the client itself is suspended",
    rolledBack(async () => {
      const s = await remindScene();
      await asFounder((tx) =>
        tx.execute(sql`update clients set suspended_at = now() where id = ${s.client.id}`),
      );
      const { why } = await remind(s);
      expect(why.filter((one) => one === null)).toHaveLength(1);
      expect(await asFounder((tx) => tx.select().from(sellers))).toHaveLength(7);
    }),
  );
});
