import { describe, expect, it } from "vitest";
import { makeActor, makeLink, makeOrganisation, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds } from "../clock";
import { newId } from "../id";
import {
  beforeEntry,
  beforeVersion,
  decide,
  makeAggregator,
  makeEntry,
  makeSubmission,
} from "./desk-scene.testing";
import { findSubmission } from "./find-submission";
import { listEntries } from "./list-entries";
import { listSubmissions } from "./list-submissions";

const makeOperator = () => makeActor({ kind: "operator" });

describe("the queue", () => {
  it(
    "has what waits, oldest first, and says whether it is the first of its company",
    rolledBack(async () => {
      const [first, again, change] = [await makeAggregator(), await makeAggregator(), await makeAggregator()];
      await makeEntry(change, "Ragwort Feeds", { suspendedAt: inSeconds(-5), approvedAt: null });
      const refused = await makeSubmission(again, "Bistort One");
      await decide(beforeVersion(await makeOperator(), refused), { listingId: refused, decision: "reject" });
      const at = (seconds: number) => ({ submittedAt: inSeconds(seconds) });
      const ids = [
        await makeSubmission(change, "Ragwort Post", at(-30)),
        await makeSubmission(again, "Bistort Two", at(-20)),
        await makeSubmission(first, "Quillwort", at(-10)),
      ];
      await makeSubmission(await makeAggregator(), "A draft", { submittedAt: null });
      const rows = await listSubmissions();
      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(rows.map(({ kind, suspended }) => [kind, suspended])).toEqual([
        ["change", true],
        ["again", false],
        ["first", false],
      ]);
    }),
  );
});

describe("one submission", () => {
  it(
    "is shown beside what was decided last and what is public, with its company in numbers",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const { client, owner } = aggregator;
      await makeLink(client, await makeSeller(await makeOrganisation()));
      await makeLink(client, await makeSeller(await makeOrganisation()), { unlinkedAt: inSeconds(-5) });
      await makeEntry(aggregator, "Ragwort Feeds", { logo: "/logos/a.webp" });
      const operator = await makeOperator();
      const before = await makeSubmission(aggregator, "Ragwort Data");
      await decide(beforeVersion(operator, before), {
        listingId: before,
        decision: "changes",
        "comment-logo": "Whose is it?",
      });
      const id = await makeSubmission(aggregator, "Ragwort Post");
      const found = await findSubmission(id);
      expect(found).toMatchObject({
        state: "waiting",
        submittedBy: owner.name,
        clientId: client.clientId,
        company: { members: 1, clients: 1, openLinks: 1 },
        live: { state: "listed" },
        decided: null,
        earlier: [
          {
            decision: "changes",
            by: operator.name,
            reason: "Too vague.",
            comments: { logo: "Whose is it?" },
          },
        ],
        nameFault: null,
      });
      expect(found?.differences.filter(({ isChanged }) => isChanged)).toMatchObject([
        { field: "displayName", now: "Ragwort Post", decided: "Ragwort Data", live: "Ragwort Feeds" },
        { field: "logo", now: "", decided: "", live: "/logos/a.webp" },
      ]);
      await decide(beforeVersion(operator, id), { listingId: id });
      expect(await findSubmission(id)).toMatchObject({
        state: "decided",
        decided: { decision: "approve", by: operator.name },
      });
    }),
  );

  it(
    "shows the names that come close, hidden ones too, and what stands against its own",
    rolledBack(async () => {
      await makeEntry(await makeAggregator(), "Ragwort Feeds");
      await makeEntry(await makeAggregator(), "Ragwart Feeds", {
        approvedAt: null,
        suspendedAt: inSeconds(-5),
      });
      for (const name of ["Ragwort Meadow", "Marshmallow"]) await makeEntry(await makeAggregator(), name);
      const id = await makeSubmission(await makeAggregator(), "Ragwort-Feeds");
      const found = await findSubmission(id);
      expect(found?.near.map(({ name, state }) => [name, state])).toEqual([
        ["Ragwort Feeds", "listed"],
        ["Ragwart Feeds", "suspended"],
        ["Ragwort Meadow", "listed"],
      ]);
      expect(found?.nameFault).toBe("name_taken");
    }),
  );

  it(
    "is nobody's once it was taken back, and unknown by any other id",
    rolledBack(async () => {
      const id = await makeSubmission(await makeAggregator(), "Ragwort", { submittedAt: null });
      expect(await findSubmission(id)).toMatchObject({ state: "taken_back", near: [], nameFault: null });
      for (const unknown of [newId(), "x", "", "1 or 1=1"]) expect(await findSubmission(unknown)).toBeNull();
    }),
  );
});

describe("the entries of the directory", () => {
  it(
    "are found by name in any state; without words those that are out of it, newest first",
    rolledBack(async () => {
      const operator = await makeOperator();
      const [one, two, three] = [
        await makeEntry(await makeAggregator(), "Ragwort Feeds"),
        await makeEntry(await makeAggregator(), "Ragwort Cargo"),
        await makeEntry(await makeAggregator(), "Marshmallow"),
      ];
      expect(await listEntries("")).toEqual([]);
      await decide(beforeEntry(operator, two), { listingId: two, decision: "unlist" });
      await decide(beforeEntry(operator, three), { listingId: three, decision: "suspend" });
      expect(await listEntries("")).toMatchObject([
        { id: three, state: "suspended", by: operator.name, reason: "Too vague." },
        { id: two, state: "unlisted", by: operator.name, reason: null },
      ]);
      expect(await listEntries("ragwort-feeds")).toMatchObject([
        { id: one, state: "listed", by: null },
        { id: two },
      ]);
      expect((await listEntries("rag")).map(({ id }) => id).sort()).toEqual([one, two].sort());
      expect(await listEntries("qqxqzzqx")).toEqual([]);
    }),
  );
});
