import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, members, savedViews, sellerLinks, sellerNotes, sellerTags } from "@/db/schema";
import { makeActor, makeLink, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { now } from "../clock";
import { newId } from "../id";
import type { Result } from "../result";
import { noteSellerInput, saveViewInput, tagSellerInput } from "./bulk-input";
import { type BulkScene, bulkScene, tagsOf } from "./bulk-scene.testing";
import { listLinkedSellers } from "./list-linked-sellers";
import { listViews } from "./list-views";
import { noteSeller } from "./note-seller";
import { removeView } from "./remove-view";
import { saveView } from "./save-view";
import { tagSeller } from "./tag-seller";
import { findSellerWords, listSellerWords, listTags } from "./tags";
import { untagSeller } from "./untag-seller";

const linkOf = (s: BulkScene, n = 0) => s.links[n]?.id ?? "";
const form = (actor: Actor, act: Right, s: BulkScene, linkId = linkOf(s)) =>
  withFormKey(actor, { act, offered: { linkId: [linkId], client: [s.client.id] } });
const tagging = (actor: Actor, s: BulkScene, tag: string, linkId = linkOf(s)) =>
  tagSeller(form(actor, "tag seller", s, linkId), { do: "tag", linkId, tag });
const typesOf = async () =>
  (await asFounder((tx) => tx.select().from(events).orderBy(events.id))).map(({ type }) => type);

type Act = { right: Right; run: (actor: Actor, s: BulkScene) => Promise<Result<unknown>>; event: string };
const viewId = newId();
/** Each act once the scene's first seller has the tag `VIP` and the client the view `mine`. */
const acts: Act[] = [
  {
    right: "tag seller",
    run: (actor, s) => tagSeller(actor, { do: "tag", linkId: linkOf(s), tag: "new" }),
    event: "tag.added",
  },
  {
    right: "untag seller",
    run: (actor, s) => untagSeller(actor, { do: "untag", linkId: linkOf(s), tag: "vip" }),
    event: "tag.removed",
  },
  {
    right: "note seller",
    run: (actor, s) => noteSeller(actor, { do: "note", linkId: linkOf(s), note: "calls on Mondays" }),
    event: "note.saved",
  },
  {
    right: "save view",
    run: (actor) => saveView(actor, { do: "save", name: "ending", query: "ends=soon" }),
    event: "view.saved",
  },
  {
    right: "remove view",
    run: (actor) => removeView(actor, { do: "remove", viewId }),
    event: "view.removed",
  },
];

async function scene() {
  const s = await bulkScene();
  const { id: clientRowId, organisationId } = s.client;
  const at = new Date();
  await asFounder(async (tx) => {
    const about = { clientRowId, organisationId, createdAt: at };
    const sellerId = s.links[0]?.sellerId ?? 0;
    await tx.insert(sellerTags).values({ ...about, sellerId, tag: "VIP", fold: "vip" });
    await tx.insert(savedViews).values({ ...about, id: viewId, name: "mine", query: "status=open" });
  });
  return s;
}
const all = async () =>
  JSON.stringify([
    await asFounder((tx) => tx.select().from(sellerTags)),
    await asFounder((tx) => tx.select().from(sellerNotes)),
    await asFounder((tx) => tx.select().from(savedViews)),
  ]);

describe.each(acts)("$right", ({ right, run, event }) => {
  it(
    "is done by an editor, once, with an event of one's own side that holds no secret",
    rolledBack(async () => {
      const s = await scene();
      const { organisationId } = s.partner;
      const actor = await makeActor({ organisationId, role: "editor" });
      const before = await all();
      const once = form(actor, right, s);
      expect(await run(once, s)).toMatchObject({ ok: true });
      const after = await all();
      expect(after).not.toBe(before);
      expect(await run(once, s)).toMatchObject({ ok: false, code: "stale" });
      expect(await all()).toBe(after);
      const written = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(written).toMatchObject([{ type: event, organisationId, otherOrganisationId: null }]);
      expect(JSON.stringify(written)).not.toMatch(new RegExp(`${s.secret}|Mondays`));
    }),
  );

  it(
    "is refused to viewers, sellers, strangers and whoever was removed, and changes nothing",
    rolledBack(async () => {
      const s = await scene();
      const { organisationId } = s.partner;
      const before = await all();
      const viewer = await makeActor({ organisationId, role: "viewer" });
      expect(await run(form(viewer, right, s), s)).toMatchObject({ code: "not_allowed" });
      expect(await run(form(s.seller, right, s), s)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor({ kind: "partner" });
      expect(await run(form(stranger, right, s), s)).toMatchObject({ code: "not_found" });
      expect(await run(withFormKey(s.partner, { act: right }), s)).toMatchObject({ code: "not_found" });
      expect(await run(form(s.partner, "unlink seller", s), s)).toMatchObject({ code: "stale" });
      const removed = await makeActor({ organisationId, role: "editor" });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
      expect(await run(form(removed, right, s), s)).toMatchObject({ code: "not_allowed" });
      expect(await all()).toBe(before);
      expect(await typesOf()).toEqual([]);
    }),
  );
});

describe("tags and notes", () => {
  it(
    "are one however they are written, keep their first spelling, and stay when the seller links again",
    rolledBack(async () => {
      const s = await bulkScene();
      const [first, second] = s.links;
      if (!first || !second) throw new Error("no links");
      expect(await tagging(s.partner, s, "Épicerie")).toMatchObject({ ok: true });
      expect(await tagging(s.partner, s, "ÉPICERIE")).toMatchObject({ ok: true });
      expect(await tagging(s.partner, s, "ｅ\u0301picerie", second.id)).toMatchObject({ ok: true });
      expect(await tagsOf(s.client.id)).toEqual([
        `${first.sellerId} Épicerie`,
        `${second.sellerId} Épicerie`,
      ]);
      expect(await listTags(s.partner.organisationId, s.client.id)).toEqual(["Épicerie"]);
      await noteSeller(form(s.partner, "note seller", s), { do: "note", linkId: first.id, note: "hello" });

      await asFounder((tx) =>
        tx
          .update(sellerLinks)
          .set({ unlinkedAt: now(), reason: "other" })
          .where(eq(sellerLinks.id, first.id)),
      );
      const again = await makeLink(s.client, {
        sellerId: first.sellerId,
        ownerOrganisationId: s.seller.organisationId,
      });
      const { items } = await listLinkedSellers(s.partner.organisationId, s.client.id, {
        tag: "éPICERIE",
        sort: "sellerId",
        status: "open",
      });
      expect(items.map(({ linkId }) => linkId)).toEqual([again.id, second.id]);
      const ids = s.links.map(({ sellerId }) => sellerId);
      expect(await listSellerWords(s.partner.organisationId, s.client.id, ids)).toEqual(
        new Map([
          [first.sellerId, { tags: ["Épicerie"], note: "hello" }],
          [second.sellerId, { tags: ["Épicerie"], note: "" }],
        ]),
      );
      expect(await findSellerWords(s.partner.organisationId, first)).toEqual({
        tags: ["Épicerie"],
        note: "hello",
      });
    }),
  );

  it(
    "are seen by nobody else, not even by the seller",
    rolledBack(async () => {
      const s = await bulkScene();
      await tagging(s.partner, s, "slow payer");
      const about = { clientRowId: s.client.id, sellerId: s.links[0]?.sellerId ?? 0 };
      for (const { organisationId } of [s.seller, await makeActor({ kind: "aggregator" })]) {
        expect(await findSellerWords(organisationId, about)).toEqual({ tags: [], note: "" });
        expect(await listTags(organisationId, s.client.id)).toEqual([]);
      }
      const told = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(told.map(({ otherOrganisationId }) => otherOrganisationId)).toEqual([null]);
    }),
  );

  it(
    "of one seller are twenty, and of one client two hundred",
    rolledBack(async () => {
      const s = await bulkScene();
      for (let n = 1; n <= 20; n++) expect(await tagging(s.partner, s, `t${n}`)).toMatchObject({ ok: true });
      expect(await tagging(s.partner, s, "t21")).toMatchObject({ facts: { limit: "seller_tags" } });
      expect(await tagging(s.partner, s, "T7")).toMatchObject({ ok: true });
      expect(await tagsOf(s.client.id)).toHaveLength(20);
      const { id: clientRowId, organisationId } = s.client;
      const sellerId = s.links[1]?.sellerId ?? 0;
      const rows = Array.from({ length: 180 }, (_, n) => ({ tag: `u${n}`, fold: `u${n}`, createdAt: now() }));
      await asFounder((tx) =>
        tx.insert(sellerTags).values(rows.map((row) => ({ clientRowId, organisationId, sellerId, ...row }))),
      );
      const other = s.links[2]?.id ?? "";
      expect(await tagging(s.partner, s, "one more", other)).toMatchObject({
        facts: { limit: "client_tags" },
      });
      expect(await tagging(s.partner, s, "U7", other)).toMatchObject({ ok: true });
    }),
  );

  it("refuse what hides or holds a secret", () => {
    const parse = (tag: string) => tagSellerInput.safeParse({ do: "tag", linkId: newId(), tag });
    expect(parse("  two   words ").data?.tag).toBe("two words");
    const secret = "mps_test_0000";
    for (const bad of ["", "   ", "\u200b", "a\u202eb", "x".repeat(31), secret])
      expect(parse(bad).success, bad).toBe(false);
    const note = (text: string) => noteSellerInput.safeParse({ do: "note", linkId: newId(), note: text });
    expect(note("two\r\nlines").data?.note).toBe("two\nlines");
    for (const bad of ["x".repeat(1001), "a\0b", secret]) expect(note(bad).success, bad).toBe(false);
  });
});

describe("saved views", () => {
  it(
    "hold only what the list knows, in one order, and one search per name",
    rolledBack(async () => {
      const s = await bulkScene();
      const save = (query: string) =>
        saveView(form(s.partner, "save view", s), saveViewInput.parse({ do: "save", name: "mine", query }));
      expect(await save("sort=sellerId&evil=%3Cscript%3E&tag=VIP&after=x&status=")).toMatchObject({
        ok: true,
      });
      const list = () => listViews(s.partner.organisationId, s.client.id);
      expect(await list()).toMatchObject([{ name: "mine", query: "status=&tag=VIP&sort=sellerId" }]);
      expect(await save("health=failing")).toMatchObject({ ok: true });
      expect(await list()).toMatchObject([{ name: "mine", query: "status=open&health=failing" }]);
      expect(await listViews(s.seller.organisationId, s.client.id)).toEqual([]);
    }),
  );

  it(
    "are thirty of a client",
    rolledBack(async () => {
      const s = await bulkScene(1);
      const save = (name: string) =>
        saveView(form(s.partner, "save view", s), { do: "save", name, query: "" });
      for (let n = 1; n <= 30; n++) expect(await save(`v${n}`)).toMatchObject({ ok: true });
      expect(await save("v31")).toMatchObject({ facts: { limit: "saved_views" } });
      expect(await save("v30")).toMatchObject({ ok: true });
      expect(await listViews(s.partner.organisationId, s.client.id)).toHaveLength(30);
    }),
  );
});

describe("races", () => {
  it("over one seller and one client leave no more than there may be", async () => {
    await ownDatabase();
    const s = await bulkScene();
    const tags = Array.from({ length: 24 }, (_, n) => `race ${n % 22}`);
    const results = await Promise.all(tags.map((tag) => tagging(s.partner, s, tag)));
    expect(await tagsOf(s.client.id)).toHaveLength(20);
    expect(results.filter(({ ok }) => !ok).every((one) => !one.ok && one.code === "limit")).toBe(true);
    const key = form(s.partner, "tag seller", s, linkOf(s, 1));
    const twice = await Promise.all(
      [1, 2].map(() => tagSeller(key, { do: "tag", linkId: linkOf(s, 1), tag: "once" })),
    );
    expect(twice.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["ok", "stale"]);
    const views = await Promise.all(
      Array.from({ length: 34 }, (_, n) =>
        saveView(form(s.partner, "save view", s), { do: "save", name: `v${n}`, query: "" }),
      ),
    );
    expect(views.filter(({ ok }) => ok)).toHaveLength(30);
  });
});
