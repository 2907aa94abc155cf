import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { tellOfRecoveries } from "@/worker/tell-of-recoveries";
import { moveClock } from "../clock";
import { env } from "../env";
import { ask, atOnce, eventsOf, lettersTo, makeMember, makeVisitor, password, withForm } from "./act.testing";
import type { Visitor } from "./actor";
import { askForRecovery } from "./ask-for-recovery";
import { beginRecovery } from "./begin-recovery";
import { changePassword } from "./change-password";
import { enterCode } from "./enter-code";
import { findViewer } from "./find-actor";
import { findRecovery, findRecoveryStop } from "./find-recovery";
import { findSecondFactor } from "./find-second-factor";
import { makeFormKey, readFormKey } from "./form-key";
import type { Right } from "./rights";
import { codeOf, setUpSecondFactor } from "./second-factor.testing";
import { signIn } from "./sign-in";
import { stopRecovery } from "./stop-recovery";

beforeAll(() => ownDatabase());
afterEach(() => {
  moveClock(0);
  env().MODE = mode;
});

const mode = env().MODE;
const hours = 3600;
type Member = Awaited<ReturnType<typeof makeMember>>;

/** That browser with another form in front of it. */
const at = (visitor: Visitor, act: Right): Visitor => {
  const key = { act, holder: visitor.visitorId, organisationId: "", path: "/", offered: {} };
  return { ...visitor, key: readFormKey(makeFormKey(key)) };
};

async function makeLoser() {
  const member = await makeMember();
  const codes = await setUpSecondFactor(member);
  return { member, codes };
}

/** Gives the right password; the browser, and what its page says of it. */
async function half({ email }: Member) {
  const visitor = makeVisitor("sign in");
  const result = await signIn(visitor, { email, password, next: "" });
  if (!result.ok) throw new Error(result.code);
  const state = new URLSearchParams(result.view.goTo.split("?")[1]).get("state") ?? "";
  return { visitor, state, view: result.view };
}

async function askFor(member: Member) {
  const { visitor, state } = await half(member);
  return askForRecovery(at(visitor, "ask for recovery"), { state });
}
const tokenIn = (text = "") => /\/recover\/([\w-]{43})/.exec(text)?.[1] ?? "";
const lastLetter = async ({ email }: Member) => (await lettersTo(email)).at(-1);
const kindsTo = async ({ email }: Member) => (await lettersTo(email)).map(({ kind }) => kind).slice(1);
const begin = (token: string) => beginRecovery(makeVisitor("begin recovery"), { token });
const stop = (token: string) => stopRecovery(makeVisitor("stop recovery"), { token });
const look = (member: Member) => findSecondFactor(member, "Portal");

/** Asked for and begun; the token of the letter that stops it. */
async function beginFor(member: Member) {
  await askFor(member);
  const token = tokenIn((await lastLetter(member))?.text);
  expect(await begin(token)).toMatchObject({ ok: true });
  return { token, stopToken: tokenIn((await lastLetter(member))?.text) };
}

