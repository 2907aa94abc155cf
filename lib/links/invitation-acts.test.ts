import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { makeActor, makeClient, makeLink, makeMember, rolledBack } from "@/db/testing";
import { hashToken } from "../secrets";
import { findInvitationByToken, findRequest, listRequests } from "./find-invitation";
import {
  invite,
  inviting,
  letters,
  makeInvitationScene,
  nothing,
  rows,
  trail,
} from "./invitation-scene.testing";
import { inviteSeller } from "./invite-seller";

describe("an invitation", () => {
  it(
    "is made with a link that is stored as a hash, and an event without it",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { token, id, url, qr } = await invite(scene, { reference: "shop 7" });
      expect(url).toMatch(/^http.*\/i\/[\w-]{43}$/);
      expect(qr.path).toMatch(/^M\d+ \d+h/);
      const [row] = await rows();
      expect(row).toMatchObject({ id, reference: "shop 7", clientRowId: scene.client.id, sends: 1 });
      expect(row?.tokenHash).toEqual(hashToken(token));
      const made = (await trail()).filter(({ type }) => type === "invitation.created");
      expect(made).toHaveLength(1);
      expect(JSON.stringify(made)).not.toContain(token);
      expect(await findInvitationByToken(token)).toMatchObject({ id, state: "open", by: "token" });
      expect(await findInvitationByToken(`${token.slice(1)}A`)).toBeNull();
      expect(await findInvitationByToken("no token")).toBeNull();
      expect(await letters()).toEqual([]);
    }),
  );

  it(
    "is refused to viewers, to sellers, and for clients that are not one's own or not working",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { partner, client } = scene;
      const input = { ...nothing, clientId: client.clientId };
      const viewer = await makeActor({ role: "viewer", organisationId: partner.organisationId });
      for (const actor of [viewer, scene.seller]) {
        const wrong = await inviteSeller(inviting({ ...scene, partner: actor }, "invite seller"), input);
        expect(wrong).toMatchObject({ ok: false, code: "not_allowed" });
      }
      const other = await makeClient({ id: scene.seller.organisationId });
      const foreign = { ...scene, client: other };
      const named = { ...input, clientId: other.clientId };
      // Even where a form had offered it.
      expect(await inviteSeller(inviting(foreign, "invite seller"), named)).toMatchObject({
        code: "not_found",
      });
      expect(await inviteSeller(inviting(scene, "invite seller"), named)).toMatchObject({
        code: "not_found",
      });
      expect(await rows()).toEqual([]);
    }),
  );

  it(
    "comes of one form once",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const form = inviting(scene, "invite seller");
      const input = { ...nothing, clientId: scene.client.clientId };
      expect(await inviteSeller(form, input)).toMatchObject({ ok: true });
      expect(await inviteSeller(form, input)).toMatchObject({ ok: false, code: "stale" });
      expect(await rows()).toHaveLength(1);
    }),
  );

  it(
    "that asks one account and expects another is refused with the one that is asked",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { sellerId } = scene.account;
      const input = { ...nothing, clientId: scene.client.clientId, email: { sellerId } };
      const other = { ...input, expectedSellerId: sellerId + 1 };
      expect(await inviteSeller(inviting(scene, "invite seller"), other)).toMatchObject({
        code: "invalid",
        fields: { expectedSellerId: "seller_not_expected" },
        facts: { expected: String(sellerId) },
      });
      expect(await rows()).toEqual([]);
      const same = { ...input, expectedSellerId: sellerId };
      expect(await inviteSeller(inviting(scene, "invite seller"), same)).toMatchObject({ ok: true });
    }),
  );

  it(
    "of a linked account says so, for that is the sender's own knowledge",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      await makeLink(scene.client, scene.account);
      const { sellerId } = scene.account;
      const input = { ...nothing, clientId: scene.client.clientId };
      for (const over of [{ expectedSellerId: sellerId }, { email: { sellerId } }]) {
        const again = await inviteSeller(inviting(scene, "invite seller"), { ...input, ...over });
        expect(again).toMatchObject({ ok: false, code: "already_linked" });
      }
    }),
  );
});

describe("a request", () => {
  it(
    "waits for the owner of the account or of the address, and for nobody else",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account, partner } = scene;
      const stranger = await makeActor();
      const bySeller = await invite(scene, { email: { sellerId: account.sellerId } });
      const byMail = await invite(scene, { email: { email: seller.email.toUpperCase() } });
      const waiting = await listRequests(seller.organisationId);
      expect(new Set(waiting.map(({ id }) => id))).toEqual(new Set([bySeller.id, byMail.id]));
      expect(await findRequest(seller.organisationId, bySeller.id)).toMatchObject({
        by: "request",
        expectedSellerId: account.sellerId,
      });
      for (const other of [stranger, partner]) {
        expect(await listRequests(other.organisationId)).toEqual([]);
        expect(await findRequest(other.organisationId, bySeller.id)).toBeNull();
      }
      expect(await findRequest(seller.organisationId, "1")).toBeNull();
    }),
  );

  it(
    "is answered the same whether its addressee is known or not; only the letters differ",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const shape = ({
        token: _t,
        url: _u,
        qr: _q,
        id: _i,
        expiresAt: _e,
        ...rest
      }: Awaited<ReturnType<typeof invite>>) => rest;
      const known = await invite(scene, { email: { sellerId: scene.account.sellerId } });
      const unknown = await invite(scene, { email: { sellerId: 999_999_999 } });
      const mailed = await invite(scene, { email: { email: scene.seller.email } });
      const strange = await invite(scene, { email: { email: "nobody@nowhere.test" } });
      for (const one of [unknown, mailed, strange]) expect(shape(one)).toEqual(shape(known));
      const sent = await letters();
      expect(sent.map(({ to, kind }) => [to, kind])).toEqual([
        [scene.seller.email, "request"],
        [scene.seller.email, "invitation"],
        ["nobody@nowhere.test", "invitation"],
      ]);
      expect(sent[0]?.text).toContain(known.url);
      expect(sent[0]?.text).toMatch(/never|nobody ever/i);
    }),
  );

  it(
    "writes five letters an hour to one address, in our words alone",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      for (let n = 0; n < 7; n++) {
        const client = await makeClient({ id: scene.partner.organisationId });
        await invite({ ...scene, client }, { email: { email: "much@asked.test" }, message: "Buy my soap" });
      }
      const sent = await letters();
      expect(sent).toHaveLength(5);
      expect(sent.map(({ text }) => text).join()).not.toContain("soap");
      expect(await rows()).toHaveLength(7);
    }),
  );

  it(
    "to accounts that do not exist has a counter of its own each, so that no sender waits for another's",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      for (const sellerId of [999_999_991, 999_999_992]) await invite(scene, { email: { sellerId } });
      const counters = await asFounder((tx) =>
        tx.execute(sql`select key from limit_counters where key like 'mail:%'`),
      );
      expect(counters).toHaveLength(2);
    }),
  );
});

it(
  "a person who joins the asked organisation later sees its requests as well",
  rolledBack(async () => {
    const scene = await makeInvitationScene();
    const late = await makeActor();
    await invite(scene, { email: { email: late.email } });
    expect(await listRequests(scene.seller.organisationId)).toEqual([]);
    await makeMember({ id: late.personId }, { id: scene.seller.organisationId }, { role: "editor" });
    expect(await listRequests(scene.seller.organisationId)).toHaveLength(1);
  }),
);
