import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Claims, type Fault, faults } from "./faults.testing";
import { makeMask } from "./mask";
import { answer, json, canary as secret, seller, zipped } from "./misbehaviour.testing";
import { operations } from "./operations";
import { type Order, runSteps, type ShownAnswer } from "./run-steps";
import type { StepReport } from "./step";
import { type VerdictCode, verdicts } from "./verdicts";

const realm = "/auth/realms/maas";
const servers: Server[] = [];
const proven = new Set<string>();
let privateKey: CryptoKey;

beforeAll(async () => {
  privateKey = (await generateKeyPair("RS256")).privateKey;
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  }
});

async function listen<S extends Server>(server: S) {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const tokenWith = (origin: string, claims: Claims = {}) => {
  const seconds = Math.floor(Date.now() / 1000);
  const usual = {
    iat: seconds,
    exp: seconds + 7200,
    iss: `${origin}${realm}`,
    aud: ["SELLER_MARKETPLACE-API"],
  };
  const access = { resource_access: { "SELLER_MARKETPLACE-API": { roles: ["SELLERS_GET", "ORDERS_GET"] } } };
  return new SignJWT({ ...usual, ...access, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "k1" })
    .sign(privateKey);
};

async function run({ token, claims, call = json(200, seller), order = {} }: Fault) {
  let asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    if (request.url?.endsWith("/certs")) return response.writeHead(404).end();
    if (!request.url?.endsWith("/token")) return call(request, response);
    if (token) return token(request, response);
    return json(200, { access_token: await tokenWith(origin, claims), expires_in: 7200 })(request, response);
  });
  const origin = await listen(server);
  asked = [];
  const whole: Order = {
    tokenUrl: `${origin}${realm}/protocol/openid-connect/token`,
    sellerApiUrl: `${origin}/seller/v2`,
    clientId: "my client",
    clientSecret: secret,
    sellerId: "104512",
    operation: operations["sellers.get"],
    scenario: "",
    ...order,
  };
  const ended: StepReport[] = [];
  const generator = runSteps(whole, makeMask(), new AbortController().signal);
  let next = await generator.next();
  for (; !next.done; next = await generator.next())
    if (next.value.state !== "running") ended.push(next.value);
  const decided = ended.find(({ state }) => state === "failed") ?? ended.at(-1);
  return { decided, ended, shown: next.value as ShownAnswer | null, asked };
}

describe("each diagnosis, by a server that really misbehaves so", () => {
  it.each(faults)("%s: %s", async (code, _name, fault) => {
    const { decided, ended, shown, asked } = await run(fault);
    expect([decided?.code, decided?.facts]).toEqual([code, expect.any(Object)]);
    // No redirect is followed, nothing is asked twice, and what was typed does not come back.
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(new Set(asked).size).toBe(asked.length);
    expect(JSON.stringify([ended, shown])).not.toContain(secret);
    expect(() => JSON.stringify(JSON.parse(JSON.stringify([ended, shown])))).not.toThrow();
    expect(JSON.stringify([ended, shown])).not.toContain("\\u0000");
    proven.add(code);
  });

  it("net.refused: nobody listens", async () => {
    const server = createSocketServer();
    const origin = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { decided } = await run({ order: { tokenUrl: `${origin}/token` } });
    expect(decided).toMatchObject({ code: "net.refused", facts: { cause: "ECONNREFUSED" } });
  });

  it("what is packed as it says is read", async () => {
    const body = Buffer.from(JSON.stringify(seller));
    for (const [packed, encoding] of [
      [gzipSync(body), "gzip"],
      [brotliCompressSync(body), "br"],
      [body, "identity"],
    ] as const) {
      const { decided } = await run({ call: zipped(packed, encoding) });
      expect(decided?.code).toBe("ok");
    }
    const latin = Buffer.from('{"seller_id":1,"shop_name":"Lumi\xe8re"}', "latin1");
    const type = { "content-type": "application/json; charset=iso-8859-1" };
    expect((await run({ call: answer(200, latin, type) })).decided?.facts.shopName).toBe("Lumière");
  });
});

/** Seen only in what somebody pastes: a call of ours never looks so. */
const pasted: VerdictCode[] = [
  "auth.no_bearer",
  "auth.quoted_or_cut",
  "auth.secret_as_token",
  "auth.id_token",
  "seller.in_query",
  "client.cors",
];
/** Proven with certificates, in a process of its own. */
const tls: VerdictCode[] = ["tls.self_signed_chain", "tls.expired", "tls.name", "tls.old_protocol"];
/** Told to members of the client's organisation, out of the database. */
const members: VerdictCode[] = [
  "token.secret_retired",
  "token.secret_is_fingerprint",
  "token.swapped",
  "token.encoded",
  "seller.pending",
  "seller.declined",
  "seller.ended",
  "seller.other_client",
];

afterAll(() => {
  const elsewhere = new Set<string>([...pasted, ...tls, ...members]);
  const missing = Object.keys(verdicts).filter((code) => !proven.has(code) && !elsewhere.has(code));
  // A run of one test alone proves one diagnosis.
  if (proven.size > 1) expect(missing).toEqual([]);
});
