import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asFounder, disconnect } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { clients, organisations } from "@/db/schema";
import { makeClient, makeOrganisation, ownDatabase } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { env } from "../env";
import { issueToken } from "../tokens/issue-token";
import { reloadKeys } from "../tokens/key-ring";
import { answerPortalApi } from "./answer-portal-api";
import { callApi, makeCaller } from "./caller.testing";
import { openApi } from "./open-api";
import { routes } from "./routes";

beforeAll(async () => {
  await ownDatabase();
  await ensureFoundations();
  await reloadKeys();
});

const change = (id: string, set: Partial<typeof clients.$inferInsert>) =>
  asFounder((tx) => tx.update(clients).set(set).where(eq(clients.id, id)));

describe("who may call", () => {
  test("nobody without a token, with one in the wrong place, or with a forged one", async () => {
    expect(await callApi("GET", "/links")).toMatchObject({ status: 401, body: { code: "token_missing" } });
    const basic = await callApi("GET", "/links", { authorization: "Basic eDp5" });
    expect(basic.body.code).toBe("token_missing");
    expect(basic.headers.get("www-authenticate")).toBe('Bearer realm="maas"');
    const { token, call } = await makeCaller();
    const query = await callApi("GET", `/links?access_token=${token}`);
    expect(query).toMatchObject({ status: 400, body: { code: "invalid_request" } });
    expect((await call("GET", `/links?access_token=${token}`)).status).toBe(400);
    const twice = await callApi("GET", "/links", { authorization: `Bearer ${token}, Bearer ${token}` });
    expect(twice.body.code).toBe("invalid_request");
    const forged = await callApi("GET", "/links", { authorization: `Bearer ${token.slice(0, -4)}AAAA` });
    expect(forged).toMatchObject({ status: 401, body: { code: "token_invalid" } });
    expect((await call("GET", "/links")).status).toBe(200);
  });

  test("a cookie counts for nothing", async () => {
    const answer = await callApi("GET", "/links", { cookie: "portal-session=whatever" });
    expect(answer.body.code).toBe("token_missing");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("not a client that has it switched off, at once, nor one of a seller", async () => {
    const { client, call } = await makeCaller();
    expect((await call("GET", "/links")).status).toBe(200);
    await change(client.id, { portalApiSince: null });
    expect(await call("GET", "/links")).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    const seller = await makeCaller({ kind: "seller" });
    expect((await seller.call("GET", "/links")).body.code).toBe("not_allowed");
  });

  test("not with a token from before it was switched on", async () => {
    const client = await makeClient(await makeOrganisation({ kind: "partner" }), { portalApiSince: now() });
    const { accessToken } = await issueToken({ ...client, provedAt: now() }, "", "127.0.0.1");
    const answer = await callApi("GET", "/links", { authorization: `Bearer ${accessToken}` });
    expect(answer).toMatchObject({ status: 401, body: { code: "token_invalid" } });
  });

  test("not a client that is suspended or deleted, nor one whose tokens were cut or ran out", async () => {
    const { client, organisation, call } = await makeCaller();
    for (const set of [{ suspendedAt: now() }, { deletedAt: now() }, { tokensNotBefore: inSeconds(1) }]) {
      await change(client.id, set);
      expect(await call("GET", "/links")).toMatchObject({ status: 401, body: { code: "token_revoked" } });
      await change(client.id, { suspendedAt: null, deletedAt: null, tokensNotBefore: null });
    }
    moveClock(7201);
    expect(await call("GET", "/links")).toMatchObject({ status: 401, body: { code: "token_expired" } });
    moveClock(0);
    await asFounder((tx) =>
      tx.update(organisations).set({ suspendedAt: now() }).where(eq(organisations.id, organisation.id)),
    );
    expect((await call("GET", "/links")).body.code).toBe("token_revoked");
  });
});

describe("the door", () => {
  test("tells an unknown route from a wrong method, before it asks who calls", async () => {
    for (const path of ["", "/", "/link", "/links/0", "/links/12x", "/webhooks/1/test", "/clients/x/secrets"])
      expect(await callApi("GET", path)).toMatchObject({ status: 404, body: { code: "not_found" } });
    const wrong = await callApi("PUT", "/links/104512", {}, {});
    expect(wrong).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(wrong.headers.get("allow")).toBe("GET, DELETE");
    const { token } = await makeCaller();
    const headers = { authorization: `Bearer ${token}` };
    const head = new Request("http://localhost:3000/api/v1/links", { method: "HEAD", headers });
    expect((await answerPortalApi(head)).status).toBe(200);
  });

  test("answers problems with a traceId that is the request's id", async () => {
    const answer = await callApi("GET", "/nothing", { "x-request-id": "the-request" });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body).toEqual({
      type: "/guide/errors/not_found",
      title: "Not found",
      status: 404,
      detail: expect.any(String),
      instance: "/api/v1/nothing",
      code: "not_found",
      traceId: "the-request",
    });
  });

  test("takes JSON objects of up to 64 KiB", async () => {
    const { call } = await makeCaller();
    const send = async (body: string, type = "application/json") => {
      const { status, body: said } = await call("POST", "/webhooks", body, { "content-type": type });
      return [status, said.code];
    };
    expect(await send("url=x", "application/x-www-form-urlencoded")).toEqual([415, "unsupported_media_type"]);
    expect(await send("{")).toEqual([400, "invalid_body"]);
    expect(await send("[]")).toEqual([400, "invalid_body"]);
    expect(await send(JSON.stringify({ url: "x".repeat(66_000) }))).toEqual([413, "too_large"]);
    expect(await send("{}")).toEqual([422, "validation_failed"]);
    expect(await send('{"url":"https://hooks.partner.com","events":["link.created"],"more":1}')).toEqual([
      422,
      "validation_failed",
    ]);
  });

  test("counts six hundred calls a minute for each client, and says what is left", async () => {
    const { call } = await makeCaller();
    const first = await call("GET", "/webhooks");
    expect(first.headers.get("ratelimit")).toBe('"client";r=599;t=60');
    expect(first.headers.get("ratelimit-policy")).toBe('"client";q=600;w=60');
    for (let n = 0; n < 12; n++)
      await Promise.all(Array.from({ length: 50 }, () => call("GET", "/webhooks")));
    const over = await call("GET", "/webhooks");
    expect(over).toMatchObject({ status: 429, body: { code: "quota_exceeded" } });
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await (await makeCaller()).call("GET", "/webhooks")).status).toBe(200);
  });

  test("refuses what is no page of the list", async () => {
    const { call } = await makeCaller();
    for (const query of ["limit=0", "limit=201", "limit=x", "after=nonsense", "status=gone"])
      expect(await call("GET", `/links?${query}`)).toMatchObject({
        status: 400,
        body: { code: "invalid_parameter" },
      });
    const { next } = (await call("GET", "/events")).body;
    expect((await call("GET", `/links?after=${next}`)).status).toBe(400);
    // Numbers that no column holds, in the shape of a cursor.
    for (const place of ["e:0:9999999999999999999", "e:99999999999999999999:1"]) {
      const forged = Buffer.from(place).toString("base64url");
      expect((await call("GET", `/events?after=${forged}`)).status).toBe(400);
    }
  });
});

