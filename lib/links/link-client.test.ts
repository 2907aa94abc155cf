import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, consents, events, invitations, mails, sellerLinks, sessions } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSeller, rolledBack } from "@/db/testing";
import { isFormKeyAlive } from "../accounts/form-key";
import { inSeconds, moveClock, now } from "../clock";
import {
  agree,
  beforeConsent,
  consentScene,
  linksOf,
  makeInvitation,
  makeListing,
} from "./consent-scene.testing";
import { linkClient } from "./link-client";

afterEach(() => moveClock(0));

describe("linking a client of somebody else", () => {
  it(
    "opens the link, keeps the consent with it, and tells both sides",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const form = beforeConsent(actor, client, [seller]);
      const answer = await linkClient(form, agree(seller, { duration: "90" }));
      const [link] = await linksOf(client);
      expect(answer).toEqual({ ok: true, view: { goTo: `/links/${link?.id}?done=linked` } });
      expect(link).toMatchObject({ sellerId: seller.sellerId, via: "typed", toldAt: null, unlinkedAt: null });
      const days = ((link?.expiresAt?.getTime() ?? 0) - now().getTime()) / 86_400_000;
      expect(Math.round(days)).toBe(90);
      const kept = await asFounder((tx) => tx.select().from(consents));
      expect(kept).toMatchObject([
        {
          linkId: link?.id,
          personId: actor.personId,
          duration: "90",
          reviewed: true,
          textVersion: "2026-11",
        },
      ]);
      const letters = await asFounder((tx) => tx.select().from(mails));
      expect(letters.map(({ recipient, kind }) => [recipient, kind]).sort()).toEqual(
        [
          [client.contactEmail, "link-created"],
          [actor.email, "seller-linked"],
        ].sort(),
      );
      const told = await asFounder((tx) =>
        tx.select().from(events).where(eq(events.type, "link.created")).orderBy(events.id),
      );
      expect(told).toMatchObject([{ otherOrganisationId: client.organisationId, sellerId: seller.sellerId }]);
    }),
  );

  it(
    "is refused to viewers and to other kinds",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const viewer = await makeActor({ role: "viewer", organisationId: actor.organisationId });
      const partner = await makeActor({ kind: "partner" });
      for (const wrong of [viewer, partner]) {
        const answer = await linkClient(beforeConsent(wrong, client, [seller]), agree(seller));
        expect(answer).toMatchObject({ ok: false, code: "not_allowed" });
      }
      expect(await linksOf(client)).toEqual([]);
      expect(await asFounder((tx) => tx.select().from(consents))).toEqual([]);
    }),
  );

  it(
    "knows no account that was not offered or belongs to others, and no client that is gone",
    rolledBack(async () => {
      const { actor, seller, other, client } = await consentScene();
      const foreign = await makeSeller({ id: (await makeActor()).organisationId });
      const form = () => beforeConsent(actor, client, [seller, foreign]);
      for (const wrong of [other, foreign]) {
        expect(await linkClient(form(), agree(wrong))).toMatchObject({ ok: false, code: "not_found" });
      }
      await asFounder((tx) => tx.update(clients).set({ deletedAt: now() }).where(eq(clients.id, client.id)));
      expect(await linkClient(form(), agree(seller))).toMatchObject({ ok: false, code: "not_found" });
      expect(await linksOf(client)).toEqual([]);
    }),
  );

  it(
    "says of a suspended client that it is suspended",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene({ reviewedAt: now(), suspendedAt: now() });
      expect(await linkClient(beforeConsent(actor, client, [seller]), agree(seller))).toMatchObject({
        code: "unavailable",
        facts: { why: "suspended" },
      });
    }),
  );

  it(
    "is `already_linked` on the second click, and `stale` once the link was taken back",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const form = beforeConsent(actor, client, [seller]);
      expect(await linkClient(form, agree(seller))).toMatchObject({ ok: true });
      const [link] = await linksOf(client);
      expect(await linkClient(form, agree(seller))).toMatchObject({
        code: "already_linked",
        facts: { href: `/links/${link?.id}` },
      });
      await asFounder((tx) => tx.update(sellerLinks).set({ unlinkedAt: now(), reason: "mistake" }));
      expect(await linkClient(form, agree(seller))).toMatchObject({ code: "stale" });
      expect(await linksOf(client)).toHaveLength(1);
      expect(await linkClient(beforeConsent(actor, client, [seller]), agree(seller))).toMatchObject({
        ok: true,
      });
    }),
  );

  it(
    "counts its form for ten minutes, and only with the words that are shown now",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const form = beforeConsent(actor, client, [seller]);
      moveClock(599);
      expect(form.key && isFormKeyAlive(form.key)).toBe(true);
      moveClock(601);
      expect(form.key && isFormKeyAlive(form.key)).toBe(false);
      moveClock(0);
      const old = beforeConsent(actor, client, [seller], { offered: { textVersion: ["2025-01"] } });
      expect(await linkClient(old, agree(seller))).toMatchObject({
        code: "stale",
        facts: { href: "/link-client?clientId=x" },
      });
      expect(await linksOf(client)).toEqual([]);
    }),
  );

  it(
    "says `directory` of a listed client only",
    rolledBack(async () => {
      const { actor, seller, other, client } = await consentScene();
      const hinted = (via: string) =>
        beforeConsent(actor, client, [seller, other], { offered: { via: [via] } });
      await linkClient(hinted("directory"), agree(seller));
      expect(await linksOf(client)).toMatchObject([{ via: "deep-link" }]);
      await makeListing(client, "Atelier Feeds");
      await linkClient(hinted("directory"), agree(other));
      expect((await linksOf(client)).map(({ via }) => via).sort()).toEqual(["deep-link", "directory"]);
    }),
  );
});

