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
const places = 200;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let token = "";
const open: Socket[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("loaded-client");
  await insertTestSeller(104512);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(() => sandbox.stop());

const askToken = () =>
  sendRaw(
    sandbox.port,
    rawRequest(
      "POST",
      tokenPath,
      [form],
      `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.secret}`,
    ),
  );
const callSellers = () =>
  sendRaw(
    sandbox.port,
    rawRequest("GET", "/seller/v2/sellers", [`Authorization: Bearer ${token}`, "SellerId: 104512"]),
  );

/** Sends a request whose body never comes to its end; what was answered meanwhile. */
function sendSlowly(target: string, headers: string[], bytes: number) {
  const answer = { text: "" };
  const head = rawRequest("POST", target, headers);
  const socket = connect(sandbox.port, "127.0.0.1", () => socket.write(head + "x".repeat(bytes)));
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
  "four hundred slow bodies at %s: half wait, half are sent away, and nothing grows",
  async (_, target, headers, type, bytes) => {
    const before = held();
    const answers = Array.from({ length: 2 * places }, () => sendSlowly(target, headers, bytes));
    const answered = () => answers.filter(({ text }) => text.includes("\r\n\r\n"));
    await expect.poll(() => answered().length, { timeout: 10_000 }).toBe(places);
    for (const { text } of answered()) {
      expect(text).toMatch(/^HTTP\/1\.1 503 /);
      expect(text).toContain("\r\nRetry-After: 1\r\n");
      expect(text).toContain(`\r\nContent-Type: ${type}\r\n`);
    }
    expectRefusal(await askToken(), "application/json");
    expectRefusal(await callSellers(), "application/problem+json");
    // Whoever asks how the process is gets an answer all the same.
    expect((await sendRaw(sandbox.port, rawRequest("GET", "/healthz"))).status).toBe(200);
    // No more than the bodies of those inside, on both ends of the wire.
    expect(held() - before).toBeLessThan(64);

    for (const socket of open.splice(0)) socket.destroy();
    await expect.poll(async () => (await askToken()).status, { timeout: 5000 }).toBe(200);
    expect((await callSellers()).status).toBe(200);
  },
);

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
