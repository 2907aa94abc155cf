import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import {
  ask,
  atOnce,
  eventsOf,
  lettersTo,
  makeMember,
  makeSession,
  makeVisitor,
  password,
  withForm,
} from "./act.testing";
import { changePassword } from "./change-password";
import { findViewer } from "./find-actor";
import { signIn } from "./sign-in";

beforeAll(() => ownDatabase());

const fresh = "quite another one";
const hashOf = (personId: string) => ask(sql`select password_hash from people where id = ${personId}`);

describe("changePassword", () => {
  test("takes no password that is guessed first, nor the company's name", async () => {
    const member = await makeMember();
    const before = await hashOf(member.personId);
    for (const [typed, why] of [
      ["password2026", "password_common"],
      ["MAISON - 2026", "password_own"],
    ] as const) {
      const input = { currentPassword: password, password: typed };
      const result = await changePassword(withForm(member, "change password"), input);
      expect(result).toEqual({ ok: false, code: "invalid", fields: { password: why } });
    }
    expect(await hashOf(member.personId)).toEqual(before);
  });

  test("changes it, ends every other session, renews this one, and writes a letter", async () => {
    const member = await makeMember();
    const other = await makeSession(member.personId);
    const result = await changePassword(withForm(member, "change password"), {
      currentPassword: password,
      password: fresh,
    });
    if (!result.ok) throw new Error(result.code);
    expect([await findViewer(other), await findViewer(member.sessionId)]).toEqual([null, null]);
    expect(await findViewer(result.view.sessionId)).toMatchObject({ personId: member.personId });
    expect((await lettersTo(member.email)).map(({ kind }) => kind)).toEqual(["password-changed"]);
    const { email } = member;
    expect((await signIn(makeVisitor("sign in"), { email, password: fresh, next: "" })).ok).toBe(true);
  });

  test("leaves an event without a password", async () => {
    const member = await makeMember();
    await changePassword(withForm(member, "change password"), { currentPassword: password, password: fresh });
    const events = await eventsOf(member.personId);
    expect(events.types).toEqual(["person.password_changed"]);
    expect(events.text).not.toContain(fresh);
    expect(events.text).not.toContain("argon2");
  });

  test("asks for the present password, and counts wrong ones as sign-in does", async () => {
    const member = await makeMember();
    const { address } = makeVisitor("change password");
    const guess = (currentPassword: string) =>
      changePassword(
        { ...withForm(member, "change password"), address },
        { currentPassword, password: fresh },
      );
    const before = await hashOf(member.personId);
    const refusal = { ok: false, code: "invalid", fields: { currentPassword: "wrong_password" } };
    for (let i = 0; i < 10; i++) expect(await guess("not this one")).toEqual(refusal);
    expect(await guess(password)).toMatchObject({ code: "too_many" });
    expect(await hashOf(member.personId)).toEqual(before);
  });

  test("refuses an ended session, and somebody else's", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const before = await hashOf(member.personId);
    const borrowed = { ...withForm(member, "change password"), sessionId: stranger.sessionId };
    const input = { currentPassword: password, password: fresh };
    expect(await changePassword(borrowed, input)).toMatchObject({ ok: false, code: "sign_in_again" });
    expect(await hashOf(member.personId)).toEqual(before);
  });

  test("has one winner of five at once, from five forms", async () => {
    const member = await makeMember();
    const results = await atOnce(5, () =>
      changePassword(withForm(member, "change password"), { currentPassword: password, password: fresh }),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await eventsOf(member.personId)).types).toHaveLength(1);
  });
});
