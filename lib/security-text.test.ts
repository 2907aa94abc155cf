import { afterEach, expect, it } from "vitest";
import { now } from "./clock";
import { env, readEnv } from "./env";
import { securityText } from "./security-text";

const { SECURITY_CONTACT } = env();
afterEach(() => {
  env().SECURITY_CONTACT = SECURITY_CONTACT;
});
const fields = () =>
  securityText()
    .trimEnd()
    .split("\n")
    .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1));

it("says what RFC 9116 asks for, each once, and runs out in less than a year", () => {
  env().SECURITY_CONTACT = "mailto:security@portal.example";
  const said = Object.fromEntries(fields() as [string, string][]);
  expect(fields()).toHaveLength(4);
  expect(said).toMatchObject({
    Contact: "mailto:security@portal.example",
    "Preferred-Languages": "en, fr",
    Canonical: `${env().PUBLIC_URL}/.well-known/security.txt`,
  });
  const days = (new Date(said.Expires ?? "").getTime() - now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(90);
  expect(days).toBeLessThan(365);
});

it("leads to the portal's own help where no address is configured", () => {
  env().SECURITY_CONTACT = undefined;
  expect(fields()[0]).toEqual(["Contact", `${env().PUBLIC_URL}/help`]);
});

it.each(["security@portal.example", "http://portal.example", "javascript:alert(1)", "mailto:"])(
  "refuses to start with %s as its address",
  (SECURITY_CONTACT) => {
    expect(() => readEnv({ ...process.env, SECURITY_CONTACT })).toThrow(/SECURITY_CONTACT/);
  },
);
