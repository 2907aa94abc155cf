import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { bulkRuns, events, sellerLinks } from "@/db/schema";
import { ownDatabase, withFormKey } from "@/db/testing";
import { moveClock } from "@/lib/clock";
import {
  type BulkScene,
  bulkInput,
  bulkScene,
  letItBeDue,
  openLinksOf,
  readRun,
  runForm,
  startForm,
  startRun,
  tagsOf,
} from "@/lib/links/bulk-scene.testing";
import { startBulkRun } from "@/lib/links/start-bulk-run";
import { stopBulkRun } from "@/lib/links/stop-bulk-run";
import { undoBulkRun } from "@/lib/links/undo-bulk-run";
import { unlinkClient } from "@/lib/links/unlink-client";
import { closeLapsedLinks } from "./close-lapsed-links";
import { runBulk } from "./run-bulk";

beforeEach(async () => {
  await ownDatabase();
});
afterEach(() => moveClock(0));

const countOf = async (type: string) =>
  (await asFounder((tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id))).length;
const stop = (s: BulkScene, bulkId: string) =>
  stopBulkRun(runForm(s.partner, "stop bulk run", bulkId), { do: "stop", bulkId });
const undo = (s: BulkScene, bulkId: string) =>
  undoBulkRun(runForm(s.partner, "undo bulk run", bulkId), { do: "undo", bulkId });

/** So many more linked sellers of nobody, in two statements. */
async function fill(s: BulkScene, many: number) {
  await asFounder(async (tx) => {
    await tx.execute(sql`insert into sellers (seller_id, shop_name, contact_email)
      select n, 'Shop ' || n, 'x@shops.test' from generate_series(700001::int, ${700_000 + many}::int) n`);
    await tx.execute(sql`insert into seller_links (id, client_row_id, seller_id, client_organisation_id, via, created_at)
      select gen_random_uuid(), ${s.client.id}, n, ${s.client.organisationId}, 'typed', now() from generate_series(700001::int, ${700_000 + many}::int) n`);
  });
}

describe("runBulk", () => {
  it("leaves what still waits, then goes through all of it, and ends it once", async () => {
    const s = await bulkScene(2);
    await fill(s, 248);
    const id = await startRun(s, { act: "tag", tag: "VIP" });
    expect(await runBulk()).toBe(0);
    letItBeDue();
    expect(await runBulk()).toBe(250);
    expect(await runBulk()).toBe(0);
    expect((await readRun(id)).run.finishedAt).not.toBeNull();
    expect(await tagsOf(s.client.id)).toHaveLength(250);
    expect(await countOf("bulk.finished")).toBe(1);
  });

  it("does each seller exactly once, however many workers come at once", async () => {
    const s = await bulkScene(5);
    await fill(s, 345);
    const ids = [
      await startRun(s, { act: "unlink", reason: "other", typedCount: "350" }, 350),
      await startRun(s, { act: "tag", tag: "gone" }),
    ];
    letItBeDue();
    const done = await Promise.all([runBulk(), runBulk(), runBulk(), closeLapsedLinks()]);
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(700);
    while ((await asFounder((tx) => tx.select().from(bulkRuns))).some(({ finishedAt }) => !finishedAt))
      await runBulk();
    for (const id of ids) expect((await readRun(id)).why).toEqual(Array(350).fill(null));
    expect(await openLinksOf(s.client.id)).toEqual([]);
    expect(await countOf("link.ended")).toBe(350);
    expect(await countOf("bulk.finished")).toBe(2);
  });

  it("goes on with the others when one cannot, and says so", async () => {
    const s = await bulkScene(1);
    const bad = await startRun(s, { act: "tag", tag: "one" });
    const good = await startRun(s, { act: "tag", tag: "two" });
    await asFounder((tx) =>
      tx.execute(sql`update bulk_runs set act = 'dance', data = '{}' where id = ${bad}`),
    );
    letItBeDue();
    await expect(runBulk()).rejects.toThrow();
    expect((await readRun(good)).run.finishedAt).not.toBeNull();
    expect((await readRun(bad)).why).toEqual([null]);
    expect((await readRun(bad)).run.finishedAt).toBeNull();
  });
});

