import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import { ask, atOnce, eventsOf, lettersTo, makeMember, makeSession, withForm } from "./act.testing";
import { beginSecondFactor } from "./begin-second-factor";
import { confirmByCode } from "./confirm-by-code";
import { confirmSecondFactor } from "./confirm-second-factor";
import { endSecondFactor } from "./end-second-factor";
import { findViewer } from "./find-actor";
import { findSecondFactor } from "./find-second-factor";
import { codeOf, keyOf, setUpSecondFactor } from "./second-factor.testing";
import { base32 } from "./totp";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

type Member = Awaited<ReturnType<typeof makeMember>>;
const begin = (member: Member, passcode = "") =>
  beginSecondFactor(withForm(member, "begin second factor"), { passcode });
const confirm = async (member: Member, passcode?: string) =>
  confirmSecondFactor(withForm(member, "confirm second factor"), {
    passcode: passcode ?? (await codeOf(member.personId, 0)),
  });
const end = (member: Member, passcode: string) =>
  endSecondFactor(withForm(member, "end second factor"), { passcode });
const look = (member: Member) => findSecondFactor(member, "Portal");
const wrong = { ok: false, code: "invalid", fields: { passcode: "wrong_passcode" } };
const kindsTo = async ({ email }: Member) => (await lettersTo(email)).map(({ kind }) => kind);

describe("setting up a second factor", () => {
  test("shows a key to the session that asked, and counts from its first code on", async () => {
    const member = await makeMember();
    const elsewhere = { ...member, sessionId: await makeSession(member.personId) };
    expect(await begin(member)).toMatchObject({ ok: true });
    const { draft, since } = await look(member);
    expect(since).toBeNull();
    expect(draft?.key.replaceAll(" ", "")).toBe(base32(await keyOf(member.personId)));
    expect((await look(elsewhere)).draft).toBeNull();
    expect(await confirm(elsewhere)).toMatchObject({ code: "expired" });
    expect(await confirm(member, "000")).toEqual(wrong);
    const confirmed = await confirm(member);
    if (!confirmed.ok) throw new Error(confirmed.code);
    const { codes } = confirmed.view;
    expect(new Set(codes).size).toBe(10);
    expect(await look(member)).toMatchObject({ draft: null, codesLeft: 10, since: expect.any(Date) });
    expect(await findViewer(elsewhere.sessionId)).toBeNull();
    expect(await findViewer(member.sessionId)).not.toBeNull();
    expect(await kindsTo(member)).toEqual(["second-factor-set"]);
  });

  test("keeps neither key nor codes in the clear, nor in the trail", async () => {
    const member = await makeMember();
    const codes = await setUpSecondFactor(member);
    const key = await keyOf(member.personId);
    const rows = await ask<{ text: string }>(
      sql`select (to_jsonb(f)::text || (select string_agg(c::text, '') from recovery_codes c)) as text
          from second_factors f where person_id = ${member.personId}`,
    );
    const [letter] = await lettersTo(member.email);
    const { types, text } = await eventsOf(member.personId);
    expect(types).toEqual(["person.second_factor_begun", "person.second_factor_set"]);
    const kept = `${rows[0]?.text} ${text} ${letter?.text}`;
    const secrets = [base32(key), key.toString("base64"), key.toString("hex"), ...codes];
    for (const secret of secrets) expect(kept).not.toContain(secret);
    for (const code of codes) expect(kept).not.toContain(Buffer.from(code).toString("hex"));
  });

  test("forgets a key that nobody confirmed within a quarter of an hour", async () => {
    const member = await makeMember();
    await begin(member);
    moveClock(905);
    expect((await look(member)).draft).toBeNull();
    const { sessionId } = member;
    await ask(sql`update sessions set fresh_at = now() + interval '1 hour' where id = ${sessionId}`);
    expect(await confirm(member)).toMatchObject({ code: "expired" });
  });

  test("asks for a fresh sign-in, and for nobody else's session", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const borrowed = { ...member, sessionId: stranger.sessionId };
    expect(await begin(borrowed)).toMatchObject({ code: "sign_in_again" });
    moveClock(605);
    expect(await begin(member)).toMatchObject({ code: "sign_in_again", facts: { href: /again=1/ } });
  });

  test("has one winner of five presses of one form", async () => {
    const member = await makeMember();
    await begin(member);
    const [form, passcode] = [withForm(member, "confirm second factor"), await codeOf(member.personId)];
    const results = await atOnce(5, () => confirmSecondFactor(form, { passcode }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "stale")).toHaveLength(4);
    expect((await look(member)).codesLeft).toBe(10);
  });

  test("replaces one only for who has a code of it, and keeps it until then", async () => {
    const member = await makeMember();
    const [recovery = ""] = await setUpSecondFactor(member);
    const before = await keyOf(member.personId);
    expect(await begin(member)).toEqual(wrong);
    expect(await begin(member, "123")).toEqual(wrong);
    expect(await begin(member, recovery)).toMatchObject({ ok: true });
    expect((await look(member)).since).not.toBeNull();
    expect(await confirm(member)).toMatchObject({ ok: true });
    expect((await keyOf(member.personId)).equals(before)).toBe(false);
    expect((await look(member)).codesLeft).toBe(10);
    expect(await end(member, recovery)).toEqual(wrong);
    const { types } = await eventsOf(member.personId);
    expect(types.slice(1)).toEqual([
      "person.second_factor_set",
      "person.recovery_code_used",
      "person.second_factor_begun",
      "person.second_factor_set",
    ]);
  });
});

