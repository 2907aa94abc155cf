import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, handOvers, mails, members, secrets, sessions } from "@/db/schema";
import { makeActor, makeSecret, makeSeller, rolledBack, viewerOf } from "@/db/testing";
import { lettersTo, makeVisitor } from "../accounts/act.testing";
import { inSeconds, moveClock, now } from "../clock";
import { findHandOver } from "./find-hand-over";
import { giveHandOver } from "./give-hand-over";
import {
  eventsOf,
  give,
  inputOf,
  scene,
  secretsOf,
  show,
  typesOf,
  withdraw,
} from "./hand-over-scene.testing";
import { listHandOvers } from "./list-hand-overs";
import { showHandOver } from "./show-hand-over";

afterEach(() => moveClock(0));

describe("giving", () => {
  it(
    "gives a link for 72 hours, and nothing secret exists yet",
    rolledBack(async () => {
      const s = await scene();
      const { token, expiresAt } = await give(s, { phrase: "told by telephone" });
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(new Date(expiresAt).getTime() - now().getTime()).toBeGreaterThan(71.9 * 3_600_000);
      expect(await secretsOf(s)).toHaveLength(1);
      expect(await findHandOver(token)).toMatchObject({
        clientId: s.client.clientId,
        hasPhrase: true,
        state: "waiting",
      });
      const stored = JSON.stringify([
        await eventsOf(s),
        await asFounder((tx) => tx.select().from(handOvers)),
      ]);
      for (const hidden of [token, "told by telephone", s.plain]) expect(stored).not.toContain(hidden);
      expect(await typesOf(s)).toEqual(["hand_over.given"]);
    }),
  );

  it(
    "refuses viewers, strangers, those who signed in long ago, and accounts that are not linked",
    rolledBack(async () => {
      const s = await scene();
      const viewer = await makeActor({ organisationId: s.owner.organisationId, role: "viewer" });
      expect(await giveHandOver(s.form(viewer), inputOf(s))).toMatchObject({ code: "not_allowed" });
      expect(await giveHandOver(s.form(await makeActor()), inputOf(s))).toMatchObject({ code: "not_found" });
      const other = await makeSeller({ id: s.owner.organisationId });
      expect(await giveHandOver(s.form(s.editor), inputOf(s, { sellerId: other.sellerId }))).toMatchObject({
        code: "not_found",
        fields: { sellerId: "bad_choice" },
      });
      expect(await giveHandOver(s.form(s.editor), inputOf(s, { sellerId: null }))).toMatchObject({
        code: "invalid",
        fields: { sellerId: "required" },
      });
      await asFounder((tx) =>
        tx
          .update(sessions)
          .set({ freshAt: inSeconds(-601) })
          .where(eq(sessions.id, s.editor.sessionId)),
      );
      expect(await giveHandOver(s.form(s.editor), inputOf(s))).toMatchObject({ code: "sign_in_again" });
      expect(await asFounder((tx) => tx.select().from(handOvers))).toEqual([]);
    }),
  );

  it(
    "makes nothing from a form that was used, and at most ten at a time",
    rolledBack(async () => {
      const s = await scene();
      const form = s.form(s.editor);
      expect(await giveHandOver(form, inputOf(s))).toMatchObject({ ok: true });
      expect(await giveHandOver(form, inputOf(s))).toMatchObject({ code: "stale" });
      for (let n = 1; n < 10; n++) await give(s);
      expect(await giveHandOver(s.form(s.editor), inputOf(s))).toMatchObject({
        code: "limit",
        facts: { limit: "open_hand_overs" },
      });
      expect(await asFounder((tx) => tx.select().from(handOvers))).toHaveLength(10);
    }),
  );
});

