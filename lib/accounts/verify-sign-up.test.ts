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
  makeVisitor,
  password,
} from "./act.testing";
import { findViewer } from "./find-actor";
import { findSignUp } from "./find-sign-up";
import { signUpInput } from "./input";
import { signUp } from "./sign-up";
import { verifySignUp } from "./verify-sign-up";

beforeAll(() => ownDatabase());
afterEach(() => moveClock(0));

async function pendingSignUp(kind = "seller", email = freshEmail()) {
  const terms = "on";
  await signUp(
    makeVisitor("sign up"),
    signUpInput.parse({ kind, companyName: "Maison", name: "Ada", email, terms }),
  );
  return { email, token: await mailedToken(email) };
}

const verify = (token: string, next = "") =>
  verifySignUp(makeVisitor("verify sign-up"), { token, password, next });
const expired = { ok: false, code: "expired" };

describe("verifySignUp", () => {
  test("takes no password that is guessed first, and the link stays good", async () => {
    const { email, token } = await pendingSignUp();
    for (const [typed, why] of [
      ["PASSWORD2026", "password_common"],
      [`${email}1`, "password_own"],
      ["maison-2026!", "password_own"],
    ] as const) {
      const form = makeVisitor("verify sign-up");
      const result = await verifySignUp(form, { token, password: typed, next: "" });
      expect(result).toEqual({ ok: false, code: "invalid", fields: { password: why } });
    }
    expect(await verify(token)).toMatchObject({ ok: true });
  });

  test("makes person, organisation, owner and a fresh seller account, and signs in", async () => {
    const { email, token } = await pendingSignUp();
    const result = await verify(token);
    if (!result.ok) throw new Error(result.code);
    expect(result.view.goTo).toBe("/new-client?as=seller");
    expect(result.view.sellerId).toBeGreaterThanOrEqual(300_001);
    const viewer = await findViewer(result.view.sessionId);
    expect(viewer).toMatchObject({
      email,
      name: "Ada",
      organisation: { name: "Maison", kind: "seller", role: "owner" },
    });
    const [seller] = await ask(
      sql`select * from sellers where owner_organisation_id = ${viewer?.organisation.id}`,
    );
    expect(seller).toMatchObject({ shop_name: "Maison", contact_email: email });
  });

  test("keeps the language of the sign-up, in the letter and for the new account", async () => {
    const email = freshEmail();
    const asked = { kind: "partner", companyName: "Maison", name: "Ada", email, terms: "on" };
    await signUp({ ...makeVisitor("sign up"), language: "fr" }, signUpInput.parse(asked));
    expect((await lettersTo(email)).at(-1)?.text).toMatch(/^Bonjour Ada,/);
    // Whatever the browser reads that opens the letter.
    const result = await verify(await mailedToken(email));
    expect(result.ok && (await findViewer(result.view.sessionId))).toMatchObject({ language: "fr" });
  });

  test("leaves three events, which hold neither token nor password", async () => {
    const { token } = await pendingSignUp();
    const result = await verify(token);
    const viewer = result.ok ? await findViewer(result.view.sessionId) : null;
    const events = await eventsOf(viewer?.personId ?? "");
    expect(events.types).toEqual(["person.signed_up", "organisation.created", "seller.created"]);
    expect(events.text).not.toContain(token);
    expect(events.text).not.toContain(password);
  });

  test.each([
    ["/link-client?clientId=FeedWise", "/link-client?clientId=FeedWise"],
    ["//evil.test", "/new-client?as=seller"],
    ["https://evil.test", "/new-client?as=seller"],
    ["/\\evil.test", "/new-client?as=seller"],
  ])("goes on with %s by %s", async (next, goTo) => {
    const { token } = await pendingSignUp();
    expect(await verify(token, next)).toMatchObject({ ok: true, view: { goTo } });
  });

  test.each(["partner", "aggregator"])("gives a %s no seller account", async (kind) => {
    const { token } = await pendingSignUp(kind);
    expect(await verify(token)).toMatchObject({
      ok: true,
      view: { goTo: `/new-client?as=${kind}`, sellerId: null },
    });
  });

  test("works once; looking at the link changes nothing", async () => {
    const { token } = await pendingSignUp();
    expect(await findSignUp(token)).toMatchObject({ isOver: false });
    expect(await findSignUp(token)).toMatchObject({ isOver: false });
    expect((await verify(token)).ok).toBe(true);
    expect(await verify(token)).toEqual(expired);
    expect(await findSignUp(token)).toMatchObject({ isOver: true });
  });

  test("stays used, whatever becomes of the account", async () => {
    const { email, token } = await pendingSignUp();
    await verify(token);
    await ask(sql`update people set email_fold = ${freshEmail()} where email = ${email}`);
    expect(await findSignUp(token)).toMatchObject({ isOver: true });
    expect((await atOnce(2, () => verify(token))).map(({ ok }) => ok)).toEqual([false, false]);
  });

  test("has one winner of eight at once", async () => {
    const { email, token } = await pendingSignUp();
    const results = await atOnce(8, () => verify(token));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "expired")).toHaveLength(7);
    expect(await ask(sql`select 1 from people where email = ${email}`)).toHaveLength(1);
  });

  test("lets one of two links for the same address win", async () => {
    const { email, token } = await pendingSignUp();
    const { token: second } = await pendingSignUp("partner", email);
    const results = await Promise.all([verify(token), verify(second)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual(expired);
    const [row] = await ask<{ n: number }>(
      sql`select count(*)::int as n from members m join people p on p.id = m.person_id where p.email = ${email}`,
    );
    expect(row?.n).toBe(1);
  });

  test("lives for 72 hours", async () => {
    const { token } = await pendingSignUp();
    moveClock(72 * 3600 - 5);
    expect(await findSignUp(token)).toMatchObject({ isOver: false });
    moveClock(72 * 3600 + 5);
    expect(await findSignUp(token)).toMatchObject({ isOver: true });
    expect(await verify(token)).toEqual(expired);
  });

  test("knows no other token", async () => {
    expect(await verify("A".repeat(43))).toEqual({ ok: false, code: "not_found" });
    expect(await findSignUp("")).toBeNull();
  });
});
