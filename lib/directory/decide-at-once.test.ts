import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { listings, listingVersions } from "@/db/schema";
import { makeActor, ownDatabase } from "@/db/testing";
import { now } from "../clock";
import {
  beforeEntry,
  beforeVersion,
  decide,
  makeAggregator,
  makeEntry,
  makeSubmission,
  readDesk,
} from "./desk-scene.testing";
import { holdNames } from "./publish-version";

const makeOperator = () => makeActor({ kind: "operator" });

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("two operators make one decision, and the other is told by whom", async () => {
    const aggregator = await makeAggregator();
    const id = await makeSubmission(aggregator, "Quillwort Feeds");
    const operators = [await makeOperator(), await makeOperator()];
    const [one, two] = operators.map((operator) => beforeVersion(operator, id));
    if (!one || !two) throw new Error("two operators");
    const decided = await Promise.all([
      decide(one, { listingId: id }),
      decide(two, { listingId: id, decision: "reject" }),
    ]);
    const winner = decided.findIndex(({ ok }) => ok);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.find(({ ok }) => !ok)).toMatchObject({
      code: "stale",
      facts: { by: ` (${operators[winner]?.name})` },
    });
    const { entry, versions, letters } = await readDesk(aggregator.owner);
    expect(versions[0]?.decision).toBe(winner === 0 ? "approve" : "reject");
    expect([entry !== undefined, letters.length]).toEqual([winner === 0, 2]);
  });

  it("of two names that are taken for each other one becomes public", async () => {
    const [one, two] = [await makeAggregator(), await makeAggregator()];
    const ids = [await makeSubmission(one, "Ragwort Cargo"), await makeSubmission(two, "Ragwort-Carg0 SAS")];
    const operator = await makeOperator();
    const decided = await Promise.all(
      ids.map((id) => decide(beforeVersion(operator, id), { listingId: id })),
    );
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.find(({ ok }) => !ok)).toMatchObject({ fields: { decision: "name_taken" } });
    const listed = await asFounder((tx) =>
      tx.select().from(listings).where(sql`display_name like 'Ragwort%'`),
    );
    expect(listed).toHaveLength(1);
  });

  it("an operator approves a change while another ends the entry's suspension, and one of them is told", async () => {
    const aggregator = await makeAggregator();
    const suspension = { approvedAt: null, suspendedAt: now(), suspendReason: "x" };
    const entry = await makeEntry(aggregator, "Sorrelwane", suspension);
    const version = await makeSubmission(aggregator, "Sorrelwane");
    const [one, two] = [await makeOperator(), await makeOperator()];
    const decisions: ReturnType<typeof decide>[] = [];
    // Both wait for the names, so that whatever else they hold is held by both.
    await asFounder(async (tx) => {
      await holdNames(tx);
      decisions.push(decide(beforeEntry(one, entry), { listingId: entry }));
      await pause(300);
      const form = beforeVersion(two, version, { entry: ["suspended"] });
      decisions.push(decide(form, { listingId: version }));
      await pause(300);
    });
    const decided = await Promise.all(decisions);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    expect((await readDesk(aggregator.owner)).entry?.suspendedAt).toBeNull();
  });

  it("a submission that is taken back is decided or taken back, never both", async () => {
    const operator = await makeOperator();
    for (let n = 0; n < 6; n++) {
      const aggregator = await makeAggregator();
      const id = await makeSubmission(aggregator, `Bistort ${"abcdef"[n]}zq`);
      const takeBack = asFounder((tx) =>
        tx
          .update(listingVersions)
          .set({ submittedAt: null })
          .where(sql`id = ${id} and decided_at is null and submitted_at is not null`)
          .returning(),
      );
      const [decided, taken] = await Promise.all([
        decide(beforeVersion(operator, id), { listingId: id }),
        takeBack,
      ]);
      expect(decided.ok).toBe(taken.length === 0);
      expect((await readDesk(aggregator.owner)).entry !== undefined).toBe(decided.ok);
    }
  });
});