describe("the way back for whoever lost app and codes", () => {
  test("takes the password, a letter, and three days, and then the password alone", async () => {
    const { member } = await makeLoser();
    expect(await askFor(member)).toEqual({ ok: true, view: { email: member.email } });
    const token = tokenIn((await lastLetter(member))?.text);
    expect(await findRecovery(token)).toEqual({ isOpen: true, readyAt: null });
    expect(await begin(token)).toMatchObject({ ok: true, view: { goTo: `/recover/${token}?begun=1` } });
    expect(await findRecovery(token)).toEqual({ isOpen: false, readyAt: expect.any(Date) });

    moveClock(72 * hours - 60);
    expect((await half(member)).view.sessionId).toBeUndefined();
    moveClock(72 * hours + 60);
    const { view } = await half(member);
    expect(view).toMatchObject({ sessionId: expect.any(String), goTo: "/account/second-factor?ended=1" });
    expect(await findViewer(member.sessionId)).toBeNull();
    expect(await findViewer(view.sessionId ?? "")).toMatchObject({ personId: member.personId });
    expect(await look(member)).toEqual({ since: null, codesLeft: 0, draft: null });
    expect(await kindsTo(member)).toEqual(["recovery-asked", "recovery-begun", "recovery-done"]);
    const { types, text } = await eventsOf(member.personId);
    const those = types.filter((type) => type.includes("recovery"));
    expect(those).toEqual(["person.recovery_asked", "person.recovery_begun", "person.recovery_done"]);
    expect(text).not.toContain(token);
  });

  test("keeps no token in the clear", async () => {
    const { member } = await makeLoser();
    const { token, stopToken } = await beginFor(member);
    const [row] = await ask<{ text: string }>(
      sql`select (select string_agg(r::text, '') from recoveries r) || (select string_agg(s::text, '') from recovery_stops s) as text`,
    );
    for (const secret of [token, stopToken]) {
      expect(secret).toHaveLength(43);
      expect(row?.text).not.toContain(secret);
      expect(row?.text).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });

  test("is for nobody who did not give the password in this very browser just now", async () => {
    const { member } = await makeLoser();
    const { visitor, state } = await half(member);
    const thief = makeVisitor("ask for recovery");
    expect(await askForRecovery(thief, { state })).toEqual({ ok: false, code: "expired" });
    expect(await askForRecovery(thief, { state: "made up" })).toEqual({ ok: false, code: "expired" });
    moveClock(305);
    const form = at(visitor, "ask for recovery");
    expect(await askForRecovery(form, { state })).toEqual({ ok: false, code: "expired" });
    expect(await kindsTo(member)).toEqual([]);
    expect(await begin("x".repeat(43))).toEqual({ ok: false, code: "not_found" });
    expect(await stop("x".repeat(43))).toEqual({ ok: false, code: "not_found" });
    expect(await findRecoveryStop("x".repeat(43))).toBeNull();
  });

  test("begins once, of however many presses, and one wait at a time", async () => {
    const { member } = await makeLoser();
    await askFor(member);
    const first = tokenIn((await lastLetter(member))?.text);
    await askFor(member);
    const second = tokenIn((await lastLetter(member))?.text);
    const results = await atOnce(3, () => begin(first));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "expired")).toHaveLength(2);
    expect(await begin(second)).toEqual({ ok: false, code: "expired" });
    expect((await kindsTo(member)).filter((kind) => kind === "recovery-begun")).toHaveLength(1);
    // Asked again meanwhile, the letter says that it runs, and how to stop it.
    await askFor(member);
    expect((await kindsTo(member)).at(-1)).toBe("recovery-runs");
  });

  test("begins by no link that is older than an hour", async () => {
    const { member } = await makeLoser();
    await askFor(member);
    const token = tokenIn((await lastLetter(member))?.text);
    moveClock(hours + 5);
    expect(await findRecovery(token)).toEqual({ isOpen: false, readyAt: null });
    expect(await begin(token)).toEqual({ ok: false, code: "expired" });
  });

  test("begins by no link from before a new password", async () => {
    const { member } = await makeLoser();
    await askFor(member);
    const token = tokenIn((await lastLetter(member))?.text);
    const passwords = { currentPassword: password, password: "a brand new battery staple" };
    expect(await changePassword(withForm(member, "change password"), passwords)).toMatchObject({ ok: true });
    expect(await findRecovery(token)).toEqual({ isOpen: false, readyAt: null });
    expect(await begin(token)).toEqual({ ok: false, code: "expired" });
    expect(await kindsTo(member)).not.toContain("recovery-stopped");
  });

  test("writes five letters an hour at most, and answers as before", async () => {
    const { member } = await makeLoser();
    const { visitor, state } = await half(member);
    for (let n = 0; n < 6; n++)
      expect(await askForRecovery(at(visitor, "ask for recovery"), { state })).toMatchObject({ ok: true });
    expect(await kindsTo(member)).toHaveLength(5);
  });

  test("has one winner of two who sign in at once after the wait", async () => {
    const { member } = await makeLoser();
    await beginFor(member);
    moveClock(73 * hours);
    const views = (await atOnce(3, () => half(member))).map(({ view }) => view);
    expect(views.every(({ sessionId }) => sessionId)).toBe(true);
    expect((await kindsTo(member)).filter((kind) => kind === "recovery-done")).toHaveLength(1);
  });

  test("is over a week after the wait, and may be begun anew", async () => {
    const { member } = await makeLoser();
    await beginFor(member);
    moveClock((72 + 7 * 24) * hours + 60);
    expect((await half(member)).view.sessionId).toBeUndefined();
    await beginFor(member);
  });

  test("is not for whoever acts for the marketplace, who reads so in the letter alone", async () => {
    const { member } = await makeLoser();
    await beginFor(member);
    await ask(sql`update organisations set kind = 'operator' where id = ${member.organisationId}`);
    const [other] = [await makeLoser()];
    await askFor(other.member);
    const otherToken = tokenIn((await lastLetter(other.member))?.text);
    await ask(sql`update organisations set kind = 'operator' where id = ${other.member.organisationId}`);
    env().MODE = "production";
    expect(await askFor(member)).toEqual({ ok: true, view: { email: member.email } });
    expect((await kindsTo(member)).at(-1)).toBe("recovery-refused");
    expect(tokenIn((await lastLetter(member))?.text)).toBe("");
    expect(await begin(otherToken)).toEqual({ ok: false, code: "expired" });
    moveClock(73 * hours);
    expect((await half(member)).view.sessionId).toBeUndefined();
    expect((await look(member)).since).not.toBeNull();
  });
});

