import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients } from "@/db/schema";
import { moveClock } from "@/lib/clock";
import {
  callSellers,
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  startSandbox,
} from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let mine: Awaited<ReturnType<typeof insertTestClient>>;
let other: Awaited<ReturnType<typeof insertTestClient>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  [mine, other] = [await insertTestClient("token-owner"), await insertTestClient("somebody-else")];
  await insertTestSeller(104512);
  await insertTestLink(mine, 104512);
});
afterAll(() => sandbox.stop());

type Client = { clientId: string; secret: string };

async function post(place: string, client: Client | null, more: Record<string, string>) {
  const body = new URLSearchParams({
    ...(client && { client_id: client.clientId, client_secret: client.secret }),
    ...more,
  });
  const url = `${sandbox.origin}/auth/realms/maas/protocol/openid-connect/${place}`;
  const answer = await fetch(url, { method: "POST", body });
  const text = await answer.text();
  return { status: answer.status, body: text && (JSON.parse(text) as Record<string, unknown>) };
}
const introspect = (client: Client | null, token: string) => post("token/introspect", client, { token });
const revoke = (client: Client | null, token: string) => post("revoke", client, { token });
const inactive = { status: 200, body: { active: false } };

describe("introspection", () => {
  test("tells a token's own client its claims, and everybody else no more than that it is not active", async () => {
    const token = await fetchToken(sandbox.origin, mine);
    const { status, body } = await introspect(mine, token);
    expect([status, body]).toMatchObject([
      200,
      {
        active: true,
        client_id: "token-owner",
        username: "service-account-token-owner",
        token_type: "Bearer",
        typ: "Bearer",
        sub: mine.id,
        iss: `${sandbox.origin}/auth/realms/maas`,
      },
    ]);
    expect(await introspect(other, token)).toEqual(inactive);
  });

  test("a client that a token is meant for hears of it", async () => {
    const api = await insertTestClient("SELLER_MARKETPLACE-API");
    const token = await fetchToken(sandbox.origin, mine);
    expect((await introspect(api, token)).body).toMatchObject({ active: true, azp: "token-owner" });
  });

  test("a client that calls itself like the portal API hears nothing", async () => {
    const alike = await insertTestClient("PORTAL-API");
    const calling = await insertTestClient("calls-the-portal", { client: { portalApiSince: new Date() } });
    const token = await fetchToken(sandbox.origin, calling);
    expect((await introspect(calling, token)).body).toMatchObject({ active: true });
    expect(await introspect(alike, token)).toEqual(inactive);
  });

  test("forged, cut short, expired, of a suspended client or before its cut: not active, and nothing else", async () => {
    const token = await fetchToken(sandbox.origin, mine);
    for (const wrong of ["x", `${token}x`, token.slice(0, -9), token.replace(/\.[^.]+$/, ".")])
      expect(await introspect(mine, wrong)).toEqual(inactive);
    moveClock(7201);
    expect(await introspect(mine, token)).toEqual(inactive);
    moveClock(0);
    const fallen = await insertTestClient("falls-later");
    const given = await fetchToken(sandbox.origin, fallen);
    await asFounder((tx) => tx.update(clients).set({ tokensNotBefore: new Date(Date.now() + 1000) }));
    expect(await introspect(fallen, given)).toEqual(inactive);
    await asFounder((tx) => tx.update(clients).set({ tokensNotBefore: null }));
    expect((await introspect(fallen, given)).body).toMatchObject({ active: true });
  });
});

describe("revocation", () => {
  test("ends a token on its very next use, again without harm, and no other one", async () => {
    const [token, kept] = [await fetchToken(sandbox.origin, mine), await fetchToken(sandbox.origin, mine)];
    expect((await callSellers(sandbox.origin, token, 104512)).status).toBe(200);
    const all = await Promise.all([1, 2, 3].map(() => revoke(mine, token)));
    expect(all).toEqual(Array(3).fill({ status: 200, body: "" }));
    expect(await callSellers(sandbox.origin, token, 104512)).toMatchObject({
      status: 401,
      code: "token_revoked",
    });
    expect(await introspect(mine, token)).toEqual(inactive);
    expect((await callSellers(sandbox.origin, kept, 104512)).status).toBe(200);
  });

  test("another client's token is refused and goes on working; what is no token of ours is no error", async () => {
    const token = await fetchToken(sandbox.origin, mine);
    expect(await revoke(other, token)).toEqual({
      status: 400,
      body: { error: "invalid_request", error_description: "Unmatching clients" },
    });
    expect((await callSellers(sandbox.origin, token, 104512)).status).toBe(200);
    const none = { status: 200, body: { error: "invalid_token", error_description: "Invalid token" } };
    expect(await revoke(mine, "not-a-token")).toEqual(none);
    moveClock(7201);
    expect(await revoke(mine, token)).toEqual(none);
    moveClock(0);
  });
});

describe("both", () => {
  test("ask who calls before anything about the token, and for a token before they judge it", async () => {
    const token = await fetchToken(sandbox.origin, mine);
    const stranger = { clientId: "nobody-here", secret: "x" };
    for (const place of ["token/introspect", "revoke"]) {
      expect(await post(place, null, { token })).toMatchObject({
        status: 401,
        body: { error: "invalid_client" },
      });
      expect(await post(place, stranger, {})).toMatchObject({
        status: 401,
        body: { error: "invalid_client" },
      });
      expect(await post(place, { ...mine, secret: "wrong" }, { token })).toMatchObject({
        status: 401,
        body: { error: "unauthorized_client" },
      });
      for (const more of [{}, { token: "" }] as Record<string, string>[])
        expect(await post(place, mine, more)).toEqual({
          status: 400,
          body: { error: "invalid_request", error_description: "Token not provided." },
        });
    }
    expect((await callSellers(sandbox.origin, token, 104512)).status).toBe(200);
  });

  test("work for a client of somebody else's making, found by discovery", async () => {
    const issuer = new URL(`${sandbox.origin}/auth/realms/maas`);
    const insecure = { [oauth.allowInsecureRequests]: true };
    const found = await oauth.discoveryRequest(issuer, insecure);
    const server = await oauth.processDiscoveryResponse(issuer, found);
    const [me, proof] = [{ client_id: mine.clientId }, oauth.ClientSecretBasic(mine.secret)];
    const token = await fetchToken(sandbox.origin, mine);
    const asked = () => oauth.introspectionRequest(server, me, proof, token, insecure);
    expect(await oauth.processIntrospectionResponse(server, me, await asked())).toMatchObject({
      active: true,
    });
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, me, proof, token, insecure));
    expect(await oauth.processIntrospectionResponse(server, me, await asked())).toEqual({ active: false });
  });
});
