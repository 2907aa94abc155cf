import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clientAreas } from "@/db/schema";
import { env } from "@/lib/env";
import { insertTestClient, rawRequest, sendRaw, startSandbox } from "../testing";

const path = "/auth/realms/maas/protocol/openid-connect/token";
const formType = "Content-Type: application/x-www-form-urlencoded";
const basic = (text: string) => `Authorization: Basic ${Buffer.from(text).toString("base64")}`;
const wrong = "Invalid client or Invalid client credentials";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let good: Awaited<ReturnType<typeof insertTestClient>>;
let creds = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  good = await insertTestClient("Feed Wise");
  creds = `client_id=Feed+Wise&client_secret=${good.secret}`;
  const past = new Date(Date.now() - 1000);
  await insertTestClient("suspended-one", { client: { suspendedAt: past } });
  await insertTestClient("deleted-one", { client: { deletedAt: past } });
  await insertTestClient("ended-secret", { secret: { endsAt: past } });
  await insertTestClient("retired-secret", { secret: { retiredAt: past } });
});
afterAll(() => sandbox.stop());

/** What every answer of the endpoint carries, and all it carries. */
const common = {
  "Content-Type": "application/json",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "SAMEORIGIN",
  "X-Robots-Tag": "none",
  "Cache-Control": "no-store",
  Pragma: "no-cache",
  "X-Content-Type-Options": "nosniff",
};

