import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { eq, isNull } from "drizzle-orm";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder, asWorker } from "@/db/client";
import { clients, sellerLinks, signingKeys } from "@/db/schema";
import { unseal } from "@/lib/secrets";
import {
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  rawRequest,
  sendRaw,
  startSandbox,
} from "../testing";

const path = "/seller/v2/sellers";
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("linked-client");
  await insertTestSeller(104512);
  await insertTestSeller(104513);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

const common = {
  "Cache-Control": "no-store",
  Vary: "Authorization, SellerId",
  "X-Content-Type-Options": "nosniff",
};

async function ask(method: string, target: string, headers: string[], body = "") {
  const answer = await sendRaw(sandbox.port, rawRequest(method, target, headers, body));
  const {
    Date: date,
    Connection: _,
    "Content-Length": length,
    "X-Request-Id": requestId,
    ...rest
  } = answer.headers;
  expect(date).toMatch(/ GMT$/);
  if (method !== "HEAD") expect(Number(length)).toBe(Buffer.byteLength(answer.body));
  return {
    status: answer.status,
    headers: rest,
    body: answer.body.replaceAll(requestId ?? "", "<requestId>"),
  };
}

const call = (...headers: string[]) => ask("GET", path, headers);
const bearer = () => `Authorization: Bearer ${token}`;

/** The whole answer for a problem. */
function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
  more: { headers?: Record<string, string>; errors?: object; instance?: string } = {},
) {
  const errors = more.errors ? { errors: more.errors } : {};
  const instance = more.instance ?? path;
  const type = `/guide/errors/${code}`;
  return {
    status,
    headers: { "Content-Type": "application/problem+json", ...common, ...more.headers },
    body: JSON.stringify({ type, title, status, detail, instance, code, traceId: "<requestId>", ...errors }),
  };
}

const challenge = (error?: string) => ({
  "WWW-Authenticate": `Bearer realm="maas"${error ? `, error="${error}"` : ""}`,
});
const invalid = () =>
  problem(401, "token_invalid", "Token invalid", "This is not an access token for this API.", {
    headers: challenge("invalid_token"),
  });
const notGranted = () =>
  problem(
    403,
    "seller_not_granted",
    "Seller not granted",
    "No open link lets this client act for this seller account. Its owner can link the client in the portal.",
  );

describe("a call is refused, to the byte and in order", () => {
  test("unknown routes, whoever asks", async () => {
    const unknown = (instance: string) =>
      problem(404, "not_found", "Not found", "There is no such route.", { instance });
    for (const target of [
      "/",
      "/seller/v2",
      "/seller/v2/sellers/",
      "/seller/v2/Sellers",
      "/seller/v2/x/../sellers",
    ]) {
      expect(await ask("GET", target, [bearer(), "SellerId: 104512"])).toEqual(unknown(target));
    }
    expect(await ask("POST", "/seller/v2/orders?status=x", [])).toEqual(unknown("/seller/v2/orders"));
  });

  test.each(["POST", "DELETE", "OPTIONS"])("method %s, before the token", async (method) => {
    const detail = "This route takes other methods; see the Allow header.";
    const expected = problem(405, "method_not_allowed", "Method not allowed", detail, {
      headers: { Allow: "GET, HEAD" },
    });
    expect(await ask(method, path, [])).toEqual(expected);
  });

  test("a token in two places, or in the query", async () => {
    const expected = problem(
      400,
      "invalid_request",
      "Invalid request",
      "Send the token once, in the Authorization header.",
      {
        headers: challenge("invalid_request"),
        errors: { Authorization: ["Send the token once, in this header, and nowhere else."] },
      },
    );
    expect(await call(bearer(), bearer(), "SellerId: 104512")).toEqual(expected);
    expect(await ask("GET", `${path}?access_token=${token}`, [bearer(), "SellerId: 104512"])).toEqual(
      expected,
    );
    expect(await ask("GET", `${path}?access_token=${token}`, ["SellerId: 104512"])).toEqual(expected);
  });

  test.each([[], ["Authorization:"], ["Authorization: Bearer"], ["Authorization: Basic YTpi"]])(
    "no token: %s",
    async (...headers) => {
      const detail = "Send an access token: Authorization: Bearer <token>.";
      const expected = problem(401, "token_missing", "Token missing", detail, { headers: challenge() });
      expect(await call(...headers, "SellerId: x")).toEqual(expected);
    },
  );

  test("a bad token comes before a bad SellerId", async () => {
    for (const bad of ["x", "a.b.c", `${token}x`, token.slice(0, -8), `${token} ${token}`, `.${token}`]) {
      expect(await call(`Authorization: Bearer ${bad}`)).toEqual(invalid());
    }
  });

  test("SellerId missing, twice, malformed", async () => {
    const tell = (word: string, title: string, detail: string) =>
      problem(400, `seller_id_${word}`, title, detail, { errors: { SellerId: [`This header is ${word}.`] } });
    const missing = tell(
      "missing",
      "SellerId missing",
      "Say in the SellerId header which seller account you act for.",
    );
    const duplicate = tell("duplicate", "SellerId sent twice", "Send the SellerId header exactly once.");
    const malformed = tell(
      "malformed",
      "SellerId malformed",
      "A SellerId is 1 to 12 digits without a leading zero.",
    );
    expect(await call(bearer())).toEqual(missing);
    expect(await call(bearer(), "SellerId: ")).toEqual(missing);
    expect(await call(bearer(), "SellerId: 104512", "sellerid: 104512")).toEqual(duplicate);
    for (const value of ["0104512", "abc", "1045 12", "-1", "1234567890123", "104512;"]) {
      expect(await call(bearer(), `SellerId: ${value}`)).toEqual(malformed);
    }
  });

  test("no link and no such seller are told alike", async () => {
    expect(await call(bearer(), "SellerId: 104513")).toEqual(notGranted());
    expect(await call(bearer(), "SellerId: 999999999999")).toEqual(notGranted());
  });

  test("an answer nobody accepts, after everything about rights", async () => {
    const html = "Accept: text/html";
    const detail = "This route answers application/json.";
    expect(await call(bearer(), "SellerId: 104512", html)).toEqual(
      problem(406, "not_acceptable", "Not acceptable", detail),
    );
    expect(await call(bearer(), "SellerId: 104513", html)).toEqual(notGranted());
  });

  test("a scenario that does not exist", async () => {
    const detail = "A parameter has a value this route does not know.";
    const expected = problem(400, "invalid_parameter", "Invalid parameter", detail, {
      errors: { "x-scenario": ["There is no such scenario."] },
    });
    expect(await call(bearer(), "SellerId: 104512", "x-scenario: constructor")).toEqual(expected);
  });
});

