import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { claimRequests, claims, events, mails, members, sellerLinks, sellers } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSeller,
  ownDatabase,
  rolledBack,
  viewerOf,
  withFormKey,
} from "@/db/testing";
import { moveClock } from "../clock";
import { lettersTo } from "./act.testing";
import type { Actor } from "./actor";
import { claimSeller } from "./claim-seller";
import { askCode, claim, mailedCode, prove } from "./claims-scene.testing";
import { decideClaim } from "./decide-claim";
import { listClaimRequests, listClaims } from "./list-claims";

afterEach(() => moveClock(0));

const decide = (actor: Actor, requestId: string, decision: "accept" | "decline") =>
  decideClaim(withFormKey(actor, { act: "decide claim", offered: { requestId: [requestId] } }), {
    do: decision,
    requestId,
  });

const ownerOf = async (sellerId: number) =>
  (await asFounder((tx) => tx.select().from(sellers).where(eq(sellers.sellerId, sellerId))))[0]
    ?.ownerOrganisationId;
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const everyEvent = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));
const openTest = async () => {
  const [row] = await asFounder((tx) =>
    tx.execute<{ id: string }>(
      sql`select seller_id as id from sellers where open_test_since is not null limit 1`,
    ),
  );
  return row ? Number(row.id) : (await makeSeller(null, { openTestSince: new Date() })).sellerId;
};

