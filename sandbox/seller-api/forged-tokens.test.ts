import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asWorker } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { unseal } from "@/lib/secrets";
import {
  callSellers,
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  startSandbox,
} from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  const client = await insertTestClient("linked-client");
  await insertTestSeller(104512);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

const invalid = {
  status: 401,
  code: "token_invalid",
  challenge: 'Bearer realm="maas", error="invalid_token"',
};

/** The good token's claims under another signature, or other claims under the good one's key. */
async function forge(header: object, claims: object, how: (text: string) => Buffer | Promise<Buffer>) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part(header)}.${part(claims)}`;
  const signature = (await how(text)).toString("base64url");
  return callSellers(sandbox.origin, `${text}.${signature}`, 104512);
}
const ours = async (text: string) => {
  const { kid } = decodeProtectedHeader(token);
  const rows = await asWorker((tx) => tx.select().from(signingKeys));
  const sealed = rows.find((row) => row.kid === kid)?.sealedPrivateKey ?? "";
  return sign("RSA-SHA256", Buffer.from(text), unseal(sealed));
};
const header = () => decodeProtectedHeader(token);
const claims = () => decodeJwt(token);

test("our own signature over unchanged claims works, so the refusals below are about what they change", async () => {
  expect((await forge(header(), claims(), ours)).status).toBe(200);
});

test("alg none, and HS256 with the public key as the secret", async () => {
  const keys = await (await fetch(`${sandbox.origin}/auth/realms/maas/protocol/openid-connect/certs`)).text();
  expect(await forge({ ...header(), alg: "none" }, claims(), () => Buffer.alloc(0))).toEqual(invalid);
  const hmac = (text: string) => createHmac("sha256", keys).update(text).digest();
  expect(await forge({ ...header(), alg: "HS256" }, claims(), hmac)).toEqual(invalid);
  expect(await forge({ ...header(), alg: "RS384" }, claims(), ours)).toEqual(invalid);
});

test("a key of one's own, by jwk, jku, an unknown kid or ours", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const own = (text: string) => sign("RSA-SHA256", Buffer.from(text), privateKey);
  const jwk = publicKey.export({ format: "jwk" });
  const { kid, ...rest } = header();
  expect(await forge({ ...rest, kid, jwk }, claims(), own)).toEqual(invalid);
  expect(await forge({ ...rest, kid, jku: `${sandbox.origin}/keys` }, claims(), own)).toEqual(invalid);
  expect(await forge({ ...rest, kid: "' or 1=1 --" }, claims(), own)).toEqual(invalid);
  expect(await forge({ ...rest }, claims(), own)).toEqual(invalid);
});

test("wrong issuer, audience, type, a time ahead, a client that never was", async () => {
  const seconds = Math.floor(Date.now() / 1000);
  const changes = [
    { iss: "http://localhost:1/auth/realms/maas" },
    { aud: ["account"] },
    { aud: "SELLER_MARKETPLACE-API-2" },
    { typ: "ID" },
    { iat: seconds + 120 },
    { exp: "never" },
    { sub: "01a2014a-d9c3-76b4-8855-d51124f2e425" },
    { sub: "x" },
  ];
  for (const change of changes) {
    expect(await forge(header(), { ...claims(), ...change }, ours)).toEqual(invalid);
  }
  expect((await forge(header(), { ...claims(), iat: seconds + 30 }, ours)).status).toBe(200);
});

test("run out is another answer than invalid, but only with a good signature", async () => {
  const old = { ...claims(), exp: Math.floor(Date.now() / 1000) - 1 };
  const expired = { ...invalid, code: "token_expired" };
  expect(await forge(header(), old, ours)).toEqual(expired);
  expect(await forge(header(), old, () => Buffer.alloc(256))).toEqual(invalid);
});

test("without the role for this call", async () => {
  const challenge = 'Bearer realm="maas", error="insufficient_scope"';
  const expected = { status: 403, code: "insufficient_scope", challenge };
  const none = { ...claims(), resource_access: { account: { roles: ["SELLERS_GET"] } } };
  expect(await forge(header(), none, ours)).toEqual(expected);
  expect(await forge(header(), { ...claims(), resource_access: "x" }, ours)).toEqual(expected);
});