describe("forged and foreign tokens", () => {
  /** The good token's claims under another signature, or other claims under the good one's key. */
  async function forge(header: object, claims: object, how: (text: string) => Buffer | Promise<Buffer>) {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part(header)}.${part(claims)}`;
    return call(
      `Authorization: Bearer ${text}.${(await how(text)).toString("base64url")}`,
      "SellerId: 104512",
    );
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
    const keys = await (
      await fetch(`${sandbox.origin}/auth/realms/maas/protocol/openid-connect/certs`)
    ).text();
    expect(await forge({ ...header(), alg: "none" }, claims(), () => Buffer.alloc(0))).toEqual(invalid());
    const hmac = (text: string) => createHmac("sha256", keys).update(text).digest();
    expect(await forge({ ...header(), alg: "HS256" }, claims(), hmac)).toEqual(invalid());
    expect(await forge({ ...header(), alg: "RS384" }, claims(), ours)).toEqual(invalid());
  });

  test("a key of one's own, by jwk, jku, an unknown kid or ours", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const own = (text: string) => sign("RSA-SHA256", Buffer.from(text), privateKey);
    const jwk = publicKey.export({ format: "jwk" });
    const { kid, ...rest } = header();
    expect(await forge({ ...rest, kid, jwk }, claims(), own)).toEqual(invalid());
    expect(await forge({ ...rest, kid, jku: `${sandbox.origin}/keys` }, claims(), own)).toEqual(invalid());
    expect(await forge({ ...rest, kid: "' or 1=1 --" }, claims(), own)).toEqual(invalid());
    expect(await forge({ ...rest }, claims(), own)).toEqual(invalid());
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
      expect(await forge(header(), { ...claims(), ...change }, ours)).toEqual(invalid());
    }
    expect((await forge(header(), { ...claims(), iat: seconds + 30 }, ours)).status).toBe(200);
  });

  test("run out is another answer than invalid, but only with a good signature", async () => {
    const old = { ...claims(), exp: Math.floor(Date.now() / 1000) - 1 };
    const detail = "This access token has run out. Ask for a new one and repeat the call.";
    const expired = problem(401, "token_expired", "Token expired", detail, {
      headers: challenge("invalid_token"),
    });
    expect(await forge(header(), old, ours)).toEqual(expired);
    expect(await forge(header(), old, () => Buffer.alloc(256))).toEqual(invalid());
  });

  test("without the role for this call", async () => {
    const detail = "This access token does not allow this operation.";
    const expected = problem(403, "insufficient_scope", "Insufficient scope", detail, {
      headers: challenge("insufficient_scope"),
    });
    const none = { ...claims(), resource_access: { account: { roles: ["SELLERS_GET"] } } };
    expect(await forge(header(), none, ours)).toEqual(expected);
    expect(await forge(header(), { ...claims(), resource_access: "x" }, ours)).toEqual(expected);
  });
});

describe("a call is answered", () => {
  test("with the seller account, in snake_case", async () => {
    const answer = await call(bearer(), "SellerId: 104512");
    expect({ ...answer, body: JSON.parse(answer.body) }).toEqual({
      status: 200,
      headers: { "Content-Type": "application/json", ...common },
      body: expect.objectContaining({
        seller_id: 104512,
        shop_name: "Shop 104512",
        email: "shop-104512@demo.test",
      }),
    });
  });

  test("whatever else real clients send", async () => {
    const plain = await call(bearer(), "SellerId: 104512");
    const odd = [
      "sellerid: 104512",
      "Ocp-Apim-Subscription-Key: ",
      "Content-Type: application/json",
      "Accept: */*",
    ];
    expect(
      await ask("GET", `${path}?order=desc&offset=`, [bearer().replace("Bearer", "bearer"), ...odd]),
    ).toEqual(plain);
    expect(await ask("GET", `http://elsewhere:9${path}`, [bearer(), "SellerId: 104512"])).toEqual(plain);
    expect(await ask("GET", path, [bearer(), "SellerId: 104512"], "a body nobody asked for")).toEqual(plain);
    expect(await ask("GET", path, [bearer(), "SellerId: 104512", "Expect: something"])).toEqual(plain);
    expect(await ask("HEAD", path, [bearer(), "SellerId: 104512"])).toEqual({ ...plain, body: "" });
  });
});

