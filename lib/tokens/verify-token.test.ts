import { generateKeyPairSync, sign } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { issuer } from "./claims";
import { verifyToken } from "./verify-token";

const ring = vi.hoisted(() => new Map<string, { kid: string; publicKey: unknown }>());
vi.mock("./key-ring", () => ({ findKey: async (kid: string) => ring.get(kid) }));

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const seconds = 1_800_000_000;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

let made = 0;
const claims = (over: object = {}) => ({
  exp: seconds + 7200,
  iat: seconds,
  jti: `token-${made++}`,
  iss: issuer(),
  aud: ["SELLER_MARKETPLACE-API", "account"],
  sub: "client",
  typ: "Bearer",
  ...over,
});
const header = { alg: "RS256", typ: "JWT", kid: "k" };

/** A token of this head and body, signed by whoever has the key. */
function token(body: unknown, head: unknown = header, key = privateKey) {
  const signed = `${part(head)}.${part(body)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
}

const invalid = { ok: false, reason: "token_invalid" };
const expired = { ok: false, reason: "token_expired" };

beforeEach(() => {
  ring.clear();
  ring.set("k", { kid: "k", publicKey });
  vi.useFakeTimers({ toFake: ["Date"], now: seconds * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an access token", () => {
  it("that is ours and alive says its claims, each time it is shown", async () => {
    const body = claims();
    const ours = token(body);
    for (let i = 0; i < 3; i++) expect(await verifyToken(ours)).toEqual({ ok: true, claims: body });
  });

  it("lives until its second has come, also one that was seen before", async () => {
    const ours = token(claims({ exp: seconds + 1 }));
    expect((await verifyToken(ours)).ok).toBe(true);
    vi.setSystemTime((seconds + 1) * 1000 - 1);
    expect((await verifyToken(ours)).ok).toBe(true);
    vi.setSystemTime((seconds + 1) * 1000);
    expect(await verifyToken(ours)).toEqual(expired);
    expect(await verifyToken(token(claims({ exp: seconds + 1 })))).toEqual(expired);
  });

  it("is run out only with a good signature", async () => {
    expect(await verifyToken(token(claims({ exp: seconds - 1 }), header, other.privateKey))).toEqual(invalid);
  });

  it("ends with its key, also one that was seen before", async () => {
    const ours = token(claims());
    expect((await verifyToken(ours)).ok).toBe(true);
    ring.clear();
    expect(await verifyToken(ours)).toEqual(invalid);
    ring.set("k", { kid: "k", publicKey: other.publicKey });
    expect(await verifyToken(token(claims()))).toEqual(invalid);
  });

  it("may be a minute ahead of this machine's clock, and no more", async () => {
    expect((await verifyToken(token(claims({ iat: seconds + 60 })))).ok).toBe(true);
    expect(await verifyToken(token(claims({ iat: seconds + 61 })))).toEqual(invalid);
  });

  it.each([
    { exp: undefined },
    { exp: "never" },
    { exp: seconds + 0.5 },
    { iat: undefined },
    { iat: "now" },
    { iat: seconds - 0.5 },
    { iss: "https://elsewhere.test/auth/realms/maas" },
    { typ: "ID" },
    { aud: ["account"] },
    { aud: "SELLER_MARKETPLACE-API" },
    { sub: 1 },
  ])("with %j is not for us", async (change) => {
    expect(await verifyToken(token(claims(change)))).toEqual(invalid);
  });

  it.each([
    { ...header, alg: "none" },
    { ...header, alg: "RS384" },
    { ...header, kid: undefined },
    { ...header, kid: 1 },
    { ...header, kid: "unknown" },
    { ...header, crit: [] },
    { ...header, kid: undefined, jwk: publicKey.export({ format: "jwk" }) },
    null,
    "k",
  ])("whose head is %j is believed nothing", async (head) => {
    ring.set(1 as never, { kid: "k", publicKey });
    ring.set(undefined as never, { kid: "k", publicKey });
    expect(await verifyToken(token(claims(), head))).toEqual(invalid);
  });

  it("has three parts of base64url, and claims", async () => {
    const [head, body, signature] = token(claims()).split(".");
    for (const text of [
      "",
      `${head}.${body}`,
      `${head}.${body}.`,
      `${head}..${signature}`,
      `.${body}.${signature}`,
      `${head}.${body}.${signature}.`,
      `${head}.${body}.${signature}.${signature}`,
      `${head}.${body}.${signature}=`,
      `${head} .${body}.${signature}`,
      `${head}.${body}.${signature?.slice(1)}`,
      `e30.${body}.${signature}`,
      `x.${body}.${signature}`,
    ])
      expect(await verifyToken(text), text).toEqual(invalid);
    for (const claimed of [null, 5, "text"]) expect(await verifyToken(token(claimed))).toEqual(invalid);
  });
});
