import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, invitations, mails } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeMember, makeSession, rolledBack, viewerOf } from "@/db/testing";
import { moveClock } from "../clock";
import { hashToken, unseal } from "../secrets";
import { findInvitationByToken, findRequest, listRequests } from "./find-invitation";
import {
  csvFile,
  decline,
  holding,
  invite,
  inviting,
  listed,
  makeInvitationScene,
  nothing,
  rows,
} from "./invitation-scene.testing";
import { inviteFromFile } from "./invite-from-file";
import { inviteSeller } from "./invite-seller";
import { listInvitations } from "./list-invitations";
import { noteInvitationStep } from "./note-invitation-step";
import { resendInvitation } from "./resend-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

const letters = () =>
  asFounder((tx) =>
    tx
      .select({ to: mails.recipient, kind: mails.kind, text: mails.sealedText })
      .from(mails)
      .orderBy(mails.id),
  ).then((all) => all.map((one) => ({ ...one, text: unseal(one.text) })));
const trail = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

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
        await invite(scene, { email: { email: "much@asked.test" }, message: "Buy my soap" });
      }
      const sent = await letters();
      expect(sent).toHaveLength(5);
      expect(sent.map(({ text }) => text).join()).not.toContain("soap");
      expect(await rows()).toHaveLength(7);
    }),
  );
});

describe("sending again", () => {
  it(
    "makes a new link, ends the old one, and is done once per form",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const first = await invite(scene, { email: { email: "shop@asked.test" } });
      const form = holding(scene.partner, "resend invitation", first.id);
      const again = await resendInvitation(form, { invitationId: first.id });
      expect(again).toMatchObject({ ok: true, view: { id: first.id, hasAddressee: true } });
      if (!again.ok) return;
      expect(again.view.url).not.toBe(first.url);
      expect(await findInvitationByToken(first.token)).toBeNull();
      expect(await findInvitationByToken(again.view.url.slice(-43))).toMatchObject({ state: "open" });
      expect(await resendInvitation(form, { invitationId: first.id })).toMatchObject({ code: "stale" });
      expect((await letters()).map(({ to }) => to)).toEqual(["shop@asked.test", "shop@asked.test"]);
      expect(JSON.stringify(await trail())).not.toContain(again.view.url.slice(-43));
    }),
  );

  it(
    "opens one that was too old for as long as at first",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const first = await invite(scene);
      try {
        moveClock(8 * 86_400);
        // The session of a week ago is over; the same person signs in anew.
        const { id } = await makeSession(
          { id: scene.partner.personId },
          { id: scene.partner.organisationId },
        );
        const partner = { ...scene.partner, sessionId: id };
        expect((await listed({ ...scene, partner })).items[0]?.state).toBe("expired");
        const again = await resendInvitation(holding(partner, "resend invitation", first.id), {
          invitationId: first.id,
        });
        expect(again).toMatchObject({ ok: true });
        expect((await listed({ ...scene, partner })).items[0]?.state).toBe("open");
      } finally {
        moveClock(0);
      }
    }),
  );
});

describe("withdrawing", () => {
  it(
    "ends the link and the request; a second time, or after a no, it says that it has ended",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene, { email: { sellerId: scene.account.sellerId } });
      const act = () =>
        withdrawInvitation(holding(scene.partner, "withdraw invitation", one.id), { invitationId: one.id });
      expect(await act()).toMatchObject({ ok: true });
      expect(await findInvitationByToken(one.token)).toMatchObject({ state: "withdrawn" });
      expect(await listRequests(scene.seller.organisationId)).toEqual([]);
      expect(await act()).toMatchObject({ ok: false, code: "expired" });
      expect(await decline(scene.seller, one.token, one.id)).toMatchObject({ ok: false, code: "expired" });
      const again = holding(scene.partner, "resend invitation", one.id);
      expect(await resendInvitation(again, { invitationId: one.id })).toMatchObject({ code: "expired" });
      expect((await trail()).filter(({ type }) => type === "invitation.withdrawn")).toHaveLength(1);
    }),
  );

  it(
    "and sending again are the sender's alone: to others the id is unknown",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene);
      const rival = await makeActor({ kind: "aggregator" });
      const id = { invitationId: one.id };
      expect(await withdrawInvitation(holding(rival, "withdraw invitation", one.id), id)).toMatchObject({
        code: "not_found",
      });
      expect(await resendInvitation(holding(rival, "resend invitation", one.id), id)).toMatchObject({
        ok: false,
      });
      const unoffered = holding(scene.partner, "withdraw invitation", "x");
      expect(await withdrawInvitation(unoffered, id)).toMatchObject({ code: "not_found" });
      const viewer = await makeActor({ role: "viewer", organisationId: scene.partner.organisationId });
      expect(await withdrawInvitation(holding(viewer, "withdraw invitation", one.id), id)).toMatchObject({
        code: "not_allowed",
      });
      expect(await findInvitationByToken(one.token)).toMatchObject({ state: "open" });
    }),
  );
});