describe("showing", () => {
  it(
    "makes one new secret, shows it once with the three values, and tells the contact; the old secret stays",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await give(s);
      const shown = await show(token);
      expect(shown).toMatchObject({
        ok: true,
        view: { clientId: s.client.clientId, sellerId: s.seller.sellerId },
      });
      const secret = shown.ok ? shown.view.secret : "";
      expect(secret).toMatch(/^mps_test_[0-9A-Za-z]{46}$/);
      const rows = await secretsOf(s);
      expect(rows).toHaveLength(2);
      expect(rows.every((row) => row.retiredAt === null && row.endsAt === null)).toBe(true);
      expect(rows.find((row) => row.label === "Plugin Ltd")).toMatchObject({ createdBy: null });

      expect(await show(token)).toMatchObject({ ok: false, code: "expired" });
      expect(await secretsOf(s)).toHaveLength(2);
      expect(await typesOf(s)).toEqual(["hand_over.given", "hand_over.opened", "secret.added"]);
      const [letter, ...more] = await lettersTo(s.client.contactEmail);
      expect(letter?.kind).toBe("hand-over-opened");
      expect(more).toEqual([]);
      const stored = JSON.stringify([
        await eventsOf(s),
        await asFounder((tx) => tx.select().from(mails)),
        letter,
      ]);
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(token);
      const opened = (await eventsOf(s)).filter(({ type }) => type !== "hand_over.given");
      expect(opened.every((event) => event.actorPersonId === null)).toBe(true);
    }),
  );

  it(
    "answers limit with two live secrets, and works once there is room",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await give(s);
      const { row } = await makeSecret(s.client);
      expect(await show(token)).toMatchObject({ code: "limit", facts: { limit: "hand_over_full" } });
      expect(await secretsOf(s)).toHaveLength(2);
      expect(await findHandOver(token)).toMatchObject({ state: "waiting" });
      await asFounder((tx) => tx.update(secrets).set({ retiredAt: now() }).where(eq(secrets.id, row.id)));
      expect(await show(token)).toMatchObject({ ok: true });
    }),
  );

  it(
    "is over when withdrawn, too old, or when its client or its giver is gone",
    rolledBack(async () => {
      const s = await scene();
      const withdrawn = await give(s);
      await withdraw(s.editor, withdrawn.handOverId);
      expect(await show(withdrawn.token)).toMatchObject({ code: "expired" });

      const old = await give(s);
      moveClock(72 * 3600 + 1);
      expect(await show(old.token)).toMatchObject({ code: "expired" });
      moveClock(0);

      await asFounder((tx) =>
        tx.update(clients).set({ suspendedAt: now() }).where(eq(clients.id, s.client.id)),
      );
      expect(await show(old.token)).toMatchObject({ code: "expired" });
      await asFounder((tx) =>
        tx.update(clients).set({ suspendedAt: null }).where(eq(clients.id, s.client.id)),
      );
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, s.editor.personId)));
      expect(await show(old.token)).toMatchObject({ code: "expired" });
      expect(await secretsOf(s)).toHaveLength(1);
      expect(await show("no-such-token")).toMatchObject({ code: "not_found" });
    }),
  );

  it(
    "takes a form of its own only",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await give(s);
      const answer = await showHandOver(makeVisitor("sign in"), { do: "show", token, phrase: "" });
      expect(answer).toMatchObject({ code: "stale" });
      expect(await secretsOf(s)).toHaveLength(1);
    }),
  );
});

describe("the phrase", () => {
  it(
    "lets nobody in without it, and a right one costs no try",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await give(s, { phrase: "told by telephone" });
      expect(await show(token)).toMatchObject({ code: "invalid", fields: { phrase: "required" } });
      for (const left of ["4", "3", "2", "1"])
        expect(await show(token, "a wrong guess")).toMatchObject({
          code: "invalid",
          fields: { phrase: "wrong_phrase" },
          facts: { left },
        });
      const { row } = await makeSecret(s.client);
      expect(await show(token, "told by telephone")).toMatchObject({ code: "limit" });
      await asFounder((tx) => tx.update(secrets).set({ retiredAt: now() }).where(eq(secrets.id, row.id)));
      expect(await show(token, "told by telephone")).toMatchObject({ ok: true });
    }),
  );

  it(
    "typed wrong five times closes the hand-over for good, and the contact is told",
    rolledBack(async () => {
      const s = await scene();
      const { token } = await give(s, { phrase: "told by telephone" });
      for (let n = 0; n < 4; n++) await show(token, "a wrong guess");
      expect(await show(token, "a wrong guess")).toMatchObject({ code: "expired" });
      expect(await show(token, "told by telephone")).toMatchObject({ code: "expired" });
      expect(await findHandOver(token)).toMatchObject({ state: "closed" });
      expect(await typesOf(s)).toEqual(["hand_over.given", "hand_over.closed"]);
      expect((await lettersTo(s.client.contactEmail)).map(({ kind }) => kind)).toEqual(["hand-over-closed"]);
      expect(await secretsOf(s)).toHaveLength(1);
    }),
  );
});

describe("withdrawing", () => {
  it(
    "takes it back once; one that was opened stays opened",
    rolledBack(async () => {
      const s = await scene();
      const first = await give(s);
      expect(await withdraw(s.editor, first.handOverId)).toMatchObject({ ok: true });
      expect(await withdraw(s.editor, first.handOverId)).toMatchObject({ code: "expired" });
      const second = await give(s);
      await show(second.token);
      expect(await withdraw(s.editor, second.handOverId)).toMatchObject({ code: "expired" });
      const states = await listHandOvers(viewerOf(s.owner), s.client.id);
      expect(states.map(({ state }) => state)).toEqual(["opened", "withdrawn"]);
      expect((await typesOf(s)).filter((type) => type === "hand_over.withdrawn")).toHaveLength(1);
    }),
  );

  it(
    "refuses viewers and strangers",
    rolledBack(async () => {
      const s = await scene();
      const { handOverId, token } = await give(s);
      const viewer = await makeActor({ organisationId: s.owner.organisationId, role: "viewer" });
      expect(await withdraw(viewer, handOverId)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor();
      expect(await withdraw(stranger, handOverId)).toMatchObject({ code: "not_found" });
      expect(await listHandOvers(viewerOf(stranger), s.client.id)).toEqual([]);
      expect(await findHandOver(token)).toMatchObject({ state: "waiting" });
    }),
  );
});
