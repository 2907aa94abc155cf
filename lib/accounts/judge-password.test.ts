import { describe, expect, test } from "vitest";
import { makeMember, makeOrganisation, makePerson, rolledBack } from "@/db/testing";
import list from "./common-passwords.json";
import { isListed, judgePassword, listCompanyNames } from "./judge-password";

const own = { email: "ada.lovelace@maison-lumiere.example", companies: ["Maison Lumière", "42 & Co"] };
const complaint = (password: string) => judgePassword(password, own)?.fields?.password;
const lines = list.words.split("\n");

describe("the list of common passwords", () => {
  test("finds each of its lines and nothing between them", () => {
    expect(lines.length).toBeGreaterThan(40_000);
    expect(lines.filter((line) => !isListed(line))).toEqual([]);
    const known = new Set(lines);
    const near = lines.flatMap((line) => [`${line}~`, line.slice(0, -1), `!${line}`]);
    expect(near.filter((line) => isListed(line) !== known.has(line))).toEqual([]);
    for (const odd of ["", "\n", "zzzzzzzzzzzzzz~", " ", "123456\npassword"])
      expect(isListed(odd)).toBe(false);
  });

  test("is looked up in no time", () => {
    const from = performance.now();
    for (let i = 0; i < 10_000; i++) isListed(`somebody's passphrase ${i}`);
    // Two microseconds each when nothing else runs: a thousand times more would still pass.
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});

describe("judgePassword", () => {
  test("refuses what everybody uses, in any spelling, with digits behind it", () => {
    const all = [
      "1234567890",
      "Qwertyuiop",
      "password123",
      "PASSWORD2026",
      "ｐａｓｓｗｏｒｄ１２３",
      "dragon19840512",
    ];
    for (const password of all)
      expect([password, complaint(password)]).toEqual([password, "password_common"]);
  });

  test("refuses the account's own words, with hardly anything beside them", () => {
    for (const password of [
      "ada.lovelace@maison-lumiere.example",
      "Ada.Lovelace1843",
      "MaisonLumiere2026!",
      "maison lumière!",
      "Seller-Portal-2026",
      "portail vendeur 1",
    ])
      expect([password, complaint(password)]).toEqual([password, "password_own"]);
  });

  test("knows words of four letters, the longest first, and lets four other letters pass", () => {
    const judge = (password: string, ...companies: string[]) =>
      judgePassword(password, { email: "x@y.z", companies })?.fields?.password;
    expect(judge("acme 2026 acme", "Acme")).toBe("password_own");
    expect(judge("acme-xyz-83910", "Acme")).toBe("password_own");
    expect(judge("acme-wxyz-83910", "Acme")).toBeUndefined();
    expect(judge("abc-8391047265", "Abc")).toBeUndefined();
    expect(judge("maison-lumiere-77", "Lumiere", "Maison Lumiere")).toBe("password_own");
  });

  test("takes everything else: no rule says which characters", () => {
    for (const password of [
      "correct horse battery",
      "Demo-Portal-2026!",
      "lumière du matin",
      "🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎",
      "8391047265",
      "ma seule maison d'hiver",
      "42 raisons de rester",
      "          x",
    ])
      expect([password, complaint(password)]).toEqual([password, undefined]);
  });

  test("tells which field and why, and repeats nothing of it", () => {
    const refusal = judgePassword("password123", own);
    expect(refusal).toEqual({ ok: false, code: "invalid", fields: { password: "password_common" } });
  });
});

test(
  "listCompanyNames names the organisations of that person alone",
  rolledBack(async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    await makeMember(person, await makeOrganisation({ name: "Nordic" }));
    await makeMember(person, await makeOrganisation({ name: "Atelier" }));
    await makeMember(stranger, await makeOrganisation());
    expect((await listCompanyNames(person.id)).sort()).toEqual(["Atelier", "Nordic"]);
  }),
);
