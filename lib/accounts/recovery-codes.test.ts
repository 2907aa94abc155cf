import { expect, test } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes";

test("recovery codes are ten, of 120 random bits each, and are known however they are typed", () => {
  const { codes, hashes } = makeRecoveryCodes();
  expect(codes).toHaveLength(10);
  // 24 letters of five bits each.
  for (const code of codes) expect(code).toMatch(/^(?:[a-z2-7]{4}-){5}[a-z2-7]{4}$/);
  expect(new Set([...codes, ...makeRecoveryCodes().codes]).size).toBe(20);
  const [code = ""] = codes;
  for (const typed of [code.toUpperCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `])
    expect(hashRecoveryCode(typed)).toEqual(hashes[0]);
  expect(hashRecoveryCode(code.slice(0, -1))).not.toEqual(hashes[0]);
});
