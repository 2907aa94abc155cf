import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeMask } from "./mask";
import { operations } from "./operations";
import { type Order, runSteps, type ShownAnswer } from "./run-steps";
import { selfSigned } from "./self-signed.testing";
import type { StepReport } from "./step";

const prefix = "/auth/realms/maas/protocol/openid-connect";
const secret = "mps_test_a-canary that must+not/survive&ever";
const unhandled: unknown[] = [];
const servers: Server[] = [];
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  keys = await generateKeyPair("RS256");
  process.on("unhandledRejection", (reason) => unhandled.push(reason));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  }
  expect(unhandled).toEqual([]);
});

async function listen<S extends Server>(server: S) {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const json = (response: ServerResponse, status: number, body: unknown, type = "application/json") =>
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));

const makeToken = (claims: Record<string, unknown> = {}) => {
  const seconds = Math.floor(Date.now() / 1000);
  const all = { iat: seconds, exp: seconds + 7200, azp: "my client", ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(keys.privateKey);
};

const goodToken: RequestListener = async (_request, response) =>
  json(response, 200, { access_token: await makeToken(), expires_in: 7200, token_type: "Bearer" });
const goodKeys: RequestListener = async (_request, response) =>
  json(response, 200, {
    keys: [{ ...(await exportJWK(keys.publicKey)), kid: "k1", alg: "RS256", use: "sig" }],
  });
const goodCall: RequestListener = (request, response) =>
  json(response, 200, { seller_id: Number(request.headers.sellerid), shop_name: "Maison Lumiere" });

/** An upstream that is well but for what the test replaces. */
async function upstream({ token = goodToken, certs = goodKeys, call = goodCall } = {}) {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const listener = path.endsWith("/token") ? token : path.endsWith("/certs") ? certs : call;
    listener(request, response);
  });
  return orderFor(`http://127.0.0.1:${await listen(server)}`);
}

const orderFor = (origin: string, more: Partial<Order> = {}): Order => ({
  tokenUrl: `${origin}${prefix}/token`,
  sellerApiUrl: `${origin}/seller/v2`,
  clientId: "my client",
  clientSecret: secret,
  sellerId: "104512",
  operation: operations["sellers.get"],
  scenario: "",
  deadlineMs: 600,
  ...more,
});

async function run(order: Order, cancel = new AbortController().signal) {
  const steps: StepReport[] = [];
  const generator = runSteps(order, makeMask(), cancel);
  let next = await generator.next();
  for (; !next.done; next = await generator.next()) steps.push(next.value);
  const ended = steps.filter(({ state }) => state !== "running");
  const failed = ended.find(({ state }) => state === "failed");
  return { steps, ended, failed, result: next.value };
}

describe("a first call that works", () => {
  it("tells each step as it begins and as it ends, in order", async () => {
    const { steps, ended, result } = await run(await upstream());
    const order = ["settings", "dns", "token", "claims", "call", "shape"];
    expect(ended.map(({ step, code }) => [step, code])).toEqual(order.map((step) => [step, "ok"]));
    expect(steps.map(({ state }) => state)).toEqual(order.flatMap(() => ["running", "ok"]));
    expect((result as ShownAnswer).body).toBe('{"seller_id":104512,"shop_name":"Maison Lumiere"}');
    expect(ended.find(({ step }) => step === "claims")?.facts.signature).toBe("good");
  });

  it("sends what was typed, byte for byte, and nothing else", async () => {
    const seen: { body: string; headers: IncomingMessage["headers"] }[] = [];
    const order = await upstream({
      token: (request, response) => {
        let body = "";
        request.on("data", (chunk) => {
          body += chunk;
        });
        request.on("end", () => {
          seen.push({ body, headers: request.headers });
          goodToken(request, response);
        });
      },
      call: (request, response) => {
        seen.push({ body: "", headers: request.headers });
        goodCall(request, response);
      },
    });
    await run({ ...order, clientId: " Ünï+%20&=\t", scenario: "slow", sellerId: "98979" });
    const form = new URLSearchParams(seen[0]?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: "client_credentials",
      client_id: " Ünï+%20&=\t",
      client_secret: secret,
    });
    expect(seen[1]?.headers).toMatchObject({ sellerid: "98979", "x-scenario": "slow" });
    expect(seen[1]?.headers.authorization).toMatch(/^Bearer eyJ/);
  });

  it("goes on without the keys, and says that the signature was not checked", async () => {
    const { ended, failed } = await run(
      await upstream({ certs: (_request, response) => response.end("no") }),
    );
    expect(failed).toBeUndefined();
    expect(ended.find(({ step }) => step === "claims")?.facts.signature).toBe("not_checked");
  });
});

const problem =
  (status: number, code: string, headers = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/problem+json", ...headers });
    response.end(JSON.stringify({ status, code, detail: `said ${secret}`, traceId: "trace-1" }));
  };
const answer =
  (status: number, body: string, headers = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write(`"${"x".repeat(1024 * 1024)}`);
};
const html = "<!doctype html><title>Sign in to the proxy</title>";
const never: RequestListener = () => {};
const reset: RequestListener = (request) => request.socket.resetAndDestroy();

