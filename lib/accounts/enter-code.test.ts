import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import { seal } from "../secrets";
import {
  ask,
  atOnce,
  eventsOf,
  join,
  lettersTo,
  mailedToken,
  makeMember,
  makeVisitor,
  password,
} from "./act.testing";
import type { Visitor } from "./actor";
import { askForReset } from "./ask-for-reset";
import { enterCode } from "./enter-code";
import { findViewer } from "./find-actor";
import { makeFormKey, readFormKey } from "./form-key";
import { readHalfWay } from "./half-way";
import { resetPassword } from "./reset-password";
import { codeOf, setUpSecondFactor } from "./second-factor.testing";
import { signIn } from "./sign-in";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

type Member = Awaited<ReturnType<typeof makeMember>>;
const wrong = { ok: false, code: "invalid", fields: { passcode: "wrong_passcode" } };
const stateIn = (goTo: string) => new URL(goTo, "http://portal").searchParams.get("state") ?? "";
const sessionsOf = (personId: string) =>
  ask(sql`select id from sessions where person_id = ${personId} and ended_at is null`);

/** The same browser before the form of the second page. */
function atCode(visitor: Visitor): Visitor {
  const { visitorId: holder } = visitor;
  const key = { act: "enter code", holder, organisationId: "", path: "/here", offered: {} } as const;
  return { ...visitor, key: readFormKey(makeFormKey(key)) };
}

/** A member with a second factor, whose password was given in a browser. */
async function makeHalfWay(next = "") {
  const member = await makeMember();
  const codes = await setUpSecondFactor(member);
  const visitor = makeVisitor("sign in");
  const result = await signIn(visitor, { email: member.email, password, next });
  if (!result.ok) throw new Error(result.code);
  const { goTo, sessionId } = result.view;
  expect(sessionId).toBeUndefined();
  return { member, codes, visitor, state: stateIn(goTo), goTo };
}

