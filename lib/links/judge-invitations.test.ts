import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { makeActor, makeClient, makeSession, rolledBack } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { env } from "../env";
import { findInvitationByToken } from "./find-invitation";
import type { Addressee } from "./invitation-input";
import {
  csvFile,
  decline,
  holding,
  type InvitationScene,
  invite,
  inviting,
  letters,
  listed,
  makeInvitationScene,
  nothing,
  rows,
  trail,
} from "./invitation-scene.testing";
import { inviteFromFile } from "./invite-from-file";
import { inviteSeller } from "./invite-seller";
import { withdrawInvitation } from "./withdraw-invitation";

afterEach(() => {
  moveClock(0);
  Object.assign(env(), { LIMITS: "on" });
});

const ask = (scene: InvitationScene, email: Addressee | null) =>
  inviteSeller(inviting(scene, "invite seller"), { ...nothing, clientId: scene.client.clientId, email });
const shop = (n: number | string) => ({ email: `shop${n}@asked.test` });
/** Sends a file of these addresses, an empty one for a link without an addressee. */
async function upload(scene: InvitationScene, emails: string[]) {
  const text = ["reference,email", ...emails.map((email, n) => `ref ${n},${email}`)].join("\n");
  const input = { clientId: scene.client.clientId, message: "", csv: csvFile(text) };
  const result = await inviteFromFile(inviting(scene, "invite from file"), input);
  if (!result.ok) throw new Error(result.code);
  return result.view;
}
const addresses = (count: number, from = 0) => Array.from({ length: count }, (_, n) => shop(from + n).email);
/** The same person, whose old session is over, signed in anew. */
async function later(scene: InvitationScene) {
  const { personId, organisationId } = scene.partner;
  const { id: sessionId } = await makeSession({ id: personId }, { id: organisationId });
  return { ...scene, partner: { ...scene.partner, sessionId } };
}

describe("a second request to the same addressee", () => {
  it(
    "is refused while the first is open, alike for everybody",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { sellerId } = scene.account;
      const everybody = [{ sellerId }, { sellerId: 999_999_999 }, { email: scene.seller.email }, shop("x")];
      for (const one of everybody) expect(await ask(scene, one)).toMatchObject({ ok: true });
      const sent = (await letters()).length;
      const again = [];
      for (const one of everybody) again.push(await ask(scene, one));
      for (const answer of again) expect(answer).toEqual(again[0]);
      expect(again[0]).toMatchObject({ ok: false, code: "taken" });
      expect(await ask(scene, { email: scene.seller.email.toUpperCase() })).toMatchObject({ code: "taken" });
      expect(await rows()).toHaveLength(4);
      expect(await letters()).toHaveLength(sent);
      // Another client of the same sender is another matter, and so is a link without an addressee.
      const client = await makeClient({ id: scene.partner.organisationId });
      expect(await ask({ ...scene, client }, { sellerId })).toMatchObject({ ok: true });
      for (let n = 0; n < 2; n++) expect(await ask(scene, null)).toMatchObject({ ok: true });
    }),
  );

  it(
    "is made once the first was withdrawn or declined",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const email = { sellerId: scene.account.sellerId };
      const first = await invite(scene, { email });
      await withdrawInvitation(holding(scene.partner, "withdraw invitation", first.id), {
        invitationId: first.id,
      });
      const second = await invite(scene, { email });
      expect(await decline(scene.seller, second.id, second.id)).toMatchObject({ ok: true });
      expect(await ask(scene, email)).toMatchObject({ ok: true });
    }),
  );

  it(
    "takes the place of one that lapsed, which is withdrawn with an event",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const first = await invite(scene, { email: shop(1) });
      const other = await invite(scene, { email: shop(2), expires: "30d" });
      moveClock(8 * 86_400);
      const back = await later(scene);
      expect(await ask(back, shop(2))).toMatchObject({ code: "taken" });
      expect(await ask(back, shop(1))).toMatchObject({ ok: true });
      const states = (await listed(back)).items.map(({ id, state }) => [id, state]);
      expect(states).toContainEqual([first.id, "withdrawn"]);
      expect(states).toContainEqual([other.id, "open"]);
      const ended = (await trail()).filter(({ type }) => type === "invitation.withdrawn");
      expect(ended.map(({ data }) => data)).toEqual([{ invitationId: first.id }]);
    }),
  );

  it(
    "takes the place of one whose sender has left",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const colleague = await makeActor({ organisationId: scene.partner.organisationId });
      const first = await invite({ ...scene, partner: colleague }, { email: shop(1) });
      await asFounder((tx) => tx.execute(sql`delete from members where person_id = ${colleague.personId}`));
      expect(await ask(scene, shop(1))).toMatchObject({ ok: true });
      expect(await findInvitationByToken(first.token)).toMatchObject({ state: "withdrawn" });
    }),
  );

  it(
    "comes back as a row of a file, also where the first stands further up",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      await invite(scene, { email: shop(1) });
      const view = await upload(scene, [shop(1).email, shop(2).email, "", "SHOP2@asked.test", ""]);
      expect(view.made).toBe(3);
      expect(view.bad.map(({ line, code, column }) => [line, code, column])).toEqual([
        [2, "taken", "email"],
        [5, "taken", "email"],
      ]);
      expect(view.badCsv).toContain("ref 0,,shop1@asked.test,,taken");
      expect(view.linksCsv.split("\r\n").filter((line) => line.includes("/i/"))).toHaveLength(3);
    }),
  );
});

