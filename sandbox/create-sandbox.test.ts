import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder, disconnect } from "@/db/client";
import { env } from "@/lib/env";
import { fetchToken, insertTestClient, rawRequest, sendRaw, startSandbox } from "./testing";

const tokenPath = "/auth/realms/maas/protocol/openid-connect/token";
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("patient-client");
});
afterAll(() => sandbox.stop());

const get = (path: string, headers: string[] = []) => sendRaw(sandbox.port, rawRequest("GET", path, headers));
const askToken = () => {
  const body = `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.secret}`;
  const headers = ["Content-Type: application/x-www-form-urlencoded"];
  return sendRaw(sandbox.port, rawRequest("POST", tokenPath, headers, body));
};

describe("what is too large gets an answer of ours", () => {
  const problem = (status: number) => ({
    status,
    headers: expect.objectContaining({ "Content-Type": "application/problem+json" }),
    body: expect.stringMatching(new RegExp(`"status":${status},.*"code":"too_large"`)),
  });
  const refusal = (status: number) => ({
    status,
    headers: expect.objectContaining({ "Content-Type": "application/json", "Cache-Control": "no-store" }),
    body: '{"error":"invalid_request","error_description":"Request too large"}',
  });

  test("an address over 8 KiB, at both rooms, also when it is enormous", async () => {
    expect(await get(`/seller/v2/sellers?${"x".repeat(8192)}`)).toEqual(problem(414));
    expect(await get(`/${"x".repeat(100_000)}`)).toEqual(problem(414));
    expect(await get(`${tokenPath}?${"x".repeat(8192)}`)).toEqual(refusal(414));
    expect((await get(`/seller/v2/sellers?${"x".repeat(8192 - 19)}`)).status).toBe(401);
  });

  test("headers over 16 KiB, in one or in many, also when they are enormous", async () => {
    expect(await get("/seller/v2/sellers", [`X: ${"x".repeat(16_384)}`])).toEqual(problem(431));
    const many = Array.from({ length: 400 }, (_, i) => `X-${i}: ${"x".repeat(40)}`);
    expect(await get("/seller/v2/sellers", many)).toEqual(problem(431));
    expect(await get(tokenPath, many)).toEqual(refusal(431));
    expect(await get("/seller/v2/sellers", [`X: ${"x".repeat(400_000)}`])).toEqual(problem(431));
    expect((await get("/seller/v2/sellers", [`X: ${"x".repeat(16_000)}`])).status).toBe(401);
  });

  test("a body over 1 MiB on the Seller API, before the route is looked at", async () => {
    const declared = await sendRaw(sandbox.port, rawRequest("POST", "/nowhere", ["Content-Length: 1048577"]));
    expect(declared).toEqual(problem(413));
    const chunk = `${(70_000).toString(16)}\r\n${"x".repeat(70_000)}\r\n`;
    const head = rawRequest("POST", "/seller/v2/sellers", ["Transfer-Encoding: chunked"]);
    expect(await sendRaw(sandbox.port, head, ...Array.from({ length: 16 }, () => chunk))).toEqual(
      problem(413),
    );
    const small = await sendRaw(sandbox.port, head, chunk, "0\r\n\r\n");
    expect(small.status).toBe(405);
  });
});

describe("what is no request gets an answer of ours", () => {
  test.each([
    "nonsense\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
  ])("%j", async (bytes) => {
    const { status, headers, body } = await sendRaw(sandbox.port, bytes);
    expect(status).toBe(400);
    expect(headers).toMatchObject({ "Content-Type": "application/problem+json", Connection: "close" });
    expect(JSON.parse(body)).toMatchObject({
      status: 400,
      code: "bad_request",
      traceId: headers["X-Request-Id"],
    });
  });

  test("no answer names the server or sets a cookie", async () => {
    for (const path of ["/", tokenPath, "/seller/v2/sellers", "/healthz", "/auth/realms/maas"]) {
      const { headers } = await get(path);
      const names = Object.keys(headers).map((name) => name.toLowerCase());
      expect(names).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(server|x-powered-by|set-cookie)$/)]),
      );
      expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    }
  });

  test("a request without Host is served all the same", async () => {
    expect((await sendRaw(sandbox.port, "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(
      200,
    );
  });
});

describe("bad days", () => {
  test("more than two hundred at once: the others are sent away at once, and those inside are served", async () => {
    const { inside, outside, call } = await asFounder(async (tx) => {
      await tx.execute("lock table limit_counters in access exclusive mode");
      const inside = Array.from({ length: 200 }, askToken);
      // A call without a token is refused without the database, and sent away once all places are taken.
      const full = async () => (await get("/seller/v2/sellers")).status;
      await expect.poll(full, { timeout: 10_000 }).toBe(503);
      // Answered while the lock is held, so none of them waited for it.
      const outside = await Promise.all(Array.from({ length: 30 }, askToken));
      return { inside, outside, call: await get("/seller/v2/sellers") };
    });
    for (const { status, headers, body } of outside) {
      expect([status, headers["Retry-After"], JSON.parse(body).error]).toEqual([
        503,
        "1",
        "temporarily_unavailable",
      ]);
    }
    expect([call.status, call.headers["Retry-After"], JSON.parse(call.body).code]).toEqual([
      503,
      "1",
      "unavailable",
    ]);
    const answers = await Promise.all(inside);
    // On a machine so busy that the lock was held for seconds, some gave the database up; nobody was sent away.
    const served = answers.filter(({ status }) => status === 200);
    const gaveUp = answers.filter(({ status, headers }) => status === 503 && headers["Retry-After"] === "2");
    expect([served.length > 0, served.length + gaveUp.length]).toEqual([true, 200]);
  });

  test("the database is gone: JSON with Retry-After from both rooms, keys still shown, and back without a restart", async () => {
    const token = await fetchToken(sandbox.origin, client);
    const call = () => get("/seller/v2/sellers", [`Authorization: Bearer ${token}`, "SellerId: 1"]);
    expect((await call()).status).toBe(403);
    const { DATABASE_MACHINE_URL } = env();
    await disconnect();
    Object.assign(env(), { DATABASE_MACHINE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    const noToken = await askToken();
    expect([noToken.status, noToken.headers["Retry-After"]]).toEqual([503, "2"]);
    expect(noToken.headers["Content-Type"]).toBe("application/json");
    expect(JSON.parse(noToken.body).error).toBe("temporarily_unavailable");
    const noCall = await call();
    expect([noCall.status, noCall.headers["Retry-After"], JSON.parse(noCall.body).code]).toEqual([
      503,
      "2",
      "unavailable",
    ]);
    expect((await get("/readyz")).status).toBe(503);
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/auth/realms/maas/protocol/openid-connect/certs")).status).toBe(200);

    await disconnect();
    Object.assign(env(), { DATABASE_MACHINE_URL });
    // A busy machine may need longer for the first connection than a caller is kept waiting.
    await expect.poll(async () => (await askToken()).status, { timeout: 15_000 }).toBe(200);
    expect((await call()).status).toBe(403);
    expect((await get("/readyz")).status).toBe(200);
  });
});