describe("declining", () => {
  it(
    "works by the link and as a request, and tells the sender why",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account, client } = scene;
      const byLink = await invite(scene, { reference: "ref 1" });
      const asked = await invite(scene, { email: { sellerId: account.sellerId } });
      expect(await decline(seller, byLink.token, byLink.id, "We use another tool")).toMatchObject({
        ok: true,
        view: { goTo: `/i/${byLink.token}?done=declined` },
      });
      expect(await decline(seller, asked.id, asked.id)).toMatchObject({ ok: true });
      const { items } = await listed(scene);
      expect(items.map(({ state }) => state)).toEqual(["declined", "declined"]);
      expect(items.find(({ id }) => id === byLink.id)?.declineReason).toBe("We use another tool");
      const told = (await letters()).filter(({ to }) => to === client.contactEmail);
      expect(told[0]?.text).toContain("We use another tool");
      expect(told[0]?.text).toContain("ref 1");
      const said = (await trail()).filter(({ type }) => type === "invitation.declined");
      expect(said).toHaveLength(2);
      expect(JSON.stringify(said)).not.toContain(byLink.token);
      expect(await decline(seller, asked.id, asked.id)).toMatchObject({ ok: false, code: "expired" });
    }),
  );

  it(
    "is not for viewers, partners, or whoever is not asked",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { seller, account, partner } = scene;
      const asked = await invite(scene, { email: { sellerId: account.sellerId } });
      const viewer = await makeActor({ role: "viewer", organisationId: seller.organisationId });
      expect(await decline(viewer, asked.id, asked.id)).toMatchObject({ code: "not_allowed" });
      expect(await decline(partner, asked.token, asked.id)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor();
      expect(await decline(stranger, asked.id, asked.id)).toMatchObject({ ok: false });
      const other = await invite(scene);
      expect(await decline(seller, other.token, asked.id)).toMatchObject({ code: "not_found" });
      expect((await rows()).every(({ declinedAt }) => declinedAt === null)).toBe(true);
    }),
  );
});

describe("the sender's list", () => {
  it(
    "shows how far somebody came, forwards only, and who stopped a day ago",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const one = await invite(scene);
      const seen = async () => {
        const [item] = (await listed(scene)).items;
        return [item?.step, item?.isAbandoned];
      };
      expect(await seen()).toEqual([null, false]);
      await noteInvitationStep(one.token, "consent");
      await noteInvitationStep(one.token, "opened");
      expect(await seen()).toEqual(["consent", false]);
      try {
        moveClock(86_401);
        expect(await seen()).toEqual(["consent", true]);
      } finally {
        moveClock(0);
      }
    }),
  );

  it(
    "is the organisation's own, by state and page by page, none lost and none twice",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const text = `reference\n${Array.from({ length: 120 }, (_, n) => `ref ${n}`).join("\n")}`;
      const form = inviting(scene, "invite from file");
      const input = { clientId: scene.client.clientId, message: "", csv: csvFile(text) };
      expect(await inviteFromFile(form, input)).toMatchObject({ ok: true, view: { made: 120, bad: [] } });
      const seen: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const page: Awaited<ReturnType<typeof listInvitations>> = await listInvitations(
          viewerOf(scene.partner),
          { state: "open", after },
        );
        seen.push(...page.items.map(({ reference }) => reference));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(120);
      expect(seen).toHaveLength(120);
      const rival = await makeActor({ kind: "partner" });
      expect((await listInvitations(viewerOf(rival), {})).items).toEqual([]);
      expect((await listInvitations(viewerOf(scene.partner), { state: "accepted" })).items).toEqual([]);
      const odd = await listInvitations(viewerOf(scene.partner), { after: "1.'; drop", limit: 3 });
      expect(odd.items).toHaveLength(3);
      await asFounder((tx) =>
        tx.update(invitations).set({ withdrawnAt: new Date() }).where(eq(invitations.reference, "ref 7")),
      );
      const withdrawn = await listInvitations(viewerOf(scene.partner), { state: "withdrawn" });
      expect(withdrawn.items.map(({ reference }) => reference)).toEqual(["ref 7"]);
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
