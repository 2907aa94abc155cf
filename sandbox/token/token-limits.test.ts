import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients } from "@/db/schema";
import { makeSecret } from "@/db/testing";
import { env } from "@/lib/env";
import { insertTestClient, rawRequest, sendRaw, startSandbox } from "../testing";

const path = "/auth/realms/maas/protocol/openid-connect/token";
let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ TRUSTED_PROXY_HOPS: 1 });
});
afterAll(async () => {
  Object.assign(env(), { TRUSTED_PROXY_HOPS: 0 });
  await sandbox.stop();
});
afterEach(() => {
  Object.assign(env(), { TOKENS_PER_HOUR: 500, LIMITS: "on" });
});

async function ask(clientId: string, secret: string, address = "192.0.2.1", scope = "") {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
    scope,
  });
  const headers = ["Content-Type: application/x-www-form-urlencoded", `X-Forwarded-For: ${address}`];
  const answer = await sendRaw(sandbox.port, rawRequest("POST", path, headers, body.toString()));
  const { error, access_token } = JSON.parse(answer.body);
  return {
    status: answer.status,
    error,
    token: Boolean(access_token),
    retryAfter: answer.headers["Retry-After"],
  };
}

describe("tokens an hour", () => {
  test("of many at once exactly as many succeed as there is room; the others are told when to come back", async () => {
    const client = await insertTestClient("hasty-client");
    Object.assign(env(), { TOKENS_PER_HOUR: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(client.clientId, client.secret)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 429, error: "temporarily_unavailable", token: false });
      expect(Number(answer.retryAfter)).toBeGreaterThan(3000);
      expect(Number(answer.retryAfter)).toBeLessThanOrEqual(3600);
    }
  });

  test("count successes only, each client apart, and stay in force with LIMITS=off", async () => {
    const [first, second] = [await insertTestClient("one-an-hour"), await insertTestClient("another-one")];
    Object.assign(env(), { TOKENS_PER_HOUR: 1, LIMITS: "off" });
    expect((await ask(first.clientId, "wrong")).status).toBe(401);
    expect((await ask(first.clientId, first.secret)).status).toBe(200);
    expect((await ask(first.clientId, first.secret)).status).toBe(429);
    expect((await ask(second.clientId, second.secret)).status).toBe(200);
  });
});

test("a request that is refused for its scope, or by its secret, takes no token of the hour", async () => {
  const client = await insertTestClient("one-good-try");
  const second = await insertTestClient("suspended-try", { client: { suspendedAt: new Date() } });
  Object.assign(env(), { TOKENS_PER_HOUR: 1 });
  for (let i = 0; i < 3; i++) {
    expect((await ask(client.clientId, client.secret, "192.0.2.1", "nonsense")).error).toBe("invalid_scope");
    expect((await ask(client.clientId, "wrong")).status).toBe(401);
    expect((await ask(second.clientId, second.secret)).status).toBe(401);
  }
  expect((await ask(client.clientId, client.secret)).status).toBe(200);
  expect((await ask(client.clientId, client.secret)).status).toBe(429);
  await asFounder((tx) => tx.update(clients).set({ suspendedAt: null }).where(eq(clients.id, second.id)));
  expect((await ask(second.clientId, second.secret)).status).toBe(200);
});

test("with two live secrets either takes one token, and the hour is the client's, not the secret's", async () => {
  const client = await insertTestClient("two-secrets");
  const other = await makeSecret(client);
  Object.assign(env(), { TOKENS_PER_HOUR: 2 });
  expect((await ask(client.clientId, client.secret)).status).toBe(200);
  expect((await ask(client.clientId, other.secret)).status).toBe(200);
  expect((await ask(client.clientId, other.secret)).status).toBe(429);
  expect((await ask(client.clientId, client.secret)).status).toBe(429);
});

test("a secret stored under an older pepper still works, and counts", async () => {
  const client = await insertTestClient("old-pepper");
  const { SECRET_PEPPER } = env();
  Object.assign(env(), {
    SECRET_PEPPER: [{ id: "p2", key: Buffer.alloc(32, 7) }, ...SECRET_PEPPER],
    TOKENS_PER_HOUR: 1,
  });
  try {
    expect((await ask(client.clientId, client.secret)).status).toBe(200);
    expect((await ask(client.clientId, client.secret)).status).toBe(429);
  } finally {
    Object.assign(env(), { SECRET_PEPPER });
  }
});

describe("guessing", () => {
  test("after 30 failures of a client from one address wrong secrets get 429, the right one its token", async () => {
    const client = await insertTestClient("guessed-at");
    const from = "192.0.2.30";
    const tries = await Promise.all(Array.from({ length: 40 }, () => ask(client.clientId, "wrong", from)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(30);
    const held = tries.filter(({ status }) => status === 429);
    expect(held).toHaveLength(10);
    expect(held[0]).toMatchObject({ error: "temporarily_unavailable" });
    expect(Number(held[0]?.retryAfter)).toBeLessThanOrEqual(600);
    expect((await ask(client.clientId, client.secret, from)).status).toBe(200);
    expect((await ask(client.clientId, "wrong", "192.0.2.31")).status).toBe(401);
    expect((await ask("somebody-else", "wrong", from)).status).toBe(401);
  });

  test("after 300 failures of one address, or /64 of addresses, over many clients", async () => {
    const from = "2001:db8:99:99::1";
    for (let round = 0; round < 10; round++) {
      const tries = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          ask(`nobody-${round}-${i}`, "x", `2001:db8:99:99:${round}::${i}`),
        ),
      );
      expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
    }
    expect((await ask("nobody-at-all", "x", from)).status).toBe(429);
    expect((await ask("nobody-at-all", "x", "2001:db8:99:98::1")).status).toBe(401);
  });

  test("only the entry our own proxy wrote names the address", async () => {
    const spoofed = await Promise.all(
      Array.from({ length: 31 }, (_, i) => ask("spoofed-at", "x", `198.51.100.${i}, 192.0.2.77`)),
    );
    expect(spoofed.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test("LIMITS=off lets guesses be", async () => {
    Object.assign(env(), { LIMITS: "off" });
    const tries = await Promise.all(
      Array.from({ length: 35 }, () => ask("guessed-freely", "x", "192.0.2.60")),
    );
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
  });
});
