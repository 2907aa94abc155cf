import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { sellerLinks } from "@/db/schema";
import { makeActor, makeLink, makeOrganisation, makeSeller, rolledBack } from "@/db/testing";
import { newId } from "../id";
import { beforeEntry, decide, isFound, makeAggregator, makeEntry, readDesk } from "./desk-scene.testing";

const makeOperator = () => makeActor({ kind: "operator" });

describe("deciding about an entry of the directory", () => {
  it(
    "takes it out or suspends it at once, gives it back, and touches no link",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const { client, owner } = aggregator;
      for (let n = 0; n < 3; n++) await makeLink(client, await makeSeller(await makeOrganisation()));
      const links = () => asFounder((tx) => tx.select().from(sellerLinks).orderBy(sellerLinks.id));
      const before = await links();
      const id = await makeEntry(aggregator, "Quillwort Feeds");
      const operator = await makeOperator();
      const act = (decision: "approve" | "suspend" | "unlist") =>
        decide(beforeEntry(operator, id), { listingId: id, decision });

      expect(await act("approve")).toMatchObject({ code: "stale" });
      expect(await act("suspend")).toMatchObject({ view: { goTo: "/operator/listings?done=suspend" } });
      expect(await isFound("Quillwort Feeds")).toBe(false);
      expect((await readDesk(owner)).entry).toMatchObject({
        approvedAt: null,
        suspendedBy: operator.personId,
        suspendReason: "Too vague.",
      });
      expect(await act("suspend")).toMatchObject({ code: "stale", facts: { by: ` (${operator.name})` } });
      expect(await act("approve")).toMatchObject({ ok: true });
      expect(await isFound("Quillwort Feeds")).toBe(true);

      expect(await act("unlist")).toMatchObject({ ok: true });
      expect(await isFound("Quillwort Feeds")).toBe(false);
      expect(await act("unlist")).toMatchObject({ code: "stale" });
      // What is out stays out when a suspension ends: its owner puts it back.
      await act("suspend");
      await act("approve");
      expect(await isFound("Quillwort Feeds")).toBe(false);
      expect((await readDesk(owner)).entry).toMatchObject({
        unlistedAt: expect.any(Date),
        suspendedAt: null,
      });

      expect(await links()).toEqual(before);
      const { history, letters } = await readDesk(owner);
      expect(history.map(({ data }) => data.decision)).toEqual([
        "suspend",
        "approve",
        "unlist",
        "suspend",
        "approve",
      ]);
      expect(letters).toHaveLength(10);
    }),
  );

  it(
    "is the operator's alone, wants a reason, and decisions that are about entries",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const id = await makeEntry(aggregator, "Quillwort Feeds");
      const viewer = await makeActor({ kind: "operator", role: "viewer" });
      for (const actor of [aggregator.owner, viewer])
        expect(await decide(beforeEntry(actor, id), { listingId: id, decision: "suspend" })).toMatchObject({
          code: "not_allowed",
        });
      const operator = await makeOperator();
      expect(
        await decide(beforeEntry(operator, id), { listingId: id, decision: "suspend", reason: "" }),
      ).toMatchObject({ fields: { reason: "required" } });
      for (const decision of ["changes", "reject"] as const)
        expect(await decide(beforeEntry(operator, id), { listingId: id, decision })).toMatchObject({
          fields: { decision: "bad_choice" },
        });
      const gone = newId();
      expect(
        await decide(beforeEntry(operator, gone), { listingId: gone, decision: "suspend" }),
      ).toMatchObject({ code: "not_found" });
      expect(await isFound("Quillwort Feeds")).toBe(true);
    }),
  );
});
