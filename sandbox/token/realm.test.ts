import { createPublicKey } from "node:crypto";
import * as oauth from "oauth4webapi";
import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let who: Awaited<ReturnType<typeof insertTestClient>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  who = await insertTestClient("Feed & Wise: 100%");
  await insertTestSeller(104512);
  await insertTestLink(who, 104512);
});
afterAll(() => sandbox.stop());

const realm = "/auth/realms/maas";
const get = (path: string, init?: RequestInit) => fetch(`${sandbox.origin}${path}`, init);

describe("what the realm tells about itself", () => {
  test("metadata, at each address it is looked for, naming what works and nothing else", async () => {
    const issuer = `${sandbox.origin}${realm}`;
    for (const path of [
      `${realm}/.well-known/openid-configuration`,
      `${realm}/.well-known/oauth-authorization-server`,
      `/.well-known/openid-configuration${realm}`,
      `/.well-known/oauth-authorization-server${realm}`,
    ]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(answer.headers.get("content-type")).toBe("application/json");
      expect(await answer.json()).toEqual({
        issuer,
        token_endpoint: `${issuer}/protocol/openid-connect/token`,
        introspection_endpoint: `${issuer}/protocol/openid-connect/token/introspect`,
        revocation_endpoint: `${issuer}/protocol/openid-connect/revoke`,
        jwks_uri: `${issuer}/protocol/openid-connect/certs`,
        grant_types_supported: ["client_credentials"],
        response_types_supported: [],
        subject_types_supported: ["public"],
        scopes_supported: ["openid", "profile", "email"],
        token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
        introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
        revocation_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
      });
    }
    const unknown = await get("/.well-known/openid-configuration/auth/realms/other");
    expect([unknown.status, await unknown.json()]).toEqual([404, { error: "Realm does not exist" }]);
  });

  test("keys: the one in use and the next, public members only", async () => {
    const answer = await get(`${realm}/protocol/openid-connect/certs`);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(Object.keys(key)).toEqual(["kid", "kty", "alg", "use", "n", "e"]);
      expect(Buffer.from(key.n ?? "", "base64url")).toHaveLength(256);
    }
  });

  test("the realm itself, with and without a slash, holds the key in use", async () => {
    const { keys } = (await (await get(`${realm}/protocol/openid-connect/certs`)).json()) as {
      keys: JsonWebKey[];
    };
    const [inUse] = keys;
    if (!inUse) throw new Error("no key");
    const key = createPublicKey({ key: inUse, format: "jwk" } as never);
    for (const path of [realm, `${realm}/`]) {
      expect(await (await get(path)).json()).toEqual({
        realm: "maas",
        public_key: key.export({ format: "der", type: "spki" }).toString("base64"),
        "token-service": `${sandbox.origin}${realm}/protocol/openid-connect`,
        "account-service": `${sandbox.origin}${realm}/account`,
        "tokens-not-before": 0,
      });
    }
  });

  test("other methods and other places", async () => {
    const posted = await get(`${realm}/protocol/openid-connect/certs`, { method: "POST" });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await get(realm, { method: "HEAD" })).status).toBe(200);
    for (const path of [
      "/auth",
      "/auth/realms/",
      `${realm}/account`,
      `${realm}/protocol/openid-connect/token/`,
    ]) {
      const answer = await get(path, { method: "POST" });
      expect([path, answer.status, await answer.json()]).toEqual([
        path,
        404,
        { error: "HTTP 404 Not Found" },
      ]);
    }
  });
});

describe("clients in the wild, unmodified", () => {
  const authentications = [
    ["Basic", () => oauth.ClientSecretBasic(who.secret), () => client.ClientSecretBasic(who.secret)],
    ["body", () => oauth.ClientSecretPost(who.secret), () => client.ClientSecretPost(who.secret)],
  ] as const;
  const insecure = { [oauth.allowInsecureRequests]: true };

  test.each(authentications)(
    "oauth4webapi discovers the realm and gets a token (%s)",
    async (_, authentication) => {
      const issuer = new URL(`${sandbox.origin}${realm}`);
      for (const algorithm of ["oidc", "oauth2"] as const) {
        const found = await oauth.discoveryRequest(issuer, { algorithm, ...insecure });
        const server = await oauth.processDiscoveryResponse(issuer, found);
        const me = { client_id: who.clientId };
        const asked = new URLSearchParams({ scope: "profile" });
        const answer = await oauth.clientCredentialsGrantRequest(
          server,
          me,
          authentication(),
          asked,
          insecure,
        );
        const tokens = await oauth.processClientCredentialsResponse(server, me, answer);
        expect([tokens.token_type, tokens.expires_in, tokens.scope]).toEqual(["bearer", 7200, "profile"]);
      }
    },
  );

  test.each(authentications)(
    "openid-client gets a token and calls with it (%s)",
    async (_, __, authentication) => {
      const configuration = await client.discovery(
        new URL(`${sandbox.origin}${realm}`),
        who.clientId,
        undefined,
        authentication(),
        { execute: [client.allowInsecureRequests] },
      );
      const tokens = await client.clientCredentialsGrant(configuration);
      const headers = new Headers({ SellerId: "104512" });
      const url = new URL(`${sandbox.origin}/seller/v2/sellers`);
      const answer = await client.fetchProtectedResource(
        configuration,
        tokens.access_token,
        url,
        "GET",
        null,
        headers,
      );
      expect([answer.status, ((await answer.json()) as { seller_id: number }).seller_id]).toEqual([
        200, 104512,
      ]);
    },
  );
});
