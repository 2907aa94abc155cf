import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, mails, sellerLinks, sellers } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeMember,
  makeOrganisation,
  makeSeller,
  ownDatabase,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import type { Actor } from "./actor";
import { bindSeller } from "./bind-seller";

const reason = "Trade register extract seen";
const atForm = (actor: Actor) => withFormKey(actor, { act: "bind seller" });

async function makeScene() {
  const [operator, owner] = [await makeActor({ kind: "operator" }), await makeActor()];
  const account = await makeSeller(null);
  const link = await makeLink(await makeClient(await makeOrganisation({ kind: "partner" })), account);
  const input = { sellerId: account.sellerId, email: owner.email, reason };
  return { operator, owner, account, link, input };
}
const owners = async () =>
  (await asFounder((tx) => tx.select().from(sellers))).map((one) => one.ownerOrganisationId);

describe("binding a seller account on the operator's word", () => {
  it(
    "gives it to the owner's organisation with its links, keeps why, and writes to owner and contact",
    rolledBack(async () => {
      const { operator, owner, account, input } = await makeScene();
      const form = atForm(operator);
      expect(await bindSeller(form, input)).toMatchObject({ ok: true });
      expect(await owners()).toEqual([owner.organisationId]);
      const [link] = await asFounder((tx) => tx.select().from(sellerLinks));
      expect(link?.sellerOrganisationId).toBe(owner.organisationId);
      const [event, ...more] = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(more).toEqual([]);
      expect(event).toMatchObject({ type: "seller.bound", sellerId: account.sellerId, data: { reason } });
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters.map(({ recipient }) => recipient).sort()).toEqual(
        [owner.email, account.contactEmail].sort(),
      );
      expect(await bindSeller(form, input)).toMatchObject({ code: "taken" });
    }),
  );

  it(
    "is the operator's alone, and not for accounts that are owned, open to all or unknown, nor for a doubtful owner",
    rolledBack(async () => {
      const { operator, owner, account, input } = await makeScene();
      for (const actor of [
        owner,
        await makeActor({ kind: "partner" }),
        await makeActor({ kind: "operator", role: "viewer" }),
      ])
        expect(await bindSeller(atForm(actor), input)).toMatchObject({ code: "not_allowed" });
      const open = await makeSeller(null, { openTestSince: new Date() });
      for (const sellerId of [open.sellerId, 1])
        expect(await bindSeller(atForm(operator), { ...input, sellerId })).toMatchObject({
          code: "not_found",
        });
      const partner = await makeActor({ kind: "partner" });
      for (const email of ["nobody@people.test", partner.email])
        expect(await bindSeller(atForm(operator), { ...input, email })).toMatchObject({ code: "not_found" });
      await makeMember({ id: owner.personId }, await makeOrganisation());
      expect(await bindSeller(atForm(operator), input)).toMatchObject({ code: "not_found" });
      const owned = await makeSeller({ id: owner.organisationId });
      expect(await bindSeller(atForm(operator), { ...input, sellerId: owned.sellerId })).toMatchObject({
        code: "taken",
      });
      expect(
        (await asFounder((tx) => tx.select().from(sellers))).find((one) => one.sellerId === account.sellerId)
          ?.ownerOrganisationId,
      ).toBeNull();
    }),
  );
});

describe("two operators at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it("bind an account to one owner", async () => {
    const { operator, account, input } = await makeScene();
    const rival = await makeActor();
    const results = await Promise.all(
      [input.email, rival.email, input.email, rival.email].map((email) =>
        bindSeller(atForm(operator), { ...input, sellerId: account.sellerId, email }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await asFounder((tx) => tx.select().from(events).orderBy(events.id))).toHaveLength(1);
  });
});
