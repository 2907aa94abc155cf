import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "@/db/testing";
import { ask, atOnce, freshEmail, lettersTo, mailedToken, makeMember, makeVisitor } from "./act.testing";
import { signUpInput } from "./input";
import { signUp } from "./sign-up";

beforeAll(() => ownDatabase());

const input = (email: string) =>
  signUpInput.parse({ kind: "seller", companyName: "Zoë's 🛍 <b>Shop</b>", name: "Zoë", email, terms: "on" });
const pending = (email: string) => ask(sql`select * from sign_ups where email = ${email}`);

describe("signUp", () => {
  test("stores a pending sign-up, sends its link, and makes no account", async () => {
    const email = freshEmail();
    const result = await signUp(makeVisitor("sign up"), input(email));
    expect(result).toEqual({ ok: true, view: { email } });
    expect(await pending(email)).toMatchObject([{ company_name: "Zoë's 🛍 <b>Shop</b>", used_at: null }]);
    expect(await mailedToken(email)).toHaveLength(43);
    expect(await ask(sql`select 1 from people where email = ${email}`)).toEqual([]);
  });

  test("answers alike for a known address, whose owner alone learns of it", async () => {
    const { email } = await makeMember();
    const typed = email.toUpperCase();
    const result = await signUp({ ...makeVisitor("sign up"), language: "fr" }, input(typed));
    expect(result).toEqual({ ok: true, view: { email: typed } });
    const [letter, ...more] = await lettersTo(email);
    expect(letter?.kind).toBe("known-address");
    // Its language is the owner's, whatever the visitor reads.
    expect(letter?.text).toMatch(/^Hello/);
    expect(letter?.text).not.toContain("/verify/");
    expect(more).toEqual([]);
  });

  test("keeps in the letter where the person was going, where that is a path of this portal", async () => {
    const asked = { kind: "seller", companyName: "Maison", name: "Ada", terms: "on" };
    const letterFor = async (email: string, next: string) => {
      await signUp(makeVisitor("sign up"), signUpInput.parse({ ...asked, email, next }));
      return (await lettersTo(email)).at(-1)?.text ?? "";
    };
    const next = "/link-client?clientId=FeedWise&as=aggregator";
    const kept = `?${new URLSearchParams({ next })}`;
    expect(await letterFor(freshEmail(), next)).toMatch(
      new RegExp(`/verify/[\\w-]{43}${kept.replace(/[?.+]/g, "\\$&")}`),
    );
    const { email } = await makeMember();
    expect(await letterFor(email, next)).toContain(`/sign-in${kept}`);
    for (const hostile of [
      "//evil.test",
      "https://evil.test/",
      "/\\evil.test",
      "/%2f/evil.test",
      "/".repeat(5000),
    ]) {
      const text = await letterFor(freshEmail(), hostile);
      expect([hostile, text.includes("evil"), /\/verify\/[\w-]{43}(?!\?)/.test(text)]).toEqual([
        hostile,
        false,
        true,
      ]);
    }
  });

  test("keeps the token in the letter only", async () => {
    const email = freshEmail();
    await signUp(makeVisitor("sign up"), input(email));
    const rows = await ask(
      sql`select s::text as row, m::text as mail from sign_ups s, mails m where s.email = ${email}`,
    );
    expect(JSON.stringify(rows)).not.toContain(await mailedToken(email));
  });

  test("refuses a form without a key, and changes nothing", async () => {
    const email = freshEmail();
    const result = await signUp({ ...makeVisitor("sign up"), key: null }, input(email));
    expect(result).toMatchObject({ ok: false, code: "stale" });
    expect(await pending(email)).toEqual([]);
  });

  test("sent twice, five times at once: one letter", async () => {
    const email = freshEmail();
    const visitor = makeVisitor("sign up");
    const results = await atOnce(5, () => signUp(visitor, input(email)));
    results.push(await signUp(visitor, input(email)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "stale")).toHaveLength(5);
    expect(await lettersTo(email)).toHaveLength(1);
  });

  test("writes five letters an hour to one address, and answers the sixth alike", async () => {
    const email = freshEmail();
    for (let i = 0; i < 6; i++) {
      expect(await signUp(makeVisitor("sign up"), input(email))).toEqual({ ok: true, view: { email } });
    }
    expect(await lettersTo(email)).toHaveLength(5);
  });

  test("lets a hundred through per hour and address, or /64 of addresses", async () => {
    for (let i = 0; i < 100; i++) {
      const address = `2001:db8:5:5::${i}`;
      const result = await signUp({ ...makeVisitor("sign up"), address }, input(freshEmail()));
      expect(result.ok).toBe(true);
    }
    const address = "2001:db8:5:5::100";
    const result = await signUp({ ...makeVisitor("sign up"), address }, input(freshEmail()));
    expect(result).toMatchObject({
      ok: false,
      code: "too_many",
      facts: { minutes: expect.stringMatching(/^\d+$/) },
    });
  });

  test("takes no name that would lead strangers somewhere", () => {
    const typed = {
      kind: "seller",
      companyName: "Booking.com",
      name: "Ada",
      email: "a@b.example",
      terms: "on",
    };
    expect(signUpInput.safeParse(typed).success).toBe(true);
    const links = [
      "claim at https://x.example",
      "www.x.example",
      "Claim at x.example/now",
      "Überweisung-24.DE/konto",
    ];
    for (const text of links)
      for (const over of [{ companyName: text }, { name: text }])
        expect(signUpInput.safeParse({ ...typed, ...over }).error?.issues[0]?.message).toBe("has_link");
    // Shops are named like that.
    for (const companyName of ["Boots.example", "Dupont S.A./N.V.", "A. / B. GmbH & Co.KG"])
      expect(signUpInput.safeParse({ ...typed, companyName }).success).toBe(true);
  });
});