describe("linking a client that nobody has reviewed", () => {
  const strict = { act: "link unreviewed client" } as const;

  it(
    "wants its own form, a fresh sign-in and the SellerId typed",
    rolledBack(async () => {
      const { actor, seller, other, client } = await consentScene({});
      const plain = beforeConsent(actor, client, [seller, other]);
      expect(
        await linkClient(plain, agree(seller, { typedSellerId: String(seller.sellerId) })),
      ).toMatchObject({
        code: "stale",
      });
      const typing = (typedSellerId?: string) =>
        linkClient(beforeConsent(actor, client, [seller, other], strict), agree(seller, { typedSellerId }));
      expect(await typing()).toMatchObject({ code: "invalid", fields: { typedSellerId: "required" } });
      for (const wrong of [String(other.sellerId), ` ${seller.sellerId}`, `0${seller.sellerId}`]) {
        expect(await typing(wrong)).toMatchObject({ fields: { typedSellerId: "seller_id_mismatch" } });
      }
      await asFounder((tx) => tx.update(sessions).set({ freshAt: inSeconds(-601) }));
      expect(await typing(String(seller.sellerId))).toMatchObject({ code: "sign_in_again" });
      expect(await linksOf(client)).toEqual([]);
      await asFounder((tx) => tx.update(sessions).set({ freshAt: now() }));
      expect(await typing(String(seller.sellerId))).toMatchObject({ ok: true });
      expect(await asFounder((tx) => tx.select().from(consents))).toMatchObject([{ reviewed: false }]);
    }),
  );

  it(
    "stops at five accounts of others; its own organisation's are not counted",
    rolledBack(async () => {
      const { actor, seller, client, partner } = await consentScene({});
      await makeLink(client, await makeSeller(partner));
      for (let n = 0; n < 5; n++)
        await makeLink(client, await makeSeller({ id: (await makeActor()).organisationId }));
      const form = () => beforeConsent(actor, client, [seller], strict);
      const typed = agree(seller, { typedSellerId: String(seller.sellerId) });
      expect(await linkClient(form(), typed)).toMatchObject({
        code: "limit",
        facts: { limit: "unreviewed_links" },
      });
      const [last] = await linksOf(client);
      await asFounder((tx) =>
        tx
          .update(sellerLinks)
          .set({ unlinkedAt: now() })
          .where(eq(sellerLinks.id, last?.id ?? "")),
      );
      expect(await linkClient(form(), typed)).toMatchObject({ ok: true });
    }),
  );

  it(
    "asks nothing more of a client of one's own",
    rolledBack(async () => {
      const { actor, seller } = await consentScene();
      const own = await makeClient({ id: actor.organisationId });
      expect(await linkClient(beforeConsent(actor, own, [seller]), agree(seller))).toMatchObject({
        ok: true,
      });
      expect(await linksOf(own)).toMatchObject([{ toldBy: "own" }]);
    }),
  );
});