describe("turning it off", () => {
  test("takes a code, signs out elsewhere, deletes everything, and tells", async () => {
    const member = await makeMember();
    await setUpSecondFactor(member);
    const other = await makeSession(member.personId);
    expect(await end(member, "000000 ")).toEqual(wrong);
    expect(await end(member, await codeOf(member.personId))).toMatchObject({ ok: true });
    expect(await look(member)).toEqual({ since: null, codesLeft: 0, draft: null });
    expect(await findViewer(other)).toBeNull();
    expect((await kindsTo(member)).at(-1)).toBe("second-factor-ended");
    expect(await end(member, "123456")).toEqual(wrong);
  });

  test("asks for a fresh sign-in", async () => {
    const member = await makeMember();
    await setUpSecondFactor(member);
    moveClock(605);
    expect(await end(member, await codeOf(member.personId))).toMatchObject({ code: "sign_in_again" });
  });
});

describe("confirming by a code", () => {
  const confirmBy = (member: Member, passcode: string) =>
    confirmByCode(withForm(member, "confirm by code"), { passcode, next: "/new-client?as=seller" });

  test("makes the session fresh under a new id, and leads back", async () => {
    const member = await makeMember();
    await setUpSecondFactor(member);
    moveClock(1200);
    const result = await confirmBy(member, await codeOf(member.personId, 0));
    if (!result.ok) throw new Error(result.code);
    expect(result.view.goTo).toBe("/new-client?as=seller");
    expect(await findViewer(member.sessionId)).toBeNull();
    const sessionId = result.view.sessionId ?? "";
    expect(await findViewer(sessionId)).toMatchObject({ personId: member.personId });
    expect(await begin({ ...member, sessionId }, await codeOf(member.personId, 1))).toMatchObject({
      ok: true,
    });
  });

  test("takes each code once, however many come at once, and ten tries in all", async () => {
    const member = await makeMember();
    await setUpSecondFactor(member);
    const code = await codeOf(member.personId);
    // A key of its own each: the code decides.
    const results = await atOnce(4, () => confirmBy(member, code));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const rest = await makeMember();
    await setUpSecondFactor(rest);
    for (let i = 0; i < 9; i++) expect(await confirmBy(rest, "0")).toEqual(wrong);
    expect(await confirmBy(rest, await codeOf(rest.personId))).toMatchObject({ code: "too_many" });
  });

  test("is nothing for somebody without one", async () => {
    expect(await confirmBy(await makeMember(), "123456")).toEqual(wrong);
  });
});
