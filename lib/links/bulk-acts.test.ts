import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { bulkItems, bulkRuns, events, members, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeLink, rolledBack, viewerOf } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { moveClock, now } from "../clock";
import { newId } from "../id";
import {
  type BulkScene,
  bulkInput,
  bulkScene,
  letItBeDue,
  readRun,
  runForm,
  startForm,
  startRun,
  tagsOf,
} from "./bulk-scene.testing";
import { countChosen } from "./choose-links";
import { findBulkRun, listBulkRuns } from "./list-bulk-runs";
import { runBulkItems } from "./run-bulk-items";
import { startBulkRun } from "./start-bulk-run";
import { stopBulkRun } from "./stop-bulk-run";
import { undoBulkRun } from "./undo-bulk-run";

afterEach(() => moveClock(0));

const tagAll = { act: "tag", tag: "VIP" };
const starting = (actor: Actor, s: BulkScene, values: Record<string, string>, count?: number) =>
  startBulkRun(startForm(actor, { client: s.client, count }), bulkInput(values));
const runsOf = () => asFounder((tx) => tx.select().from(bulkRuns));
const eventsOf = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));
const work = (s: BulkScene, id: string) => runBulkItems({ id, organisationId: s.partner.organisationId });
const viewOf = (s: BulkScene, id: string) => findBulkRun(viewerOf(s.partner), s.client.id, id);