describe("claiming", () => {
  it(
    "mails a code to the contact, and the code brings the account with its links",
    rolledBack(async () => {
      const seller = await makeSeller(null);
      const partner = await makeClient(await makeOrganisation({ kind: "aggregator" }));
      const link = await makeLink(partner, seller);
      const actor = await makeActor({ role: "editor" });
      const { id, code } = await askCode(actor, seller);
      expect(code).toMatch(/^\d{6}$/);
      expect(await ownerOf(seller.sellerId)).toBeNull();
      expect(await prove(actor, id, code)).toMatchObject({
        ok: true,
        view: { goTo: "/seller?done=claimed#add-account" },
      });
      expect(await ownerOf(seller.sellerId)).toBe(actor.organisationId);
      const [moved] = await asFounder((tx) =>
        tx.select().from(sellerLinks).where(eq(sellerLinks.id, link.id)),
      );
      expect(moved?.sellerOrganisationId).toBe(actor.organisationId);
      expect(await listClaims(viewerOf(actor))).toEqual([]);
      expect(await prove(actor, id, code)).toMatchObject({ code: "expired" });
      const stored = JSON.stringify([
        await everyEvent(),
        await asFounder((tx) => tx.select().from(mails)),
        await asFounder((tx) => tx.select().from(claims)),
      ]);
      expect(stored).not.toContain(code);
      expect((await everyEvent()).map(({ type }) => type)).toEqual(["seller.claimed"]);
    }),
  );

  it(
    "says and keeps the same for accounts that are free, owned, one's own, open to all, or not there",
    rolledBack(async () => {
      const free = await makeSeller(null);
      const owned = await makeSeller({ id: (await makeActor()).organisationId });
      const test = await openTest();
      const seen = [];
      for (const sellerId of [free.sellerId, owned.sellerId, 0, test, 999_999_999_999]) {
        const actor = await makeActor();
        const own = sellerId || (await makeSeller({ id: actor.organisationId })).sellerId;
        const answer = await claim(actor, own);
        const [row] = await listClaims(viewerOf(actor));
        const { sellerId: asked, id = "", ...rest } = row ?? { sellerId: 0 };
        expect(asked).toBe(own);
        const wrong = await prove(actor, id, "000000");
        seen.push(JSON.stringify([answer, Object.keys(rest), wrong]));
      }
      // One guess in a million is right by chance; it would show here as a difference.
      expect(new Set(seen).size).toBe(1);
      const kinds = await asFounder((tx) => tx.select({ to: mails.recipient }).from(mails));
      expect(kinds.map(({ to }) => to)).toEqual(
        expect.arrayContaining([free.contactEmail, owned.contactEmail]),
      );
      expect(kinds).toHaveLength(3);
    }),
  );

  it(
    "a wrong code is counted, the fifth ends the claim, and so do thirty minutes",
    rolledBack(async () => {
      const seller = await makeSeller(null);
      const actor = await makeActor();
      const { id, code } = await askCode(actor, seller);
      for (const left of ["4", "3", "2", "1"])
        expect(await prove(actor, id, another(code))).toMatchObject({
          code: "invalid",
          fields: { code: "wrong_code" },
          facts: { left },
        });
      expect(await prove(actor, id, another(code))).toMatchObject({ code: "expired" });
      expect(await prove(actor, id, code)).toMatchObject({ code: "expired" });

      const second = await askCode(actor, seller);
      moveClock(1801);
      expect(await prove(actor, second.id, second.code)).toMatchObject({ code: "expired" });
      expect(await ownerOf(seller.sellerId)).toBeNull();
    }),
  );

  it(
    "five an hour per organisation, and five letters an hour to one contact",
    rolledBack(async () => {
      const seller = await makeSeller(null);
      const actor = await makeActor();
      for (let n = 0; n < 5; n++) expect(await claim(actor, seller.sellerId)).toMatchObject({ ok: true });
      const late = { code: "too_many", facts: { minutes: "60" } };
      expect(await claim(actor, seller.sellerId)).toMatchObject(late);
      expect(await claim(await makeActor(), seller.sellerId)).toMatchObject({ ok: true });
      expect(await lettersTo(seller.contactEmail)).toHaveLength(5);
    }),
  );

  it(
    "refuses viewers and other kinds, used forms, and claims of somebody else",
    rolledBack(async () => {
      const seller = await makeSeller(null);
      expect(await claim(await makeActor({ role: "viewer" }), seller.sellerId)).toMatchObject({
        code: "not_allowed",
      });
      expect(await claim(await makeActor({ kind: "aggregator" }), seller.sellerId)).toMatchObject({
        code: "not_allowed",
      });
      const actor = await makeActor();
      const form = withFormKey(actor, { act: "claim seller" });
      expect(await claimSeller(form, { do: "claim", sellerId: seller.sellerId })).toMatchObject({ ok: true });
      expect(await claimSeller(form, { do: "claim", sellerId: seller.sellerId })).toMatchObject({
        code: "stale",
      });
      const [{ id = "" } = {}] = await listClaims(viewerOf(actor));
      const code = await mailedCode(seller.contactEmail);
      const colleague = await makeActor({ organisationId: actor.organisationId });
      expect(await listClaims(viewerOf(colleague))).toEqual([]);
      expect(await prove(colleague, id, code)).toMatchObject({ code: "not_found" });
      expect(await prove(await makeActor(), id, code)).toMatchObject({ code: "not_found" });
      expect(await ownerOf(seller.sellerId)).toBeNull();
    }),
  );
});

/** An account with an owner, and somebody who has proved it. */
async function asked() {
  const owner = await makeActor();
  const seller = await makeSeller({ id: owner.organisationId });
  const asker = await makeActor();
  const { id, code } = await askCode(asker, seller);
  const answer = await prove(asker, id, code);
  const [request] = await listClaimRequests(viewerOf(owner));
  return { owner, seller, asker, answer, request, requestId: request?.id ?? "" };
}

const rolesOf = async ({ owner, asker }: { owner: Actor; asker: Actor }) =>
  (await asFounder((tx) => tx.select().from(members).where(eq(members.personId, asker.personId))))
    .filter(({ organisationId }) => organisationId === owner.organisationId)
    .map(({ role }) => role);