describe("at the same time", () => {
  it("two tabs with one form start one run", async () => {
    const s = await bulkScene();
    const form = startForm(s.partner, { client: s.client });
    const input = bulkInput({ act: "tag", tag: "VIP" });
    const results = await Promise.all([1, 2, 3].map(() => startBulkRun(form, input)));
    expect(results.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["ok", "stale", "stale"]);
    expect(await asFounder((tx) => tx.select().from(bulkRuns))).toHaveLength(1);
  });

  it("four forms start the three that may run", async () => {
    const s = await bulkScene();
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        startBulkRun(startForm(s.partner, { client: s.client }), bulkInput({ act: "tag", tag: `t${n}` })),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it("calling off and beginning have one winner: all or nothing", async () => {
    for (let round = 0; round < 6; round++) {
      const s = await bulkScene(4);
      const id = await startRun(s, { act: "unlink", reason: "mistake" }, 4);
      letItBeDue();
      const form = runForm(s.partner, "undo bulk run", id);
      const [undone] = await Promise.all([undoBulkRun(form, { do: "undo", bulkId: id }), runBulk()]);
      await runBulk();
      moveClock(0);
      expect(await openLinksOf(s.client.id)).toHaveLength(undone.ok ? 4 : 0);
      if (!undone.ok) expect(undone.code).toBe("stale");
      const { run } = await readRun(id);
      expect([run.stoppedAt !== null, run.finishedAt !== null]).toEqual([undone.ok, !undone.ok]);
    }
  });

  it("a stop keeps what is done and leaves the rest, to the last seller", async () => {
    const s = await bulkScene(1);
    await fill(s, 599);
    const id = await startRun(s, { act: "unlink", reason: "other", typedCount: "600" }, 600);
    letItBeDue();
    const [stopped, done] = await Promise.all([stop(s, id), runBulk()]);
    await runBulk();
    expect(stopped).toMatchObject({ ok: true });
    const { items } = await readRun(id);
    expect(items.filter(({ doneAt }) => doneAt)).toHaveLength(done);
    expect(done % 100).toBe(0);
    expect(await openLinksOf(s.client.id)).toHaveLength(600 - done);
    expect(await countOf("bulk.finished")).toBe(0);
    const [event] = await asFounder((tx) =>
      tx.select().from(events).where(eq(events.type, "bulk.stopped")).orderBy(events.id),
    );
    expect(event?.data).toMatchObject({ total: 600, left: 600 - done });
  });

  it("two undos make one run the other way", async () => {
    const s = await bulkScene(4);
    const id = await startRun(s, { act: "tag", tag: "VIP" });
    letItBeDue();
    await runBulk();
    const results = await Promise.all([undo(s, id), undo(s, id)]);
    expect(results.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["ok", "stale"]);
    await runBulk();
    expect(await tagsOf(s.client.id)).toEqual([]);
  });

  it("the seller and the run end one link once", async () => {
    for (let round = 0; round < 4; round++) {
      const s = await bulkScene(1);
      const linkId = s.links[0]?.id ?? "";
      const id = await startRun(s, { act: "unlink", reason: "other" }, 1);
      letItBeDue();
      const theirs = withFormKey(s.seller, { act: "unlink client", offered: { linkId: [linkId] } });
      const before = await countOf("link.ended");
      const [ended] = await Promise.all([
        unlinkClient(theirs, { linkId, reason: "security", when: "now" }),
        runBulk(),
      ]);
      await runBulk();
      moveClock(0);
      expect(await countOf("link.ended")).toBe(before + 1);
      const [link] = await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, linkId)));
      expect(link?.reason).toBe(ended.ok ? "security" : "partner");
      expect((await readRun(id)).why).toEqual([ended.ok ? "ended" : null]);
    }
  });

  it("five thousand are done in reasonable time", { timeout: 120_000 }, async () => {
    const s = await bulkScene(1);
    await fill(s, 4999);
    await startRun(s, { act: "unlink", reason: "other", typedCount: "5000" }, 5000);
    letItBeDue();
    const from = performance.now();
    expect(await runBulk()).toBe(5000);
    const tookMs = performance.now() - from;
    expect(await openLinksOf(s.client.id)).toEqual([]);
    // Two seconds on an idle machine.
    expect(tookMs).toBeLessThan(60_000);
  });
});
