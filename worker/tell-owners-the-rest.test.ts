import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { mails, owedLetters } from "@/db/schema";
import { makeActor, makeClient, makeOrganisation, makeSeller, ownDatabase, withFormKey } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import { inSeconds, moveClock, now } from "@/lib/clock";
import { agree, beforeConsent, linksOf } from "@/lib/links/consent-scene.testing";
import { deleteClient } from "@/lib/links/delete-client";
import { linkClient } from "@/lib/links/link-client";
import { undoLink } from "@/lib/links/undo-link";
import { unseal } from "@/lib/secrets";
import { tellOwnersTheRest } from "./tell-owners-the-rest";

beforeEach(() => ownDatabase());
afterEach(() => moveClock(0));

/** An owner, and an editor of the same organisation who means harm. */
async function scene() {
  const owner = await makeActor();
  const editor = await makeActor({ organisationId: owner.organisationId, role: "editor" });
  const seller = await makeSeller({ id: owner.organisationId });
  const partner = await makeOrganisation({ kind: "partner", name: "Thief & Co" });
  const client = () => makeClient(partner, { reviewedAt: now() });
  const link = async () => {
    const made = await client();
    const linked = await linkClient(beforeConsent(editor, made, [seller]), agree(seller));
    expect(linked).toMatchObject({ ok: true });
    return made;
  };
  const linkAndUndo = async () => {
    const [opened] = await linksOf(await link());
    const linkId = opened?.id ?? "";
    const form = withFormKey(editor, { act: "undo link", offered: { linkId: [linkId] } });
    expect(await undoLink(form, { do: "undo", linkId })).toMatchObject({ ok: true });
  };
  return { owner, seller, link, linkAndUndo };
}

const lettersTo = async ({ email }: Actor) =>
  (await asFounder((tx) => tx.select().from(mails))).filter(({ recipient }) => recipient === email);
const digestsTo = async (owner: Actor) =>
  (await lettersTo(owner)).filter(({ kind }) => kind === "owners-digest");
const owed = () => asFounder((tx) => tx.select().from(owedLetters));

describe("letters about access", () => {
  test("come, also when somebody makes and undoes five links to hide the sixth", async () => {
    const { owner, seller, link, linkAndUndo } = await scene();
    for (let n = 0; n < 5; n++) await linkAndUndo();
    expect(await owed()).toEqual([]);
    const hidden = await link();
    const single = (await lettersTo(owner)).filter(({ kind }) => kind === "seller-linked");
    expect(single).toHaveLength(5);
    expect(await owed()).toMatchObject([{ recipient: owner.email, kind: "seller-linked" }]);

    expect(await tellOwnersTheRest()).toBe(1);
    const [digest] = await digestsTo(owner);
    const text = unseal(digest?.sealedText ?? "");
    expect(text).toContain(`gave Thief & Co (clientId ${hidden.clientId}) access`);
    expect(text).toContain(`SellerId ${seller.sellerId}. This access is open.`);
    expect(await owed()).toEqual([]);
    expect(await tellOwnersTheRest()).toBe(0);
  });

  test("say what is open first, and what has ended since", async () => {
    const { owner, link, linkAndUndo } = await scene();
    for (let n = 0; n < 5; n++) await linkAndUndo();
    const hidden = await link();
    await linkAndUndo();
    expect(await owed()).toHaveLength(3);
    await tellOwnersTheRest();
    const text = unseal((await digestsTo(owner))[0]?.sealedText ?? "");
    expect(text.indexOf(hidden.clientId)).toBeGreaterThan(0);
    expect(text.indexOf(hidden.clientId)).toBeLessThan(text.indexOf("This access has ended since."));
    expect(text).toContain("lost access");
  });

  test("owed are written once by two workers, in one letter an hour, and none is forgotten", async () => {
    const { owner, link, linkAndUndo } = await scene();
    for (let n = 0; n < 5; n++) await linkAndUndo();
    await link();
    await Promise.all([tellOwnersTheRest(), tellOwnersTheRest()]);
    expect(await digestsTo(owner)).toHaveLength(1);
    const later = await link();
    expect(await tellOwnersTheRest()).toBe(0);
    expect(await owed()).toHaveLength(1);
    await asFounder((tx) => tx.update(mails).set({ createdAt: inSeconds(-3700) }));
    expect(await tellOwnersTheRest()).toBe(1);
    const texts = (await digestsTo(owner)).map(({ sealedText }) => unseal(sealedText));
    expect(texts.filter((text) => text.includes(later.clientId))).toHaveLength(1);
  });

  test("of an act that ended thousands of links reach every owner, whatever it wrote by itself", async () => {
    const partner = await makeActor({ kind: "partner" });
    const client = await makeClient({ id: partner.organisationId });
    await asFounder((tx) =>
      tx.execute(sql`
        with o as (insert into organisations (id, kind, name, created_at)
            select gen_random_uuid(), 'seller', 'Shop', now() from generate_series(1, 1500) returning id),
          p as (insert into people (id, email, email_fold, name, password_hash, created_at)
            select id, id || '@x.test', id || '@x.test', 'P', 'none', now() from o returning id),
          m as (insert into members (organisation_id, person_id, role, created_at) select id, id, 'owner', now() from p),
          s as (insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email, created_at)
            select 900000 + row_number() over (), id, 'S', 'x@y.test', now() from p returning seller_id, owner_organisation_id)
        insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, created_at)
        select gen_random_uuid(), ${client.id}, seller_id, ${partner.organisationId}, owner_organisation_id, 'typed', now() from s`),
    );
    const form = withFormKey(partner, { act: "delete client", offered: { client: [client.id] } });
    const input = { typedClientId: client.clientId, endLinks: "on" } as const;
    expect(await deleteClient(form, input)).toMatchObject({ ok: true });
    expect(await owed()).toHaveLength(1200);
    expect(await tellOwnersTheRest()).toBe(1200);
    expect(await owed()).toEqual([]);
    const letters = await asFounder((tx) => tx.select().from(mails));
    const toOwners = letters.filter(({ kind }) => kind === "seller-unlinked" || kind === "owners-digest");
    expect(toOwners).toHaveLength(1500);
    expect(new Set(toOwners.map(({ recipient }) => recipient)).size).toBe(1500);
  });
});