async function ask(method: string, target: string, headers: string[] = [], body = "") {
  const answer = await sendRaw(sandbox.port, rawRequest(method, target, headers, body));
  const {
    Date: date,
    Connection,
    "Content-Length": length,
    "X-Request-Id": requestId,
    ...rest
  } = answer.headers;
  expect({ date, Connection, requestId }).toEqual({
    date: expect.stringMatching(/ GMT$/),
    Connection: "close",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  if (method !== "HEAD") expect(Number(length)).toBe(Buffer.byteLength(answer.body));
  return { status: answer.status, headers: rest, body: answer.body };
}

const post = (body: string, headers = [formType]) => ask("POST", path, headers, body);
const says = (status: number, error: string, description?: string, more: Record<string, string> = {}) => ({
  status,
  headers: { ...common, ...more },
  body: JSON.stringify(description === undefined ? { error } : { error, error_description: description }),
});
const noGrantType = says(400, "invalid_request", "Missing form parameter: grant_type");
const grant = "grant_type=client_credentials";

describe("a token is refused, to the byte", () => {
  test("unknown realm, also in another case, before anything else", async () => {
    const expected = says(404, "Realm does not exist");
    expect(await ask("POST", path.replace("maas", "MAAS"), [formType], grant)).toEqual(expected);
    expect(await ask("GET", path.replace("maas", "master"))).toEqual(expected);
    expect(await ask("GET", "/auth/realms/maas-old")).toEqual(expected);
  });

  test.each(["GET", "PUT", "DELETE", "PATCH"])("method %s", async (method) => {
    const expected = says(405, "HTTP 405 Method Not Allowed", undefined, { Allow: "POST, OPTIONS" });
    expect(await ask(method, path)).toEqual(expected);
  });

  test("HEAD is refused without a body, OPTIONS answers what is allowed and nothing for browsers", async () => {
    expect(await ask("HEAD", path)).toMatchObject({ status: 405, body: "" });
    const expected = { status: 200, headers: { ...common, Allow: "POST, OPTIONS" }, body: "" };
    expect(await ask("OPTIONS", path, ["Origin: https://shop.example"])).toEqual(expected);
  });

  test.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])(
    "media type %s, before the grant type",
    async (type) => {
      const expected = says(415, "HTTP 415 Unsupported Media Type");
      expect(await post("{}", [`Content-Type: ${type}`])).toEqual(expected);
    },
  );

  test.each([[], ["Content-Type:"], ["Content-Type: nonsense"], [`${formType}; charset`]])(
    "no media type that can be read: %s",
    async (...headers) => {
      expect(await post(`${grant}&${creds}`, headers)).toEqual(noGrantType);
    },
  );

  test("empty body, no grant type, and one in the query string only", async () => {
    expect(await post("")).toEqual(noGrantType);
    expect(await post(creds)).toEqual(noGrantType);
    expect(await ask("POST", `${path}?${grant}&${creds}`, [formType])).toEqual(noGrantType);
  });

  test.each(["", "CLIENT_CREDENTIALS", "client_credentials+", "password", "refresh_token"])(
    "grant type '%s', before the client is looked at",
    async (type) => {
      const expected = says(400, "unsupported_grant_type", "Unsupported grant_type");
      expect(await post(`grant_type=${type}&client_id=nobody`)).toEqual(expected);
    },
  );

  test.each([
    ["no client", ""],
    ["unknown client", "client_id=nobody&client_secret=x"],
    ["clientId in another case", "client_id=feed+wise&client_secret=x"],
    ["clientId with a space behind", "client_id=Feed+Wise+&client_secret=x"],
    ["clientId with a NUL", "client_id=Feed+Wise%00&client_secret=x"],
    ["suspended client", "client_id=suspended-one&client_secret=x"],
    ["deleted client", "client_id=deleted-one&client_secret=x"],
  ])("%s", async (_, body) => {
    expect(await post(`${grant}&${body}`)).toEqual(says(401, "invalid_client", wrong));
  });

  test.each([
    ["secret missing", "client_id=Feed+Wise"],
    ["secret empty", "client_id=Feed+Wise&client_secret="],
    ["secret wrong", "client_id=Feed+Wise&client_secret=x"],
    ["expired secret", "client_id=ended-secret&client_secret=x"],
    ["retired secret", "client_id=retired-secret&client_secret=x"],
  ])("%s", async (_, body) => {
    expect(await post(`${grant}&${body}`)).toEqual(says(401, "unauthorized_client", wrong));
  });

  test("the right secret is not enough once it ended or was retired, or the client is suspended or deleted", async () => {
    const past = new Date(Date.now() - 1000);
    const tell = async (client: { clientId: string; secret: string }) =>
      (await post(`${grant}&client_id=${client.clientId}&client_secret=${client.secret}`)).body;
    const unauthorized = says(401, "unauthorized_client", wrong).body;
    const invalid = says(401, "invalid_client", wrong).body;
    expect(await tell(await insertTestClient("right-but-ended", { secret: { endsAt: past } }))).toBe(
      unauthorized,
    );
    expect(await tell(await insertTestClient("right-but-retired", { secret: { retiredAt: past } }))).toBe(
      unauthorized,
    );
    expect(await tell(await insertTestClient("right-but-held", { client: { suspendedAt: past } }))).toBe(
      invalid,
    );
    expect(await tell(await insertTestClient("right-but-gone", { client: { deletedAt: past } }))).toBe(
      invalid,
    );
  });

  test("after HTTP Basic a 401 carries the challenge, also when the header cannot be read", async () => {
    const challenge = { "WWW-Authenticate": 'Basic realm="maas"' };
    const tried = await post(grant, [formType, basic("Feed Wise:x")]);
    expect(tried).toEqual(says(401, "unauthorized_client", wrong, challenge));
    const unreadable = await post(grant, [formType, "Authorization: Basic !!!"]);
    expect(unreadable).toEqual(says(401, "invalid_client", wrong, challenge));
    const foreign = await post(grant, [formType, "Authorization: Bearer abc"]);
    expect(foreign).toEqual(says(401, "invalid_client", wrong));
  });

  test("a parameter twice, but only after the client proved itself", async () => {
    const twice = says(400, "invalid_request", "duplicated parameter");
    expect(await post(`${grant}&${creds}&audience=a&audience=b`)).toEqual(twice);
    expect(await post(`${grant}&${creds}&client_secret=other`)).toEqual(twice);
    expect(await post(`${grant}&grant_type=password&${creds}&scope=nonsense`)).toEqual(twice);
    expect((await post(`${grant}&client_id=nobody&a=1&a=2`)).status).toBe(401);
  });

  test("a value over 4 KiB, before the scope is judged", async () => {
    const expected = says(400, "invalid_request", "Parameter too long");
    expect(await post(`${grant}&${creds}&audience=${"x".repeat(4097)}&scope=nonsense`)).toEqual(expected);
    expect((await post(`${grant}&${creds}&audience=${"x".repeat(4096)}`)).status).toBe(200);
    expect(await post(`${grant}&${creds}&audience=${"%C3%A9".repeat(2049)}`)).toEqual(expected);
  });

  test.each(["offline_access", "openid nonsense", "OPENID", "openid\tprofile"])(
    "scope '%s'",
    async (scope) => {
      const expected = says(400, "invalid_scope", `Invalid scopes: ${scope}`);
      expect(await post(`${grant}&${creds}&scope=${encodeURIComponent(scope)}`)).toEqual(expected);
    },
  );

  test("a body over 64 KiB, declared or not", async () => {
    const expected = says(413, "invalid_request", "Request body too large");
    const body = `${grant}&${creds}&pad=${"x".repeat(65_536)}`;
    expect(await post(body)).toEqual(expected);
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const request = rawRequest("POST", path, [formType, "Transfer-Encoding: chunked"]) + chunked;
    const answer = await sendRaw(sandbox.port, request);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 413, body: expected.body });
  });
});

