import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asWorker } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { moveClock, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { issueToken } from "./issue-token";
import { listPublishedKeys, reloadKeys } from "./key-ring";
import { rotateSigningKeys } from "./rotate-signing-keys";
import { verifyToken } from "./verify-token";

const day = 86_400;
beforeEach(async () => {
  await ownDatabase();
  await asWorker(rotateSigningKeys);
  await reloadKeys();
});
afterEach(() => moveClock(0));

const rows = () => asWorker((tx) => tx.select().from(signingKeys).orderBy(signingKeys.activeAt));
const issue = async () =>
  (await issueToken({ id: newId(), clientId: "test-client", provedAt: now() }, "", "127.0.0.1")).accessToken;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const judge = async (token: string) => {
  const verified = await verifyToken(token);
  return verified.ok ? "ok" : verified.reason;
};

describe("rotation", () => {
  test("of many at once makes one key in use and one to come, and repeating it changes nothing", async () => {
    await asWorker((tx) => tx.delete(signingKeys));
    await Promise.all(Array.from({ length: 8 }, () => asWorker(rotateSigningKeys)));
    const made = await rows();
    expect(made).toHaveLength(2);
    expect(await asWorker(rotateSigningKeys)).toEqual({ added: [], removed: [] });
    expect(await rows()).toEqual(made);
  });

  test("stores private keys encrypted only, and names each by its thumbprint", async () => {
    for (const row of await rows()) {
      expect(row.sealedPrivateKey).toMatch(/^k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(Object.keys(row.publicJwk).sort()).toEqual(["e", "kty", "n"]);
      expect(row.kid).toMatch(/^[\w-]{43}$/);
    }
  });

  test("through two changes of the key: tokens live on, the next key signs, the old one goes in the end", async () => {
    const [first, second] = await rows();
    const old = await issue();
    expect(kidOf(old)).toBe(first?.kid);

    moveClock(90 * day - 3600);
    await asWorker(rotateSigningKeys);
    const last = await issue();
    expect(kidOf(last)).toBe(first?.kid);
    moveClock(90 * day + 60);
    expect((await asWorker(rotateSigningKeys)).added).toHaveLength(1);
    await reloadKeys();
    const fresh = await issue();
    expect(kidOf(fresh)).toBe(second?.kid);
    expect([await judge(last), await judge(fresh), await judge(old)]).toEqual(["ok", "ok", "token_expired"]);
    expect((await listPublishedKeys()).map(({ kid }) => kid)).toContain(first?.kid);

    moveClock(91 * day + env().TOKEN_TTL_SECONDS + 60);
    expect(await asWorker(rotateSigningKeys)).toEqual({ added: [], removed: [first?.kid] });
    await reloadKeys();
    expect(await judge(last)).toBe("token_invalid");
    expect(await rows()).toHaveLength(2);
  });

  test("says so when the configured keys cannot open the signing key", async () => {
    const { KEYS } = env();
    Object.assign(env(), { KEYS: [{ id: "k9", key: Buffer.alloc(32, 9) }] });
    try {
      await expect(asWorker(rotateSigningKeys)).rejects.toThrow("KEYS has no key k1");
    } finally {
      Object.assign(env(), { KEYS });
    }
    expect(await rows()).toHaveLength(2);
  });
});

test("a key that another process just made is found by its kid, without a restart", async () => {
  const known = await issue();
  await asWorker((tx) => tx.delete(signingKeys));
  await asWorker(rotateSigningKeys);
  // Asking for an unknown kid reads the keys again, but at most once a second.
  const unknown = known.replace(/^[^.]+/, Buffer.from('{"alg":"RS256","kid":"other"}').toString("base64url"));
  expect(await judge(known)).toBe("ok");
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await judge(unknown)).toBe("token_invalid");
  expect(await judge(known)).toBe("token_invalid");
  expect(await judge(await issue())).toBe("ok");
});
