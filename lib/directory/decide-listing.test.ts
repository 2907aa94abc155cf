import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, deliveries, domainProofs, endpoints, listingVersions, organisations } from "@/db/schema";
import { makeActor, rolledBack } from "@/db/testing";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { unseal } from "../secrets";
import { decideListingInput } from "./desk-input";
import {
  beforeEntry,
  beforeVersion,
  decide,
  isFound,
  makeAggregator,
  makeEntry,
  makeSubmission,
  readDesk,
} from "./desk-scene.testing";

const makeOperator = () => makeActor({ kind: "operator" });

async function proveDomain(organisationId: string, domain: string, over: object = {}) {
  const owner = await makeActor({ kind: "aggregator", organisationId });
  const about = { id: newId(), organisationId, domain, method: "dns" as const, personId: owner.personId };
  const times = { createdAt: now(), expiresAt: inSeconds(3600), provenAt: now() };
  await asFounder((tx) => tx.insert(domainProofs).values({ ...about, ...times, ...over }));
}

describe("deciding a submission", () => {
  it(
    "approves: it is in the directory at once with its proven domain, and owners and contact get one letter each",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const { owner, client } = aggregator;
      await proveDomain(owner.organisationId, "shop.example");
      const id = await makeSubmission(aggregator, "Quillwort Feeds", {
        domain: "shop.example",
        domainVerifiedAt: now(),
      });
      expect(await isFound("Quillwort Feeds")).toBe(false);
      const operator = await makeOperator();
      expect(await decide(beforeVersion(operator, id), { listingId: id })).toMatchObject({
        view: { goTo: "/operator/listings?done=approve" },
      });
      expect(await isFound("Quillwort Feeds")).toBe(true);
      const { entry, versions, history, letters } = await readDesk(owner);
      expect(entry).toMatchObject({
        versionId: id,
        approvedAt: expect.any(Date),
        website: "https://shop.example",
      });
      expect(versions).toMatchObject([
        { decision: "approve", decidedBy: operator.personId, reason: "Reads well." },
      ]);
      expect(history).toMatchObject([
        {
          type: "listing.decided",
          organisationId: operator.organisationId,
          clientRowId: client.id,
          data: { listingId: id, decision: "approve", reason: "Reads well." },
        },
      ]);
      const owners = await asFounder((tx) =>
        tx.execute<{ email: string }>(
          sql`select p.email from people p join members m on m.person_id = p.id where m.organisation_id = ${owner.organisationId}`,
        ),
      );
      expect(letters.map(({ recipient }) => recipient).sort()).toEqual(
        [...owners.map(({ email }) => email), client.contactEmail].sort(),
      );
      const [company] = await asFounder((tx) =>
        tx.select().from(organisations).where(eq(organisations.id, owner.organisationId)),
      );
      expect(company).toMatchObject({ domain: "shop.example", domainProof: "dns" });
    }),
  );

  it(
    "asks for changes with a word on single fields, or refuses; what is public stays",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      await makeEntry(aggregator, "Quillwort Feeds");
      const operator = await makeOperator();
      for (const decision of ["changes", "reject"] as const) {
        const id = await makeSubmission(aggregator, "Quillwort Data");
        const said = { decision, reason: "Too vague.", "comment-logo": "Blurred.\nPlease sharpen." };
        expect(await decide(beforeVersion(operator, id), { listingId: id, ...said })).toMatchObject({
          ok: true,
        });
      }
      const { entry, versions, history, letters } = await readDesk(aggregator.owner);
      expect(entry).toMatchObject({ displayName: "Quillwort Feeds", approvedAt: expect.any(Date) });
      expect(versions).toMatchObject([
        { decision: "changes", reason: "Too vague.", comments: { logo: "Blurred.\nPlease sharpen." } },
        { decision: "reject" },
      ]);
      const [letter] = letters;
      for (const words of ["Too vague.", "Please sharpen.", "/listing"])
        expect(unseal(letter?.sealedText ?? "")).toContain(words);
      // The words on single fields are between the two sides.
      expect(JSON.stringify(history)).not.toContain("Blurred");
    }),
  );

  it(
    "wants a reason whatever it decides, and a decision that is about submissions",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const id = await makeSubmission(aggregator, "Quillwort Feeds");
      const operator = await makeOperator();
      for (const decision of ["approve", "changes", "reject"] as const)
        expect(
          await decide(beforeVersion(operator, id), { listingId: id, decision, reason: "" }),
        ).toMatchObject({ code: "invalid", fields: { reason: "required" } });
      for (const decision of ["unlist", "suspend"] as const)
        expect(await decide(beforeVersion(operator, id), { listingId: id, decision })).toMatchObject({
          fields: { decision: "bad_choice" },
        });
      expect((await readDesk(aggregator.owner)).versions).toMatchObject([{ decidedAt: null }]);
    }),
  );

  it(
    "is the operator's alone, and of what the page offered",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const id = await makeSubmission(aggregator, "Quillwort Feeds");
      const others = [
        aggregator.owner,
        await makeActor(),
        await makeActor({ kind: "operator", role: "viewer" }),
      ];
      for (const actor of others)
        expect(await decide(beforeVersion(actor, id), { listingId: id })).toMatchObject({
          code: "not_allowed",
        });
      const operator = await makeOperator();
      const other = await makeSubmission(await makeAggregator(), "Quillwort Data");
      expect(await decide(beforeVersion(operator, other), { listingId: id })).toMatchObject({
        code: "not_found",
      });
      const gone = newId();
      expect(await decide(beforeVersion(operator, gone), { listingId: gone })).toMatchObject({
        code: "not_found",
      });
      expect((await readDesk(aggregator.owner)).versions).toMatchObject([{ decidedAt: null }]);
    }),
  );

  it(
    "is too late for what was changed, taken back or decided meanwhile, and says by whom",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const operator = await makeOperator();
      const set = (id: string, over: Partial<typeof listingVersions.$inferInsert>) =>
        asFounder((tx) => tx.update(listingVersions).set(over).where(eq(listingVersions.id, id)));
      const id = await makeSubmission(aggregator, "Quillwort Feeds");
      const form = beforeVersion(operator, id);
      await set(id, { revision: 2 });
      expect(await decide(form, { listingId: id })).toMatchObject({
        code: "stale",
        facts: { by: expect.stringMatching(/^ \(Company/), href: `/operator/listings/${id}` },
      });
      await set(id, { revision: 1, submittedAt: null });
      expect(await decide(form, { listingId: id })).toMatchObject({ code: "stale" });
      await set(id, { submittedAt: now() });
      expect(await decide(form, { listingId: id, decision: "reject" })).toMatchObject({ ok: true });
      expect(await decide(form, { listingId: id })).toMatchObject({
        code: "stale",
        facts: { by: ` (${operator.name})` },
      });
      const { entry, letters } = await readDesk(aggregator.owner);
      expect([entry, letters.length]).toEqual([undefined, 2]);
    }),
  );

  it(
    "approves no name that another company has or that is protected, no deleted client, no unproven domain",
    rolledBack(async () => {
      await makeEntry(await makeAggregator(), "Quillwort Feeds");
      const aggregator = await makeAggregator();
      const operator = await makeOperator();
      const id = await makeSubmission(aggregator, "Qui11wort-Feeds");
      const approve = () => decide(beforeVersion(operator, id), { listingId: id });
      const rename = (over: Partial<typeof listingVersions.$inferInsert>) =>
        asFounder((tx) => tx.update(listingVersions).set(over).where(eq(listingVersions.id, id)));
      expect(await approve()).toMatchObject({ code: "invalid", fields: { decision: "name_taken" } });
      await rename({ displayName: "Cdiscount Support" });
      expect(await approve()).toMatchObject({ fields: { decision: "name_protected" } });
      await rename({ displayName: "Loosestrife", domain: "shop.example" });
      expect(await approve()).toMatchObject({ fields: { decision: "bad_choice" } });
      await rename({ domain: null });
      const delete_ = (deletedAt: Date | null) =>
        asFounder((tx) => tx.update(clients).set({ deletedAt }).where(eq(clients.id, aggregator.client.id)));
      await delete_(now());
      expect(await approve()).toMatchObject({ fields: { decision: "bad_choice" } });
      await delete_(null);
      expect((await readDesk(aggregator.owner)).letters).toEqual([]);
      expect(await approve()).toMatchObject({ ok: true });
    }),
  );

  it(
    "keeps the day of the first approval, ends a suspension that was known, and none that came later",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const operator = await makeOperator();
      const since = inSeconds(-86_400);
      const entryId = await makeEntry(aggregator, "Quillwort Feeds", { approvedAt: since });
      const one = await makeSubmission(aggregator, "Quillwort Data");
      expect(await decide(beforeVersion(operator, one), { listingId: one })).toMatchObject({ ok: true });
      const { entry } = await readDesk(aggregator.owner);
      expect(entry).toMatchObject({ id: entryId, displayName: "Quillwort Data", approvedAt: since });

      const two = await makeSubmission(aggregator, "Quillwort Post");
      const form = beforeVersion(operator, two);
      await decide(beforeEntry(operator, entryId), { listingId: entryId, decision: "suspend" });
      expect(await decide(form, { listingId: two })).toMatchObject({ code: "stale" });
      const knowing = beforeVersion(operator, two, { entry: ["suspended"] });
      expect(await decide(knowing, { listingId: two })).toMatchObject({ ok: true });
      expect(await isFound("Quillwort Post")).toBe(true);
      expect((await readDesk(aggregator.owner)).entry).toMatchObject({
        suspendedAt: null,
        suspendReason: null,
      });
    }),
  );

  it(
    "tells the client's server, without a word of the comments",
    rolledBack(async () => {
      const aggregator = await makeAggregator();
      const { owner, client } = aggregator;
      const about = { clientRowId: client.id, organisationId: owner.organisationId, createdAt: now() };
      const address = { url: "https://hooks.shop.example/in", sealedKey: "k" };
      const endpoint = { id: newId(), ...about, ...address };
      await asFounder((tx) => tx.insert(endpoints).values({ ...endpoint, events: ["listing.decided"] }));
      const operator = await makeOperator();
      const id = await makeSubmission(aggregator, "Quillwort Feeds");
      await decide(beforeVersion(operator, id), {
        listingId: id,
        decision: "changes",
        "comment-website": "Does not open.",
      });
      const laid = await asFounder((tx) => tx.select().from(deliveries));
      expect(laid).toMatchObject([{ endpointId: endpoint.id, type: "listing.decided", linkId: null }]);
      const { type, data } = JSON.parse(laid[0]?.body ?? "{}");
      expect([type, data]).toEqual([
        "listing.decided",
        { listingId: id, decision: "changes", at: expect.stringMatching(/Z$/) },
      ]);
      await asFounder((tx) => tx.update(endpoints).set({ events: ["link.created"] }));
      const next = await makeSubmission(aggregator, "Quillwort Data");
      await decide(beforeVersion(operator, next), { listingId: next });
      expect(await asFounder((tx) => tx.select().from(deliveries))).toHaveLength(1);
    }),
  );

  it("takes lines of up to 500 characters, and no forged ones", () => {
    const read = (over: object) =>
      decideListingInput.safeParse({ listingId: newId(), decision: "approve", ...over }).success;
    expect(read({ reason: "x".repeat(500), "comment-logo": "one\r\ntwo" })).toBe(true);
    expect(read({ reason: "x".repeat(501) })).toBe(false);
    expect(read({ "comment-website": "x".repeat(501) })).toBe(false);
    expect(read({ reason: "a\u202eb" })).toBe(false);
    expect(read({ "comment-other": "x" })).toBe(false);
    expect(read({ decision: "delete" })).toBe(false);
  });
});