describe("invitations with an addressee", () => {
  it(
    "are fifty a day for an organisation of which nobody has reviewed a client",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const view = await upload(scene, [...addresses(48), "", ...addresses(4, 48)]);
      expect(view.made).toBe(51);
      expect(view.bad.map(({ line, code }) => [line, code])).toEqual([
        [53, "limit"],
        [54, "limit"],
      ]);
      expect(view.badCsv).toContain("ref 51,,shop50@asked.test,,limit");
      expect(await letters()).toHaveLength(50);
      const client = await makeClient({ id: scene.partner.organisationId });
      const full = { ok: false, code: "limit", facts: { limit: "invitations_unreviewed" } };
      for (const one of [shop("x"), { sellerId: scene.account.sellerId }, { sellerId: 999_999_999 }]) {
        expect(await ask({ ...scene, client }, one)).toMatchObject(full);
      }
      expect(await ask(scene, null)).toMatchObject({ ok: true });
      // Another organisation has room of its own.
      expect(await ask(await makeInvitationScene(), shop("x"))).toMatchObject({ ok: true });
      Object.assign(env(), { LIMITS: "off" });
      expect(await ask(scene, shop("x"))).toMatchObject({ ok: true });
    }),
  );

  it(
    "are not counted where they are refused",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      await upload(scene, addresses(49));
      for (let n = 0; n < 3; n++) expect(await ask(scene, shop(0))).toMatchObject({ code: "taken" });
      expect((await upload(scene, addresses(49))).bad).toHaveLength(49);
      expect(await ask(scene, shop(49))).toMatchObject({ ok: true });
      expect(await ask(scene, shop(50))).toMatchObject({ code: "limit" });
    }),
  );

  it(
    "are five thousand once one of its clients is reviewed",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      await makeClient({ id: scene.partner.organisationId }, { reviewedAt: now() });
      expect((await upload(scene, addresses(60))).made).toBe(60);
      await asFounder((tx) =>
        tx.execute(sql`update limit_counters set counts[60] = 4999 where key like 'invitations:%'`),
      );
      expect(await ask(scene, shop(60))).toMatchObject({ ok: true });
      const full = { ok: false, code: "limit", facts: { limit: "invitations_a_day" } };
      expect(await ask(scene, shop(61))).toMatchObject(full);
    }),
  );
});

describe("links to nobody in particular", () => {
  it(
    "may be open five thousand at a time for one client",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const { partner, client } = scene;
      const fill = (count: number, until: Date) =>
        asFounder((tx) =>
          tx.execute(sql`insert into invitations (id, token_hash, client_row_id, organisation_id, created_at, expires_at, sent_at)
            select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), ${client.id}, ${partner.organisationId},
              ${now().toISOString()}, ${until.toISOString()}, ${now().toISOString()} from generate_series(1, ${count}::integer)`),
        );
      await fill(50, inSeconds(-1));
      await fill(4998, inSeconds(86_400));
      const view = await upload(scene, ["", shop(1).email, "", ""]);
      expect(view.made).toBe(3);
      expect(view.bad.map(({ line, code, column }) => [line, code, column])).toEqual([[5, "limit", null]]);
      const full = { ok: false, code: "limit", facts: { limit: "open_invitations" } };
      expect(await ask(scene, null)).toMatchObject(full);
      expect(await ask(scene, shop(2))).toMatchObject({ ok: true });
      const another = await makeClient({ id: partner.organisationId });
      expect(await ask({ ...scene, client: another }, null)).toMatchObject({ ok: true });
    }),
  );
});
