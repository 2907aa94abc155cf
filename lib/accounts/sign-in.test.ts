import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { asVisitor } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { moveClock } from "../clock";
import { takeLimitIn } from "../limits/take-limit";
import {
  ask,
  atOnce,
  freshEmail,
  join,
  lettersTo,
  mailedToken,
  makeMember,
  makeOrganisation,
  makeVisitor,
  password,
  withForm,
} from "./act.testing";
import { askForReset } from "./ask-for-reset";
import { findViewer } from "./find-actor";
import { resetPassword } from "./reset-password";
import { showOrganisation } from "./show-organisation";
import { signIn } from "./sign-in";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

const wrong = "not this password";
const sessionsOf = (personId: string) => ask(sql`select 1 from sessions where person_id = ${personId}`);

describe("signIn", () => {
  test("begins a session, however the address is written", async () => {
    const { email, personId } = await makeMember();
    const typed = email.toUpperCase();
    const result = await signIn(makeVisitor("sign in"), { email: typed, password, next: "/clients?q=1" });
    if (!result.ok) throw new Error(result.code);
    expect(result.view.goTo).toBe("/clients?q=1");
    expect(await findViewer(result.view.sessionId ?? "")).toMatchObject({ personId });
  });

  test("leads to the door where the way back is another host's", async () => {
    const { email } = await makeMember();
    const result = await signIn(makeVisitor("sign in"), { email, password, next: "//evil.test" });
    expect(result).toMatchObject({ ok: true, view: { goTo: "/seller" } });
  });

  test("leads the marketplace's staff to their desk", async () => {
    const { email, organisationId } = await makeMember();
    await ask(sql`update organisations set kind = 'operator' where id = ${organisationId}`);
    const result = await signIn(makeVisitor("sign in"), { email, password, next: "" });
    expect(result).toMatchObject({ ok: true, view: { goTo: "/operator" } });
  });

  test("a password has no end: after three years it opens as on the first day", async () => {
    const { email } = await makeMember();
    moveClock(3 * 365 * 86_400);
    const result = await signIn(makeVisitor("sign in"), { email, password, next: "" });
    expect(result).toMatchObject({ ok: true, view: { goTo: "/seller" } });
  });

  test("answers alike for a wrong password and an unknown address", async () => {
    const { email, personId } = await makeMember();
    const known = await signIn(makeVisitor("sign in"), { email, password: wrong, next: "" });
    const unknown = await signIn(makeVisitor("sign in"), { email: freshEmail(), password: wrong, next: "" });
    expect(known).toEqual({ ok: false, code: "invalid", fields: { password: "wrong_password" } });
    expect(unknown).toEqual(known);
    expect(await sessionsOf(personId)).toHaveLength(1);
  });

  test("refuses the eleventh try from one address, even the right one, and no other address", async () => {
    const { email } = await makeMember();
    const { address } = makeVisitor("sign in");
    const from = (typed: string, at = address) =>
      signIn({ ...makeVisitor("sign in"), address: at }, { email, password: typed, next: "" });
    for (let i = 0; i < 10; i++) expect(await from(wrong)).toMatchObject({ code: "invalid" });
    const refused = await from(password);
    expect(refused).toMatchObject({
      ok: false,
      code: "too_many",
      facts: { minutes: expect.stringMatching(/^1\d$/) },
    });
    expect((await from(password, makeVisitor("sign in").address)).ok).toBe(true);
  });

  test("counts the addresses of one /64 as one", async () => {
    const { email } = await makeMember();
    const from = (typed: string, address: string) =>
      signIn({ ...makeVisitor("sign in"), address }, { email, password: typed, next: "" });
    for (let i = 0; i < 10; i++) await from(wrong, `2001:db8:9:9:${i}::1`);
    expect(await from(password, "2001:db8:9:9:abc::1")).toMatchObject({ code: "too_many" });
    expect((await from(password, "2001:db8:9:a::1")).ok).toBe(true);
  });

  test("guessed at from everywhere, an account gets three tries from each network, and its owner is not locked out", async () => {
    const { email } = await makeMember();
    const from = (typed: string, address: string) =>
      signIn({ ...makeVisitor("sign in"), address }, { email, password: typed, next: "" });
    const counter = { name: "sign-in-account", max: 100, windowSeconds: 3600 };
    await asVisitor((tx) => takeLimitIn(tx, counter, email, 100));
    for (const address of ["203.0.113.1", "203.0.113.2"]) {
      for (let i = 0; i < 3; i++) expect(await from(wrong, address)).toMatchObject({ code: "invalid" });
      expect(await from(password, address)).toMatchObject({ code: "too_many" });
    }
    expect((await from(password, "203.0.113.3")).ok).toBe(true);
  });

  test("while everybody is guessed at, each network gets three tries at an account", async () => {
    const { email } = await makeMember();
    const from = (typed: string, address: string) =>
      signIn({ ...makeVisitor("sign in"), address }, { email, password: typed, next: "" });
    const counter = { name: "sign-in-all", max: 3000, windowSeconds: 900 };
    await ask(sql`delete from limit_counters`);
    await asVisitor((tx) => takeLimitIn(tx, counter, "", 3000));
    for (let i = 0; i < 3; i++) await from(wrong, "203.0.113.7");
    expect(await from(password, "203.0.113.7")).toMatchObject({ code: "too_many" });
    expect((await from(password, "203.0.113.8")).ok).toBe(true);
    await ask(sql`delete from limit_counters`);
  });

  test("the right password after many wrong ones brings a letter, once an hour", async () => {
    const { email } = await makeMember();
    const from = (typed: string) => signIn(makeVisitor("sign in"), { email, password: typed, next: "" });
    for (let i = 0; i < 4; i++) await from(wrong);
    expect((await from(password)).ok).toBe(true);
    expect(await lettersTo(email)).toEqual([]);
    await from(wrong);
    for (let i = 0; i < 3; i++) expect((await from(password)).ok).toBe(true);
    const letters = await lettersTo(email);
    expect(letters.map(({ kind }) => kind)).toEqual(["guessed"]);
    expect(letters[0]?.text).toContain("5 times");
    expect(letters[0]?.text).not.toContain(password);
  });

  test("does not count successes", async () => {
    const { email } = await makeMember();
    const { address } = makeVisitor("sign in");
    for (let i = 0; i < 12; i++) {
      const result = await signIn({ ...makeVisitor("sign in"), address }, { email, password, next: "" });
      expect(result.ok).toBe(true);
    }
  });

  test("a form works once: of five at once one session begins", async () => {
    const { email, personId } = await makeMember();
    const visitor = makeVisitor("sign in");
    const results = await atOnce(5, () => signIn(visitor, { email, password, next: "" }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "stale")).toHaveLength(4);
    expect(await sessionsOf(personId)).toHaveLength(2);
  });

  test("confirming ends the session before under a new id, and keeps the organisation shown", async () => {
    const member = await makeMember();
    const other = await makeOrganisation("partner", "Atelier");
    await join(other, member.personId);
    await showOrganisation(withForm(member, "show organisation"), { organisationId: other });
    const visitor = makeVisitor("sign in", { replaces: [member.sessionId] });
    const result = await signIn(visitor, { email: member.email, password, next: "" });
    if (!result.ok) throw new Error(result.code);
    expect(result.view.sessionId).not.toBe(member.sessionId);
    expect(await findViewer(member.sessionId)).toBeNull();
    expect(await findViewer(result.view.sessionId ?? "")).toMatchObject({ organisation: { id: other } });
    expect(result.view.goTo).toBe("/partner");
  });

  test("no session by an old password outlives its change", async () => {
    for (let round = 0; round < 5; round++) {
      const { email } = await makeMember();
      await askForReset(makeVisitor("ask for reset"), { email });
      const token = await mailedToken(email);
      const [entered, changed] = await Promise.all([
        signIn(makeVisitor("sign in"), { email, password, next: "" }),
        resetPassword(makeVisitor("reset password"), { token, password: "quite another one" }),
      ]);
      expect(changed.ok).toBe(true);
      if (entered.ok) expect(await findViewer(entered.view.sessionId ?? "")).toBeNull();
    }
  });

  test("lets nobody in who is a member of nothing", async () => {
    const { email, personId, organisationId } = await makeMember();
    await join(organisationId, (await makeMember()).personId);
    await ask(sql`delete from members where person_id = ${personId}`);
    const result = await signIn(makeVisitor("sign in"), { email, password, next: "" });
    expect(result).toEqual({ ok: false, code: "not_found" });
  });
});