describe("a wait without second factor", () => {
  test("is told of each day, and when it is over, each time with a link that stops it", async () => {
    const { member } = await makeLoser();
    const { stopToken } = await beginFor(member);
    const tokens = [stopToken];
    expect(await tellOfRecoveries()).toBe(0);
    for (const hour of [24, 48, 72, 96]) {
      moveClock(hour * hours + 60);
      await tellOfRecoveries();
      await tellOfRecoveries();
      tokens.push(tokenIn((await lastLetter(member))?.text));
    }
    const said = (await kindsTo(member)).slice(2);
    expect(said).toEqual(["recovery-runs", "recovery-runs", "recovery-ready"]);
    expect(new Set(tokens).size).toBe(4);
    for (const token of tokens)
      expect(await findRecoveryStop(token)).toEqual({ email: member.email, readyAt: expect.any(Date) });
    expect(await stop(stopToken)).toMatchObject({ ok: true });
    for (const token of tokens) expect((await findRecoveryStop(token))?.readyAt).toBeNull();
    expect((await half(member)).view.sessionId).toBeUndefined();
  });

  test("is written of once, by however many workers", async () => {
    const { member } = await makeLoser();
    await beginFor(member);
    moveClock(25 * hours);
    await atOnce(3, tellOfRecoveries);
    expect((await kindsTo(member)).slice(2)).toEqual(["recovery-runs"]);
  });

  test("is stopped by a letter's link, once, and its person told", async () => {
    const { member } = await makeLoser();
    const { stopToken } = await beginFor(member);
    const results = await atOnce(3, () => stop(stopToken));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "expired")).toHaveLength(2);
    expect((await kindsTo(member)).slice(2)).toEqual(["recovery-stopped"]);
    expect((await eventsOf(member.personId)).types.at(-1)).toBe("person.recovery_stopped");
    moveClock(73 * hours);
    expect((await half(member)).view.sessionId).toBeUndefined();
    expect((await look(member)).codesLeft).toBe(10);
  });

  test("is stopped by a code of the app, by a recovery code, and by a new password", async () => {
    const ways: [string, (member: Member, codes: string[]) => Promise<unknown>][] = [
      ["code", async (member) => enter(member, await codeOf(member.personId))],
      ["code", (member, [code = ""]) => enter(member, code)],
      [
        "password",
        (member) =>
          changePassword(withForm(member, "change password"), {
            currentPassword: password,
            password: "a brand new battery staple",
          }),
      ],
    ];
    for (const [by, way] of ways) {
      const { member, codes } = await makeLoser();
      const { stopToken } = await beginFor(member);
      expect(await way(member, codes)).toMatchObject({ ok: true });
      expect((await findRecoveryStop(stopToken))?.readyAt).toBeNull();
      const { text, types } = await eventsOf(member.personId);
      expect(types).toContain("person.recovery_stopped");
      expect(text).toContain(`"by": "${by}"`);
      expect(await kindsTo(member)).toContain("recovery-stopped");
    }
  });

  test("is stopped by no wrong code", async () => {
    const { member } = await makeLoser();
    const { stopToken } = await beginFor(member);
    expect(await enter(member, "000")).toMatchObject({ code: "invalid" });
    expect((await findRecoveryStop(stopToken))?.readyAt).not.toBeNull();
  });
});

async function enter(member: Member, passcode: string) {
  const { visitor, state } = await half(member);
  return enterCode(at(visitor, "enter code"), { state, passcode });
}