describe("startBulkRun", () => {
  it(
    "writes down whoever is meant now, once, and begins nothing yet",
    rolledBack(async () => {
      const s = await bulkScene();
      const editor = await makeActor({ organisationId: s.partner.organisationId, role: "editor" });
      const form = startForm(editor, { client: s.client });
      const result = await startBulkRun(form, bulkInput(tagAll));
      const [run] = await runsOf();
      expect(result).toMatchObject({
        ok: true,
        view: { goTo: `/clients/${s.client.id}/bulk/${run?.id}` },
      });
      expect(run).toMatchObject({ act: "tag", choice: "VIP", total: 3, query: "status=open" });
      expect(run?.createdBy).toBe(editor.personId);
      expect(await startBulkRun(form, bulkInput(tagAll))).toMatchObject({
        code: "stale",
        facts: { subjectId: run?.id },
      });
      expect(await runsOf()).toHaveLength(1);
      const { items } = await readRun(run?.id ?? "");
      expect(items.map(({ linkId }) => linkId)).toEqual(s.links.map(({ id }) => id));
      expect(await work(s, run?.id ?? "")).toBe(0);
      expect(await tagsOf(s.client.id)).toEqual([]);
      const written = await eventsOf();
      expect(written).toMatchObject([{ type: "bulk.started", data: { act: "tag", total: 3 } }]);
      expect(JSON.stringify(written)).not.toContain(s.secret);
    }),
  );

  it(
    "is refused to the wrong actor, and for nobody",
    rolledBack(async () => {
      const s = await bulkScene();
      const { organisationId } = s.partner;
      const viewer = await makeActor({ organisationId, role: "viewer" });
      expect(await starting(viewer, s, tagAll)).toMatchObject({ code: "not_allowed" });
      expect(await starting(s.seller, s, tagAll)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor({ kind: "aggregator" });
      expect(await starting(stranger, s, tagAll)).toMatchObject({ code: "not_found" });
      expect(
        await startBulkRun(runForm(s.partner, "undo bulk run", newId()), bulkInput(tagAll)),
      ).toMatchObject({ code: "stale" });
      expect(await starting(s.partner, s, { ...tagAll, query: "q=nobody" })).toMatchObject({
        code: "not_found",
      });
      expect(await runsOf()).toEqual([]);
    }),
  );

  it(
    "takes the ticked links of this very client, and of a search what it finds, each seller once",
    rolledBack(async () => {
      const s = await bulkScene();
      const [first, second] = s.links;
      const other = await makeClient({ id: s.partner.organisationId });
      const foreign = await makeLink(other, {
        sellerId: first?.sellerId ?? 0,
        ownerOrganisationId: s.seller.organisationId,
      });
      const links = [first?.id, foreign.id, newId()].join(",");
      const ticked = await readRun(await startRun(s, { ...tagAll, links }));
      expect(ticked.items.map(({ linkId }) => linkId)).toEqual([first?.id]);
      expect(ticked.run.query).toBe("");
      // An older, ended link of the same seller is the same seller.
      await makeLink(
        s.client,
        { sellerId: second?.sellerId ?? 0, ownerOrganisationId: s.seller.organisationId },
        { unlinkedAt: now(), reason: "other" },
      );
      const everybody = await readRun(await startRun(s, { ...tagAll, query: "status=" }));
      expect(everybody.items.map(({ linkId }) => linkId)).toEqual(s.links.map(({ id }) => id));
      const one = { links: [], query: `status=&q=${second?.sellerId}` };
      const { organisationId } = s.partner;
      expect(await countChosen(organisationId, s.client.id, "tag", one)).toMatchObject({ chosen: 1 });
      expect(await countChosen(s.seller.organisationId, s.client.id, "tag", one)).toMatchObject({
        chosen: 0,
      });
    }),
  );

  it(
    "ends accesses only where the number of the page still holds, and above ten was typed",
    rolledBack(async () => {
      const s = await bulkScene(11);
      const end = { act: "unlink", reason: "not_used" };
      expect(await starting(s.partner, s, end, 10)).toMatchObject({
        code: "stale",
        facts: { href: "/clients/x/bulk" },
      });
      expect(await starting(s.partner, s, end, 11)).toMatchObject({ fields: { typedCount: "required" } });
      expect(await starting(s.partner, s, { ...end, typedCount: "10" }, 11)).toMatchObject({
        fields: { typedCount: "bad_number" },
      });
      expect(await starting(s.partner, s, { ...end, typedCount: " 11 " }, 11)).toMatchObject({ ok: true });
      expect(await runsOf()).toMatchObject([{ total: 11, data: { because: "not_used" } }]);
    }),
  );

  it(
    "waits its turn: three at a time, twenty an hour",
    rolledBack(async () => {
      const s = await bulkScene(1);
      for (let n = 0; n < 3; n++) await startRun(s, tagAll);
      expect(await starting(s.partner, s, tagAll)).toMatchObject({ facts: { limit: "bulk_running" } });
      const finish = () => asFounder((tx) => tx.update(bulkRuns).set({ finishedAt: now() }));
      for (let n = 3; n < 20; n++) {
        await finish();
        await startRun(s, tagAll);
      }
      await finish();
      expect(await starting(s.partner, s, tagAll)).toMatchObject({ facts: { limit: "bulk_an_hour" } });
    }),
  );
});

describe.each(["stop bulk run", "undo bulk run"] as const)("%s", (right) => {
  const run = (actor: Actor, bulkId: string) =>
    right === "stop bulk run"
      ? stopBulkRun(runForm(actor, right, bulkId), { do: "stop", bulkId })
      : undoBulkRun(runForm(actor, right, bulkId), { do: "undo", bulkId });

  it(
    "ends a run that has not begun, once, and then it never does",
    rolledBack(async () => {
      const s = await bulkScene();
      const id = await startRun(s, tagAll);
      const editor = await makeActor({ organisationId: s.partner.organisationId, role: "editor" });
      expect(await run(editor, id)).toMatchObject({ ok: true });
      expect(await run(editor, id)).toMatchObject({ code: "stale" });
      letItBeDue();
      expect(await work(s, id)).toBe(0);
      expect((await readRun(id)).run).toMatchObject({ stoppedBy: editor.personId, finishedAt: null });
      expect(await tagsOf(s.client.id)).toEqual([]);
      expect((await eventsOf()).slice(1)).toMatchObject([
        { type: "bulk.stopped", actorPersonId: editor.personId, data: { left: 3 } },
      ]);
      expect(await viewOf(s, id)).toMatchObject({ state: "stopped", mayStop: false, mayUndo: false });
    }),
  );

  it(
    "is refused to the wrong actor",
    rolledBack(async () => {
      const s = await bulkScene();
      const id = await startRun(s, tagAll);
      const viewer = await makeActor({ organisationId: s.partner.organisationId, role: "viewer" });
      expect(await run(viewer, id)).toMatchObject({ code: "not_allowed" });
      expect(await run(s.seller, id)).toMatchObject({ code: "not_allowed" });
      expect(await run(await makeActor({ kind: "partner" }), id)).toMatchObject({ code: "not_found" });
      expect(await run(s.partner, newId())).toMatchObject({ code: "not_found" });
      const unoffered = { ...runForm(s.partner, right, newId()) };
      const result =
        right === "stop bulk run"
          ? await stopBulkRun(unoffered, { do: "stop", bulkId: id })
          : await undoBulkRun(unoffered, { do: "undo", bulkId: id });
      expect(result).toMatchObject({ code: "not_found" });
      expect((await readRun(id)).run.stoppedAt).toBeNull();
    }),
  );
});

describe("in the middle and afterwards", () => {
  it(
    "what began is stopped, not called off; what is done stays, and can be taken back where there is a way",
    rolledBack(async () => {
      const s = await bulkScene(3);
      const stop = (bulkId: string) =>
        stopBulkRun(runForm(s.partner, "stop bulk run", bulkId), { do: "stop", bulkId });
      const undo = (bulkId: string) =>
        undoBulkRun(runForm(s.partner, "undo bulk run", bulkId), { do: "undo", bulkId });
      const id = await startRun(s, tagAll);
      letItBeDue();
      // One of three is done.
      const [, ...later] = (await readRun(id)).items;
      await asFounder(async (tx) => {
        for (const { linkId } of later) await tx.delete(bulkItems).where(eq(bulkItems.linkId, linkId));
      });
      expect(await work(s, id)).toBe(1);
      await asFounder((tx) => tx.insert(bulkItems).values(later));
      expect(await viewOf(s, id)).toMatchObject({
        state: "running",
        changed: 1,
        mayStop: true,
        mayUndo: false,
      });
      expect(await undo(id)).toMatchObject({ code: "stale" });
      expect(await stop(id)).toMatchObject({ ok: true });
      expect(await work(s, id)).toBe(0);
      expect(await tagsOf(s.client.id)).toEqual([`${s.links[0]?.sellerId} VIP`]);
      expect(await viewOf(s, id)).toMatchObject({ state: "stopped", changed: 1, mayUndo: true });

      const back = await undo(id);
      const [reverse] = (await listBulkRuns(s.partner.organisationId, s.client.id)).filter((r) => r.undoes);
      expect(back).toMatchObject({
        ok: true,
        view: { goTo: expect.stringContaining(reverse?.id ?? "none") },
      });
      expect(reverse).toMatchObject({ act: "untag", choice: "VIP", total: 1, undoes: id });
      expect(await work(s, reverse?.id ?? "")).toBe(1);
      expect(await tagsOf(s.client.id)).toEqual([]);
      expect(await undo(id)).toMatchObject({ code: "stale" });
      expect(await viewOf(s, id)).toMatchObject({ undoneBy: reverse?.id, mayUndo: false });
    }),
  );

  it(
    "an end of access is final, and so is a reminder",
    rolledBack(async () => {
      const s = await bulkScene(2);
      const id = await startRun(s, { act: "unlink", reason: "other" }, 2);
      letItBeDue();
      expect(await work(s, id)).toBe(2);
      await asFounder((tx) => tx.update(bulkRuns).set({ finishedAt: now() }));
      const undone = await undoBulkRun(runForm(s.partner, "undo bulk run", id), { do: "undo", bulkId: id });
      expect(undone).toMatchObject({ code: "stale" });
      expect(await viewOf(s, id)).toMatchObject({ state: "finished", mayUndo: false });
      const links = await asFounder((tx) => tx.select().from(sellerLinks));
      expect(links.every(({ reason, unlinkedAt }) => reason === "partner" && unlinkedAt)).toBe(true);
    }),
  );

  it(
    "whoever may no longer do it stops it, and so does the end of the client",
    rolledBack(async () => {
      const s = await bulkScene();
      const editor = await makeActor({ organisationId: s.partner.organisationId, role: "editor" });
      const start = async () => {
        const result = await starting(editor, s, tagAll);
        return result.ok ? (result.view.goTo.split("/").at(-1) ?? "") : "";
      };
      const mine = eq(members.personId, editor.personId);
      for (const change of [
        () => asFounder((tx) => tx.update(members).set({ role: "viewer" }).where(mine)),
        () => asFounder((tx) => tx.delete(members).where(mine)),
      ]) {
        const id = await start();
        await change();
        letItBeDue();
        expect(await work(s, id)).toBe(0);
        expect(await viewOf(s, id)).toMatchObject({ state: "stopped", stoppedBy: null, changed: 0 });
        expect((await eventsOf()).at(-1)).toMatchObject({ type: "bulk.stopped", actorName: "clock" });
        moveClock(0);
        await asFounder((tx) => tx.update(members).set({ role: "editor" }).where(mine));
      }
      expect(await tagsOf(s.client.id)).toEqual([]);
    }),
  );
});
