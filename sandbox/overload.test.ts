import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  type RawAnswer,
  rawRequest,
  sendRaw,
  startSandbox,
} from "./testing";

const tokenPath = "/auth/realms/maas/protocol/openid-connect/token";
const form = "Content-Type: application/x-www-form-urlencoded";
const shareOfOne = 200;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let token = "";
const open: Socket[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ TRUSTED_PROXY_HOPS: 1 });
  client = await insertTestClient("loaded-client");
  await insertTestSeller(104512);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(() => sandbox.stop());

const from = (address: string) => `X-Forwarded-For: ${address}`;
const [crowd, other] = ["192.0.2.1", "198.51.100.1"];

const askToken = (address = crowd) =>
  sendRaw(
    sandbox.port,
    rawRequest(
      "POST",
      tokenPath,
      [form, from(address)],
      `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.secret}`,
    ),
  );
const callSellers = (address = crowd) =>
  sendRaw(
    sandbox.port,
    rawRequest("GET", "/seller/v2/sellers", [
      `Authorization: Bearer ${token}`,
      "SellerId: 104512",
      from(address),
    ]),
  );

/** Sends bytes that are no whole request, on a connection that stays; what was answered meanwhile. */
function sendSlowly(text: string) {
  const answer = { text: "" };
  const socket = connect(sandbox.port, "127.0.0.1", () => socket.write(text));
  socket.on("data", (chunk) => {
    answer.text += chunk;
  });
  socket.on("error", () => {});
  open.push(socket);
  return answer;
}

function held() {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

function expectRefusal({ status, headers, body }: RawAnswer, type: string) {
  expect([status, headers["Content-Type"]]).toEqual([503, type]);
  expect(headers["Retry-After"]).toMatch(/^[12]$/);
  expect(() => JSON.parse(body)).not.toThrow();
}

test.each([
  ["the token endpoint", tokenPath, [form, "Content-Length: 60001"], "application/json", 60_000],
  ["the Seller API", "/seller/v2/offers", ["Transfer-Encoding: chunked"], "application/problem+json", 0],
])(
  "three hundred slow bodies of one address at %s hold no place: two hundred wait, and all others are served",
  async (_, target, headers, type, bytes) => {
    const before = held();
    const text = rawRequest("POST", target, [...headers, from(crowd)]) + "x".repeat(bytes);
    const answers = Array.from({ length: shareOfOne + 100 }, () => sendSlowly(text));
    const answered = () => answers.filter(({ text }) => text.includes("\r\n\r\n"));
    await expect.poll(() => answered().length, { timeout: 10_000 }).toBe(100);
    for (const { text } of answered()) {
      expect(text).toMatch(/^HTTP\/1\.1 503 /);
      expect(text).toContain("\r\nRetry-After: 1\r\n");
      expect(text).toContain(`\r\nContent-Type: ${type}\r\n`);
    }
    // The address has its share, so a body more is one too many, and what has none is served.
    expectRefusal(await askToken(), "application/json");
    expect((await callSellers()).status).toBe(200);
    expect([(await askToken(other)).status, (await callSellers(other)).status]).toEqual([200, 200]);
    // No more than the bodies of those that wait, on both ends of the wire.
    expect(held() - before).toBeLessThan(64);

    for (const socket of open.splice(0)) socket.destroy();
    await expect.poll(async () => (await askToken()).status, { timeout: 5000 }).toBe(200);
  },
);

test("bodies on their way are bounded in bytes for each address, and what they held is free again", async () => {
  const head = rawRequest("POST", "/seller/v2/offers", ["Transfer-Encoding: chunked", from(crowd)]);
  const text = `${head}${(1_000_000).toString(16)}\r\n${"x".repeat(1_000_000)}\r\n`;
  const answers = Array.from({ length: 40 }, () => sendSlowly(text));
  const answered = () => answers.filter(({ text }) => text.includes("\r\n\r\n"));
  // Thirty-three of a million bytes are in the share of 32 MiB.
  await expect.poll(() => answered().length, { timeout: 10_000 }).toBe(7);
  for (const { text } of answered()) expect(text).toMatch(/^HTTP\/1\.1 503 /);
  expect((await askToken(other)).status).toBe(200);
  for (const socket of open.splice(0)) socket.destroy();
  await expect.poll(async () => (await askToken()).status, { timeout: 5000 }).toBe(200);
});

test("three hundred heads that never end hold nothing that others need", async () => {
  const text = rawRequest("POST", tokenPath, [form, from(crowd)]).slice(0, -2);
  for (let i = 0; i < 300; i++) sendSlowly(text);
  expect([(await askToken()).status, (await callSellers(other)).status]).toEqual([200, 200]);
  // Whoever asks how the process is gets an answer all the same.
  expect((await sendRaw(sandbox.port, rawRequest("GET", "/healthz"))).status).toBe(200);
});

test("a kept connection that was sent away is read again, and answered in order", async () => {
  const body = `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.secret}`;
  const request = rawRequest("POST", tokenPath, [form, from(crowd)], body).replace(
    "Connection: close\r\n",
    "",
  );
  const hold = rawRequest("POST", tokenPath, [form, "Content-Length: 9", from(crowd)]);
  for (let i = 0; i < shareOfOne; i++) sendSlowly(hold);
  await expect.poll(async () => (await askToken()).status, { timeout: 10_000 }).toBe(503);
  const kept = sendSlowly(request.repeat(3));
  const statuses = () => kept.text.match(/HTTP\/1\.1 \d+/g)?.map((line) => Number(line.slice(9)));
  await expect.poll(statuses, { timeout: 5000 }).toEqual([503, 503, 503]);
  for (const socket of open.splice(0, shareOfOne)) socket.destroy();
  await expect.poll(async () => (await askToken()).status, { timeout: 5000 }).toBe(200);
  open[0]?.write(request);
  await expect.poll(statuses, { timeout: 5000 }).toEqual([503, 503, 503, 200]);
});

test("a thousand calls and tokens at once: each is served or told to come back, and then all is as before", async () => {
  const before = held();
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? askToken() : callSellers())),
  );
  const refused = answers.filter(({ status }) => status !== 200);
  for (const answer of refused) expectRefusal(answer, answer.headers["Content-Type"] ?? "");
  for (const { headers, body } of answers) {
    expect(headers["Content-Type"]).toMatch(/^application\/(problem\+)?json/);
    expect(body).toMatch(/^\{/);
  }
  expect(answers.length - refused.length).toBeGreaterThan(0);
  expect(held() - before).toBeLessThan(128);
  expect([(await askToken()).status, (await callSellers()).status]).toEqual([200, 200]);
});