describe("an account that is owned", () => {
  it(
    "stays where it is: its owners are asked, once, and nothing is shown before",
    rolledBack(async () => {
      const s = await asked();
      expect(s.answer).toMatchObject({ ok: true, view: { goTo: "/seller?done=claimPassedOn#add-account" } });
      expect(await ownerOf(s.seller.sellerId)).toBe(s.owner.organisationId);
      expect(await rolesOf(s)).toEqual([]);
      expect(s.request).toMatchObject({ sellerId: s.seller.sellerId, email: s.asker.email });
      expect((await lettersTo(s.owner.email)).map(({ kind }) => kind)).toEqual(["claim-asked"]);
      const again = await askCode(s.asker, s.seller);
      expect(await prove(s.asker, again.id, again.code)).toMatchObject({ ok: true });
      expect(await asFounder((tx) => tx.select().from(claimRequests))).toHaveLength(1);
      expect(await lettersTo(s.owner.email)).toHaveLength(1);
      expect(await listClaimRequests(viewerOf(s.asker))).toEqual([]);
    }),
  );

  it(
    "accepted, the person becomes a viewer; declined, nothing; either way they are told",
    rolledBack(async () => {
      const yes = await asked();
      expect(await decide(yes.owner, yes.requestId, "accept")).toMatchObject({ ok: true });
      expect(await rolesOf(yes)).toEqual(["viewer"]);
      expect(await decide(yes.owner, yes.requestId, "decline")).toMatchObject({ code: "expired" });
      expect((await lettersTo(yes.asker.email)).map(({ kind }) => kind)).toEqual(["claim-accepted"]);
      const no = await asked();
      expect(await decide(no.owner, no.requestId, "decline")).toMatchObject({ ok: true });
      expect(await rolesOf(no)).toEqual([]);
      expect((await lettersTo(no.asker.email)).map(({ kind }) => kind)).toEqual(["claim-declined"]);
      const types = (await everyEvent()).map(({ type }) => type);
      expect(types).toEqual(["claim.asked", "claim.accepted", "claim.asked", "claim.declined"]);
    }),
  );

  it(
    "is decided by its owners alone",
    rolledBack(async () => {
      const s = await asked();
      const editor = await makeActor({ organisationId: s.owner.organisationId, role: "editor" });
      expect(await decide(editor, s.requestId, "accept")).toMatchObject({ code: "not_allowed" });
      expect(await decide(s.asker, s.requestId, "accept")).toMatchObject({ code: "not_found" });
      expect(await decide(await makeActor(), s.requestId, "accept")).toMatchObject({ code: "not_found" });
      expect(await rolesOf(s)).toEqual([]);
    }),
  );

  it(
    "of one's own, a proof changes nothing",
    rolledBack(async () => {
      const owner = await makeActor();
      const seller = await makeSeller({ id: owner.organisationId });
      const { id, code } = await askCode(owner, seller);
      expect(await prove(owner, id, code)).toMatchObject({
        view: { goTo: "/seller?done=claimOwn#add-account" },
      });
      expect(await everyEvent()).toEqual([]);
    }),
  );
});

describe("at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it("two organisations that prove one account: one has it, the other asks", async () => {
    const seller = await makeSeller(null);
    const both = [await makeActor(), await makeActor()];
    const ready = [];
    for (const actor of both) ready.push({ actor, ...(await askCode(actor, seller)) });
    const answers = await Promise.all(ready.map(({ actor, id, code }) => prove(actor, id, code)));
    const wents = answers.map((answer) => (answer.ok ? answer.view.goTo : answer.code)).sort();
    expect(wents).toEqual(["/seller?done=claimPassedOn#add-account", "/seller?done=claimed#add-account"]);
    expect(both.map(({ organisationId }) => organisationId)).toContain(await ownerOf(seller.sellerId));
  });

  it("guesses side by side are five, not more", async () => {
    const seller = await makeSeller(null);
    const actor = await makeActor();
    const { id, code } = await askCode(actor, seller);
    const answers = await Promise.all(Array.from({ length: 12 }, () => prove(actor, id, another(code))));
    expect(answers.filter((answer) => !answer.ok && answer.code === "invalid")).toHaveLength(4);
    expect(await prove(actor, id, code)).toMatchObject({ code: "expired" });
  });

  it("of accepting and declining one wins", async () => {
    const s = await asked();
    const answers = await Promise.all([
      decide(s.owner, s.requestId, "accept"),
      decide(s.owner, s.requestId, "decline"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rolesOf(s)).toEqual(answers[0].ok ? ["viewer"] : []);
  });
});