describe("the description", () => {
  test("is there for everybody and names every route with its methods, and no other", async () => {
    const answer = await answerPortalApi(new Request("http://localhost:3000/api/v1/openapi.json"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      openapi: "3.1.0",
      servers: [{ url: `${env().PUBLIC_URL}/api/v1` }],
    });
    const described = Object.entries(openApi().paths).map(([path, methods]) => [
      path,
      Object.keys(methods).map((name) => name.toUpperCase()),
    ]);
    const there = Object.entries(routes).map(([path, methods]) => [path, Object.keys(methods)]);
    expect(described.sort()).toEqual(there.sort());
  });
});

test("a database that does not answer is `unavailable`, not an error", async () => {
  const { call } = await makeCaller();
  const { DATABASE_URL, DATABASE_MACHINE_URL } = env();
  await disconnect();
  const nowhere = "postgres://nobody:x@127.0.0.1:1/none";
  Object.assign(env(), { DATABASE_URL: nowhere, DATABASE_MACHINE_URL: nowhere });
  const answer = await call("GET", "/links");
  Object.assign(env(), { DATABASE_URL, DATABASE_MACHINE_URL });
  await disconnect();
  expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(answer.headers.get("retry-after")).toBe("5");
  expect((await call("GET", "/links")).status).toBe(200);
});