describe("effects come at once", () => {
  const status = async (authorization: string, sellerId: number) => {
    const { status, body } = await call(authorization, `SellerId: ${sellerId}`);
    return [status, JSON.parse(body).code];
  };

  test("suspension, resumption, deletion: a token given before is told to be revoked", async () => {
    const other = await insertTestClient("comes-and-goes");
    await insertTestLink(other, 104512);
    const authorization = `Authorization: Bearer ${await fetchToken(sandbox.origin, other)}`;
    const set = (values: Partial<typeof clients.$inferInsert>) =>
      asFounder((tx) => tx.update(clients).set(values).where(eq(clients.id, other.id)));
    expect(await status(authorization, 104512)).toEqual([200, undefined]);
    await set({ suspendedAt: new Date() });
    expect(await status(authorization, 104512)).toEqual([401, "token_revoked"]);
    expect((await call(authorization)).status).toBe(401);
    await set({ suspendedAt: null });
    expect(await status(authorization, 104512)).toEqual([200, undefined]);
    await set({ deletedAt: new Date() });
    expect(await status(authorization, 104512)).toEqual([401, "token_revoked"]);
  });

  test("a cut ends every token given before it, and none given after, within one second", async () => {
    const other = await insertTestClient("cut-often");
    await insertTestLink(other, 104512);
    for (let round = 0; round < 5; round++) {
      const before = `Authorization: Bearer ${await fetchToken(sandbox.origin, other)}`;
      expect(await status(before, 104512)).toEqual([200, undefined]);
      const cut = { tokensNotBefore: new Date() };
      await asFounder((tx) => tx.update(clients).set(cut).where(eq(clients.id, other.id)));
      const after = `Authorization: Bearer ${await fetchToken(sandbox.origin, other)}`;
      expect(await status(before, 104512)).toEqual([401, "token_revoked"]);
      expect(await status(after, 104512)).toEqual([200, undefined]);
    }
  });

  test("links that end, lapse, are planned to end, and are opened again", async () => {
    const other = await insertTestClient("linked-and-not");
    const authorization = `Authorization: Bearer ${await fetchToken(sandbox.origin, other)}`;
    const soon = (milliseconds: number) => new Date(Date.now() + milliseconds);
    await insertTestLink(other, 104513, { unlinkedAt: new Date() });
    expect(await status(authorization, 104513)).toEqual([403, "seller_not_granted"]);
    await insertTestLink(other, 104513, { expiresAt: soon(150), endsAt: soon(60_000) });
    expect(await status(authorization, 104513)).toEqual([200, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await status(authorization, 104513)).toEqual([403, "seller_not_granted"]);
    await asFounder((tx) =>
      tx.update(sellerLinks).set({ unlinkedAt: new Date() }).where(isNull(sellerLinks.unlinkedAt)),
    );
    await insertTestLink(other, 104513, { endsAt: soon(60_000) });
    expect(await status(authorization, 104513)).toEqual([200, undefined]);
  });
});
