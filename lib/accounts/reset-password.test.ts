import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import {
  ask,
  atOnce,
  eventsOf,
  freshEmail,
  lettersTo,
  mailedToken,
  makeMember,
  makeSession,
  makeVisitor,
  password,
} from "./act.testing";
import { askForReset } from "./ask-for-reset";
import { findViewer } from "./find-actor";
import { findReset } from "./find-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

const fresh = "quite another one";
const expired = { ok: false, code: "expired" };
const reset = (token: string) => resetPassword(makeVisitor("reset password"), { token, password: fresh });

async function askedReset() {
  const member = await makeMember();
  await askForReset(makeVisitor("ask for reset"), { email: member.email });
  return { ...member, token: await mailedToken(member.email) };
}

describe("a password to be", () => {
  test("is none that is guessed first, and the link stays good", async () => {
    const { token, email } = await askedReset();
    for (const [typed, why] of [
      ["iloveyou99999", "password_common"],
      [email.toUpperCase(), "password_own"],
      ["Maison 123456", "password_own"],
    ] as const) {
      const result = await resetPassword(makeVisitor("reset password"), { token, password: typed });
      expect(result).toEqual({ ok: false, code: "invalid", fields: { password: why } });
    }
    expect(await reset(token)).toMatchObject({ ok: true });
  });
});

describe("askForReset", () => {
  test("mails a link to the owner", async () => {
    const { email, token } = await askedReset();
    expect(await findReset(token)).toMatchObject({ email, isOver: false });
  });

  test("answers alike, as late, for an unknown address, and writes to nobody", async () => {
    const email = freshEmail();
    const before = performance.now();
    const result = await askForReset(makeVisitor("ask for reset"), { email });
    expect(performance.now() - before).toBeGreaterThan(190);
    expect(result).toEqual({ ok: true, view: { email } });
    expect(await lettersTo(email)).toEqual([]);
  });

  test("writes five letters an hour", async () => {
    const { email } = await makeMember();
    for (let i = 0; i < 6; i++) await askForReset(makeVisitor("ask for reset"), { email });
    expect(await lettersTo(email)).toHaveLength(5);
  });

  test("takes a hundred an hour from one address or one /64, whomever they are for, and does no work beyond", async () => {
    const from = (address: string, email = freshEmail()) =>
      askForReset({ ...makeVisitor("ask for reset"), address }, { email });
    const { email } = await makeMember();
    const asked = await Promise.all(
      Array.from({ length: 104 }, (_, i) => from(`2001:db8:7:7::${(i + 1).toString(16)}`)),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(100);
    const refused = await from("2001:db8:7:7:ffff::", email);
    const minutes = expect.stringMatching(/^\d+$/);
    expect(refused).toMatchObject({ ok: false, code: "too_many", facts: { minutes } });
    expect(await lettersTo(email)).toEqual([]);
    expect((await from("2001:db8:7:8::1", email)).ok).toBe(true);
    expect(await lettersTo(email)).toHaveLength(1);
  });

  test("of five at once from one form, one letter", async () => {
    const { email } = await makeMember();
    const visitor = makeVisitor("ask for reset");
    const results = await atOnce(5, () => askForReset(visitor, { email }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await lettersTo(email)).toHaveLength(1);
  });

  test("needs a form", async () => {
    const { email } = await makeMember();
    const result = await askForReset({ ...makeVisitor("ask for reset"), key: null }, { email });
    expect(result).toMatchObject({ ok: false, code: "stale" });
    expect(await lettersTo(email)).toEqual([]);
  });
});

describe("resetPassword", () => {
  test("sets the password, ends every session, begins one, and tells the owner", async () => {
    const { email, personId, sessionId, token } = await askedReset();
    const second = await makeSession(personId);
    const result = await reset(token);
    if (!result.ok) throw new Error(result.code);
    expect(result.view.goTo).toBe("/seller");
    expect(await findViewer(result.view.sessionId ?? "")).toMatchObject({ personId });
    expect([await findViewer(sessionId), await findViewer(second)]).toEqual([null, null]);
    expect((await lettersTo(email)).at(-1)?.kind).toBe("password-changed");
    const enter = (typed: string) => signIn(makeVisitor("sign in"), { email, password: typed, next: "" });
    expect(await enter(password)).toMatchObject({ code: "invalid" });
    expect(await enter(fresh)).toMatchObject({ ok: true });
  });

  test("leaves an event without password, hash or token", async () => {
    const { personId, token } = await askedReset();
    await reset(token);
    const [person] = await ask<{ password_hash: string }>(
      sql`select password_hash from people where id = ${personId}`,
    );
    const events = await eventsOf(personId);
    expect(events.types).toEqual(["person.password_changed"]);
    for (const secret of [fresh, token, person?.password_hash ?? "?"])
      expect(events.text).not.toContain(secret);
  });

  test("works once, also of six at once", async () => {
    const { token } = await askedReset();
    const results = await atOnce(6, () => reset(token));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reset(token)).toEqual(expired);
  });

  test("kills the other links of that person", async () => {
    const { email, token } = await askedReset();
    await askForReset(makeVisitor("ask for reset"), { email });
    const later = await mailedToken(email);
    expect((await reset(token)).ok).toBe(true);
    expect(await reset(later)).toEqual(expired);
  });

  test("lives for an hour", async () => {
    const { token } = await askedReset();
    moveClock(3605);
    expect(await findReset(token)).toMatchObject({ isOver: true });
    expect(await reset(token)).toEqual(expired);
  });

  test("knows no other token, and needs a form", async () => {
    expect(await reset("A".repeat(43))).toEqual({ ok: false, code: "not_found" });
    const { token } = await askedReset();
    const bare = { ...makeVisitor("reset password"), key: null };
    expect(await resetPassword(bare, { token, password: fresh })).toMatchObject({ code: "stale" });
    expect(await findReset(token)).toMatchObject({ isOver: false });
  });
});