describe("faults of the other side, each named within the deadline", () => {
  it.each([
    ["token: no answer", { token: never }, "token", "net.timeout"],
    ["token: slow drip", { token: drip }, "token", "net.timeout"],
    ["token: connection reset", { token: reset }, "token", "net.refused"],
    [
      "token: a page",
      { token: answer(200, html, { "content-type": "text/html" }) },
      "token",
      "http.html_instead",
    ],
    [
      "token: a redirect",
      { token: answer(302, "", { location: "http://elsewhere.test/" }) },
      "token",
      "http.redirect",
    ],
    ["token: 503", { token: answer(503, "{}", { "retry-after": "5" }) }, "token", "api.gateway"],
    [
      "token: an answer without a token",
      { token: answer(200, '{"token_type":"Bearer"}') },
      "token",
      "api.body_unreadable",
    ],
    ["call: no answer", { call: never }, "call", "net.timeout"],
    ["call: slow drip", { call: drip }, "call", "net.timeout"],
    ["call: connection reset", { call: reset }, "call", "net.refused"],
    ["call: a page", { call: answer(200, html) }, "call", "http.html_instead"],
    [
      "call: a page with 403",
      { call: answer(403, html, { "content-type": "text/html" }) },
      "call",
      "http.html_instead",
    ],
    [
      "call: 502 dressed as a page",
      { call: answer(502, html, { "content-type": "text/html" }) },
      "call",
      "api.gateway",
    ],
    [
      "call: 429",
      { call: problem(429, "quota_exceeded", { "retry-after": "7" }) },
      "call",
      "api.rate_limited",
    ],
    ["call: broken JSON", { call: answer(200, '{"seller_id":1') }, "shape", "api.body_unreadable"],
    ["call: a megabyte", { call: endless }, "shape", "api.body_unreadable"],
  ] as const)("%s", async (_name, faults, step, code) => {
    const order = await upstream(faults);
    const begun = Date.now();
    const { failed, ended, result } = await run(order);
    expect(Date.now() - begun).toBeLessThan(1500);
    expect(failed).toMatchObject({ step, code });
    const after = ended.slice(ended.indexOf(failed as StepReport) + 1);
    expect(after.every(({ state }) => state === "skipped")).toBe(true);
    expect(JSON.stringify([ended, result])).not.toContain(secret);
  });

  it("a host that does not exist", async () => {
    const { failed } = await run({ ...orderFor("http://nothing.invalid"), deadlineMs: 5000 });
    expect(failed).toMatchObject({ step: "dns", code: "net.dns" });
  });

  it("nobody listens", async () => {
    const server = createSocketServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { failed } = await run(orderFor(`http://127.0.0.1:${port}`));
    expect(failed).toMatchObject({ step: "token", code: "net.refused", facts: { cause: "ECONNREFUSED" } });
  });

  it("something that speaks no HTTP", async () => {
    const port = await listen(
      createSocketServer((socket) => socket.on("error", never).end("SSH-2.0-OpenSSH\r\n")),
    );
    const { failed } = await run(orderFor(`http://127.0.0.1:${port}`));
    expect(failed).toMatchObject({ step: "token", code: "api.body_unreadable" });
  });

  it("a certificate that nobody vouches for: nothing is sent", async () => {
    let spoken = false;
    const server = createTlsServer(selfSigned(), (socket) => {
      socket.on("error", never).on("data", () => {
        spoken = true;
      });
    });
    const { failed } = await run(orderFor(`https://localhost:${await listen(server)}`));
    expect(failed).toMatchObject({
      step: "tls",
      code: "tls.self_signed_chain",
      facts: { cause: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    });
    expect(spoken).toBe(false);
  });

  it("https where only http is spoken", async () => {
    const { failed } = await run(orderFor((await upstream()).sellerApiUrl.replace("http:", "https:")));
    expect(failed).toMatchObject({ step: "tls", code: "tls.old_protocol" });
  });

  it("a SellerId that no header can carry is never sent", async () => {
    const { failed } = await run({ ...(await upstream()), sellerId: "9\r\nx: y" });
    expect(failed).toMatchObject({ step: "settings", code: "seller.bad_format" });
  });

  it("a token whose signature is somebody else's", async () => {
    const other = await generateKeyPair("RS256");
    const certs: RequestListener = async (_request, response) =>
      json(response, 200, { keys: [{ ...(await exportJWK(other.publicKey)), kid: "k1", alg: "RS256" }] });
    const { failed } = await run(await upstream({ certs }));
    expect(failed).toMatchObject({
      step: "claims",
      code: "auth.wrong_issuer",
      facts: { claim: "signature" },
    });
  });

  it("a token that is over when it arrives", async () => {
    const token: RequestListener = async (_request, response) =>
      json(response, 200, { access_token: await makeToken({ exp: 1_600_000_000 }) });
    const { failed } = await run(await upstream({ token }));
    expect(failed).toMatchObject({ step: "claims", code: "token.clock_skew", facts: { claim: "exp" } });
  });
});

describe("cancelling", () => {
  it("ends the outgoing call at once, and tells nothing more", async () => {
    const cancel = new AbortController();
    let closed: (() => void) | undefined;
    const hungUp = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const order = await upstream({
      call: (request) => {
        request.socket.on("close", () => closed?.());
        setTimeout(() => cancel.abort(), 20);
      },
    });
    const { ended, result } = await run({ ...order, deadlineMs: 5000 }, cancel.signal);
    await hungUp;
    expect(result).toBe("cancelled");
    expect(ended.map(({ step }) => step)).toEqual(["settings", "dns", "token", "claims"]);
  });
});