describe("linking by an invitation", () => {
  it(
    "accepts it with the link, which carries its reference",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const { id, token } = await makeInvitation(client, { reference: "customer 7" });
      const form = beforeConsent(actor, client, [seller], { offered: { invitation: [token] } });
      expect(await linkClient(form, agree(seller))).toMatchObject({ ok: true });
      const [link] = await linksOf(client);
      expect(link).toMatchObject({ via: "invitation", reference: "customer 7" });
      const [row] = await asFounder((tx) => tx.select().from(invitations).where(eq(invitations.id, id)));
      expect(row).toMatchObject({ acceptedBy: actor.personId, linkId: link?.id });
      const kept = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
      expect(kept.map(({ type }) => type).sort()).toEqual(["invitation.accepted", "link.created"]);
      expect(JSON.stringify(kept)).not.toContain(token);
    }),
  );

  it(
    "is a `request` where it was addressed to the organisation's account",
    rolledBack(async () => {
      const { actor, seller, client } = await consentScene();
      const { id } = await makeInvitation(client, { addresseeSellerId: seller.sellerId });
      const form = beforeConsent(actor, client, [seller], { offered: { invitation: [id] } });
      expect(await linkClient(form, agree(seller))).toMatchObject({ ok: true });
      expect(await linksOf(client)).toMatchObject([{ via: "request" }]);
    }),
  );

  it(
    "stops hard at another account than the expected one",
    rolledBack(async () => {
      const { actor, seller, other, client } = await consentScene();
      const { token } = await makeInvitation(client, { expectedSellerId: seller.sellerId });
      const form = beforeConsent(actor, client, [seller, other], { offered: { invitation: [token] } });
      expect(await linkClient(form, agree(other))).toMatchObject({
        code: "invalid",
        fields: { sellerId: "seller_not_expected" },
        facts: { expected: String(seller.sellerId) },
      });
      expect(await linksOf(client)).toEqual([]);
      expect(await linkClient(form, agree(seller))).toMatchObject({ ok: true });
    }),
  );

  it(
    "is `expired` where it is used, withdrawn, too old, unknown or another client's, and nothing is linked",
    rolledBack(async () => {
      const { actor, seller, client, partner } = await consentScene();
      const foreign = await makeClient(partner);
      const ends = { acceptedAt: now() };
      const tokens = [
        (await makeInvitation(client, ends)).token,
        (await makeInvitation(client, { withdrawnAt: now() })).token,
        (await makeInvitation(client, { expiresAt: inSeconds(-1) })).token,
        (await makeInvitation(foreign)).token,
        (await makeInvitation(client, { addresseeSellerId: 1 })).id,
        "nothing",
      ];
      for (const invitation of tokens) {
        const form = beforeConsent(actor, client, [seller], { offered: { invitation: [invitation] } });
        expect(await linkClient(form, agree(seller))).toMatchObject({ code: "expired" });
      }
      expect(await linksOf(client)).toEqual([]);
    }),
  );
});
