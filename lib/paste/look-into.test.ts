import { describe, expect, it } from "vitest";
import { lookInto } from "./look-into";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (claims: object) => `${part({ alg: "RS256", kid: "k" })}.${part(claims)}.${"s".repeat(342)}`;

describe("a token that somebody wrote to do harm", () => {
  const long = "-eyJ".repeat(40_000);
  it.each([
    ["audience", { aud: [long] }],
    ["issuer", { iss: long }],
    ["roles", { resource_access: { "SELLER_MARKETPLACE-API": { roles: [long, 1, null] } } }],
    ["client", { azp: long }],
    ["times", { exp: 1e300, iat: -1e300, nbf: "x" }],
    ["kinds", { iss: 1, aud: { a: 1 }, azp: [], typ: {}, resource_access: "x" }],
  ])("by its %s is shown in part, and takes no second", async (_claim, claims) => {
    const began = process.cpuUsage();
    const { tokens } = await lookInto(token(claims));
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(1);
    expect(tokens).toHaveLength(1);
    expect(JSON.stringify(tokens).length).toBeLessThan(20_000);
  });

  it("cannot bring a secret onto the page by what it claims", async () => {
    const secret = `mps_live_${"Ab1".repeat(15)}x`;
    const view = await lookInto(
      token({ iss: secret, aud: secret, azp: secret, note: { client_secret: "hunter22" } }),
    );
    expect(JSON.stringify(view)).not.toMatch(/Ab1Ab1|hunter22/);
  });
});
