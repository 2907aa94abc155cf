import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, keptSellers } from "@/db/schema";
import { makeActor, ownDatabase, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { readCsv } from "../csv";
import { makeSecret } from "../secrets";
import { editKeptSeller } from "./edit-kept-seller";
import { keepSellerInput } from "./invitation-input";
import { keepSeller } from "./keep-seller";
import { listKeptSellers, writeKeptSellers } from "./list-kept-sellers";
import { removeKeptSeller } from "./remove-kept-seller";

const customer = {
  sellerId: 200_001,
  clientId: "customer-client",
  reference: "=ref",
  notes: "calls on Mondays",
};
const keeping = (actor: Actor) => withFormKey(actor, { act: "keep seller" });
const about = (actor: Actor, act: "edit kept seller" | "remove kept seller", id: string) =>
  withFormKey(actor, { act, offered: { keptSellerId: [id] } });
const all = () => asFounder((tx) => tx.select().from(keptSellers));

async function keepOne(actor: Actor) {
  expect(await keepSeller(keeping(actor), customer)).toMatchObject({ ok: true });
  const [one] = await listKeptSellers(viewerOf(actor));
  if (!one) throw new Error("nothing kept");
  return one;
}

describe("kept sellers", () => {
  it(
    "are noted, changed and removed by the organisation's editors, each with an event",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "partner" });
      const one = await keepOne(partner);
      expect(one).toMatchObject(customer);
      const edit = { do: "edit" as const, keptSellerId: one.id, reference: "new", notes: "" };
      const form = about(partner, "edit kept seller", one.id);
      expect(await editKeptSeller(form, edit)).toMatchObject({ ok: true });
      expect(await editKeptSeller(form, edit)).toMatchObject({ code: "stale" });
      expect(await all()).toMatchObject([{ reference: "new", notes: "" }]);
      const remove = { do: "remove" as const, keptSellerId: one.id };
      const last = about(partner, "remove kept seller", one.id);
      expect(await removeKeptSeller(last, remove)).toMatchObject({ ok: true });
      expect(await removeKeptSeller(last, remove)).toMatchObject({ code: "stale" });
      const again = about(partner, "remove kept seller", one.id);
      expect(await removeKeptSeller(again, remove)).toMatchObject({ code: "not_found" });
      expect(await all()).toEqual([]);
      const types = (await asFounder((tx) => tx.select().from(events).orderBy(events.id))).map((e) => e.type);
      expect(types).toEqual(["kept_seller.added", "kept_seller.changed", "kept_seller.removed"]);
    }),
  );

  it(
    "stand once per SellerId and clientId, and one form notes one",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "aggregator" });
      const form = keeping(partner);
      expect(await keepSeller(form, customer)).toMatchObject({ ok: true });
      expect(await keepSeller(form, customer)).toMatchObject({ code: "stale" });
      expect(await keepSeller(keeping(partner), customer)).toMatchObject({
        code: "invalid",
        fields: { sellerId: "kept_already" },
      });
      expect(await all()).toHaveLength(1);
    }),
  );

  it(
    "are nobody else's: a foreign one is unknown, and viewers and sellers keep none",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "partner" });
      const one = await keepOne(partner);
      const rival = await makeActor({ kind: "partner" });
      const edit = { do: "edit" as const, keptSellerId: one.id, reference: "x", notes: "x" };
      const remove = { do: "remove" as const, keptSellerId: one.id };
      expect(await editKeptSeller(about(rival, "edit kept seller", one.id), edit)).toMatchObject({
        code: "not_found",
      });
      expect(await removeKeptSeller(about(rival, "remove kept seller", one.id), remove)).toMatchObject({
        code: "not_found",
      });
      expect(await listKeptSellers(viewerOf(rival))).toEqual([]);
      const { organisationId } = partner;
      for (const actor of [await makeActor({ role: "viewer", organisationId }), await makeActor()]) {
        expect(await keepSeller(keeping(actor), customer)).toMatchObject({ code: "not_allowed" });
        expect(await removeKeptSeller(about(actor, "remove kept seller", one.id), remove)).toMatchObject({
          code: "not_allowed",
        });
      }
      expect(await all()).toMatchObject([customer]);
    }),
  );

  it("refuse whatever looks like a secret, in any field", () => {
    const typed = { ...customer, sellerId: "200001" };
    expect(keepSellerInput.safeParse(typed).success).toBe(true);
    for (const name of ["clientId", "reference", "notes"]) {
      for (const secret of [makeSecret("demo"), `see ${makeSecret("production").toUpperCase()}`]) {
        const parsed = keepSellerInput.safeParse({ ...typed, [name]: secret });
        const complaint = parsed.error?.issues.find(({ path }) => path[0] === name)?.message;
        expect(complaint).toBe("has_secret");
      }
    }
  });

  it(
    "leave as a file that no spreadsheet runs",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "partner" });
      await keepOne(partner);
      const csv = await writeKeptSellers(viewerOf(partner));
      expect(csv).toContain(",'=ref,");
      expect(readCsv(csv).rows[1]?.cells).toEqual(["200001", "customer-client", "=ref", "calls on Mondays"]);
    }),
  );

  it("at the same moment, the same customer is noted once", async () => {
    await ownDatabase();
    const partner = await makeActor({ kind: "partner" });
    const both = await Promise.all([1, 2, 3].map(() => keepSeller(keeping(partner), customer)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });
});