describe("a token is given", () => {
  test.each([
    ["credentials in the body, with plus", () => post(`${grant}&${creds}`)],
    ["with %20", () => post(`${grant}&client_id=Feed%20Wise&client_secret=${good.secret}`)],
    ["with a raw space", () => post(`${grant}&client_id=Feed Wise&client_secret=${good.secret}`)],
    ["in HTTP Basic", () => post(grant, [formType, basic(`Feed+Wise:${good.secret}`)])],
    ["in Basic, not encoded", () => post(grant, [formType, basic(`Feed Wise:${good.secret}`)])],
    ["the body wins over Basic", () => post(`${grant}&${creds}`, [formType, basic("nobody:x")])],
    [
      "field by field",
      () => post(`${grant}&client_id=Feed+Wise`, [formType, basic(`nobody:${good.secret}`)]),
    ],
    ["beside a foreign scheme", () => post(`${grant}&${creds}`, [formType, "Authorization: Bearer abc"])],
    [
      "media type in capitals",
      () => post(`${grant}&${creds}`, [`${formType.toUpperCase()}; charset=ISO-8859-1`]),
    ],
    ["unknown parameters and an empty scope", () => post(`${grant}&${creds}&scope=&resource=x&audience=y`)],
  ])("%s", async (_, send) => {
    const answer = await send();
    expect({ status: answer.status, headers: answer.headers }).toEqual({ status: 200, headers: common });
    const body = JSON.parse(answer.body);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 7200,
      refresh_expires_in: 0,
      token_type: "Bearer",
      "not-before-policy": 0,
      scope: "",
    });
  });

  test("a known scope is echoed, in the answer and in the token, and brings no id_token", async () => {
    const { access_token, scope, ...rest } = JSON.parse(
      (await post(`${grant}&${creds}&scope=profile+email+openid`)).body,
    );
    expect(scope).toBe("profile email openid");
    expect(decodeJwt(access_token).scope).toBe("profile email openid");
    expect(rest).not.toHaveProperty("id_token");
  });

  test("the token says what the contract says, and nothing about sellers", async () => {
    const { access_token } = JSON.parse((await post(`${grant}&${creds}`)).body);
    const keys = (
      await (await fetch(`${sandbox.origin}/auth/realms/maas/protocol/openid-connect/certs`)).json()
    ).keys;
    expect(decodeProtectedHeader(access_token)).toEqual({ alg: "RS256", typ: "JWT", kid: keys[0].kid });
    const claims = decodeJwt(access_token);
    expect(claims).toEqual({
      exp: (claims.iat ?? 0) + 7200,
      iat: expect.any(Number),
      jti: expect.stringMatching(/^trrtcc:[0-9a-f-]{36}$/),
      iss: `${env().SANDBOX_URL}/auth/realms/maas`,
      aud: ["SELLER_MARKETPLACE-API", "account"],
      sub: good.id,
      typ: "Bearer",
      azp: "Feed Wise",
      clientId: "Feed Wise",
      client_id: "Feed Wise",
      clientHost: "127.0.0.1",
      clientAddress: "127.0.0.1",
      scope: "",
      realm_access: { roles: expect.any(Array) },
      resource_access: expect.objectContaining({ "SELLER_MARKETPLACE-API": { roles: expect.any(Array) } }),
    });
    expect(Math.abs((claims.iat ?? 0) - Date.now() / 1000)).toBeLessThan(5);
  });

  test("areas that were chosen for the guide leave the token as it is", async () => {
    const { id, organisationId, clientId, secret } = await insertTestClient("needs-orders-only");
    const rolesNow = async () => {
      const answer = await post(`${grant}&client_id=${clientId}&client_secret=${secret}`);
      return decodeJwt(JSON.parse(answer.body).access_token).resource_access;
    };
    const before = await rolesNow();
    const chosen = { clientRowId: id, organisationId, areas: ["orders"], chosenAt: new Date() };
    await asFounder((tx) => tx.insert(clientAreas).values(chosen));
    expect(await rolesNow()).toEqual(before);
    expect(JSON.stringify(before)).toContain("DISCUSSIONS_GET");
  });

  test("a client with the portal API switched on has one audience more", async () => {
    const { clientId, secret } = await insertTestClient("with-portal-api", {
      client: { portalApiSince: new Date() },
    });
    const answer = await post(`${grant}&client_id=${clientId}&client_secret=${secret}`);
    const { aud } = decodeJwt(JSON.parse(answer.body).access_token);
    expect(aud).toEqual(["SELLER_MARKETPLACE-API", "account", "PORTAL-API"]);
  });
});