describe("signing in with a second factor", () => {
  test("the password alone begins no session, and tells nobody whose it was", async () => {
    const { member, goTo } = await makeHalfWay();
    expect(goTo).toMatch(/^\/sign-in\/code\?state=/);
    expect(decodeURIComponent(goTo)).not.toContain(member.personId);
    expect(await sessionsOf(member.personId)).toEqual([{ id: member.sessionId }]);
  });

  test("the app's code begins it, and leads where they wanted", async () => {
    const { member, visitor, state } = await makeHalfWay("/clients?x=1");
    expect(await enterCode(atCode(visitor), { state, passcode: "12 34" })).toEqual(wrong);
    const passcode = await codeOf(member.personId);
    const result = await enterCode(atCode(visitor), {
      state,
      passcode: `${passcode.slice(0, 3)} ${passcode.slice(3)}`,
    });
    if (!result.ok) throw new Error(result.code);
    expect(result.view.goTo).toBe("/clients?x=1");
    expect(await findViewer(result.view.sessionId ?? "")).toMatchObject({ personId: member.personId });
    expect(await enterCode(atCode(visitor), { state, passcode })).toEqual(wrong);
  });

  test("a recovery code does too, once, and its owner hears of it", async () => {
    const { member, codes, visitor, state } = await makeHalfWay();
    const [code = ""] = codes;
    const typed = code.toUpperCase().replaceAll("-", " ");
    const results = await atOnce(4, () => enterCode(atCode(visitor), { state, passcode: typed }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enterCode(atCode(visitor), { state, passcode: code })).toEqual(wrong);
    const letter = (await lettersTo(member.email)).at(-1);
    expect(letter).toMatchObject({ kind: "recovery-code-used" });
    expect(letter?.text).toContain("Codes left: 9");
    const { types, text } = await eventsOf(member.personId);
    expect(types.at(-1)).toBe("person.recovery_code_used");
    expect(text).not.toContain(code);
  });

  test("waits five minutes, in this browser, for this password", async () => {
    const { member, visitor, state } = await makeHalfWay();
    const expired = { ok: false, code: "expired" };
    const passcode = () => codeOf(member.personId, 1);
    expect(await enterCode(makeVisitor("enter code"), { state, passcode: await passcode() })).toEqual(
      expired,
    );
    for (const forged of ["", "x.y.z.w", seal("{}"), seal(JSON.stringify({ personId: member.personId }))])
      expect(await enterCode(atCode(visitor), { state: forged, passcode: await passcode() })).toEqual(
        expired,
      );
    moveClock(301);
    expect(readHalfWay(visitor, state)).toBeNull();
    expect(await enterCode(atCode(visitor), { state, passcode: await passcode() })).toEqual(expired);
    moveClock(0);
    await ask(sql`update people set password_hash = 'another' where id = ${member.personId}`);
    expect(await enterCode(atCode(visitor), { state, passcode: await passcode() })).toEqual(expired);
  });

  test("gives ten tries in a quarter of an hour, from wherever", async () => {
    const { member, visitor, state } = await makeHalfWay();
    // Setting it up took one.
    const tries = await atOnce(12, () => enterCode(atCode(visitor), { state, passcode: "no" }));
    expect(tries.filter((one) => !one.ok && one.code === "invalid")).toHaveLength(9);
    const passcode = await codeOf(member.personId);
    expect(await enterCode(atCode(visitor), { state, passcode })).toMatchObject({ code: "too_many" });
  });

  test("a form of another act, or a used one, is stale and uses no code up", async () => {
    const { member, visitor, state } = await makeHalfWay();
    const passcode = await codeOf(member.personId);
    expect(await enterCode(visitor, { state, passcode })).toMatchObject({ code: "stale" });
    const form = atCode(visitor);
    const results = await atOnce(3, () => enterCode(form, { state, passcode }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "stale")).toHaveLength(2);
  });

  test("whoever is signed in confirms by the password alone, a stranger's session is none", async () => {
    const { member } = await makeHalfWay();
    const again = (sessionId: string) =>
      signIn(makeVisitor("sign in", { replaces: [sessionId] }), { email: member.email, password, next: "" });
    const stranger = await makeMember();
    expect(await again(stranger.sessionId)).toMatchObject({ ok: true, view: { goTo: /^\/sign-in\/code/ } });
    const confirmed = await again(member.sessionId);
    if (!confirmed.ok) throw new Error(confirmed.code);
    expect(confirmed.view.sessionId).toBeDefined();
    // The session before has ended: it is no proof any more.
    expect(await again(member.sessionId)).toMatchObject({ ok: true, view: { goTo: /^\/sign-in\/code/ } });
  });

  test("nobody gets in who is a member of nothing", async () => {
    const { member, visitor, state } = await makeHalfWay();
    await join(member.organisationId, (await makeMember()).personId);
    await ask(sql`delete from members where person_id = ${member.personId}`);
    const passcode = await codeOf(member.personId);
    expect(await enterCode(atCode(visitor), { state, passcode })).toEqual({ ok: false, code: "not_found" });
  });
});

describe("a reset of the password", () => {
  test("keeps the second factor, and asks for it before anybody is in", async () => {
    const member: Member = await makeMember();
    await setUpSecondFactor(member);
    await askForReset(makeVisitor("ask for reset"), { email: member.email });
    const visitor = makeVisitor("reset password");
    const fresh = "quite another one";
    const result = await resetPassword(visitor, { token: await mailedToken(member.email), password: fresh });
    if (!result.ok) throw new Error(result.code);
    expect(result.view.sessionId).toBeUndefined();
    expect(await sessionsOf(member.personId)).toEqual([]);
    const state = stateIn(result.view.goTo);
    const passcode = await codeOf(member.personId);
    const entered = await enterCode(atCode(visitor), { state, passcode });
    expect(entered).toMatchObject({ ok: true, view: { goTo: "/seller" } });
  });
});
