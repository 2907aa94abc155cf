import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asFounder, disconnect } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { makeClient, makeLink, makeOrganisation, makeSecret, makeSeller, ownDatabase } from "@/db/testing";
import { now } from "@/lib/clock";
import { env, readEnv } from "@/lib/env";
import { ask, type Instance, makeInstances, type Rings } from "./instances.testing";

const publicUrl = "http://localhost:3999";
const sandboxUrl = "http://localhost:3998";
const host = new URL(publicUrl).host;
const connectPath = "/auth/realms/maas/protocol/openid-connect";
const written = (ring: { id: string; key: Buffer }[]) =>
  ring.map(({ id, key }) => `${id}:${key.toString("base64")}`).join(",");

let processes: Awaited<ReturnType<typeof makeInstances>>;
let portals: Instance[] = [];
let sandboxes: Instance[] = [];
let rings: Rings;
type Known = { clientId: string; secret: string };
/** Everything that was given out since the beginning, and must go on being good. */
const known: Known[] = [];
const tokens: string[] = [];
const letters: string[] = [];

beforeAll(async () => {
  await ownDatabase();
  await ensureFoundations();
  const { STARTER_CLIENT_ID, STARTER_CLIENT_SECRET, SECRET_PEPPER, KEYS } = env();
  rings = { SECRET_PEPPER: written(SECRET_PEPPER), KEYS: written(KEYS) };
  known.push({ clientId: STARTER_CLIENT_ID ?? "", secret: STARTER_CLIENT_SECRET ?? "" });
  processes = await makeInstances({ PUBLIC_URL: publicUrl, SANDBOX_URL: sandboxUrl, LIMITS: "off" });
  [portals, sandboxes] = [await startBoth("portal"), await startBoth("sandbox")];
}, 600_000);
afterAll(async () => {
  await processes?.stop();
  await disconnect();
});

const startBoth = (name: "portal" | "sandbox") =>
  Promise.all([processes.start(name, rings), processes.start(name, rings)]);

async function askToken(sandbox: Instance, { clientId, secret }: Known) {
  const form = new URLSearchParams({ grant_type: "client_credentials", client_id: clientId });
  form.set("client_secret", secret);
  const headers = { host: "sandbox", "content-type": "application/x-www-form-urlencoded" };
  const answer = await ask(sandbox, {
    method: "POST",
    path: `${connectPath}/token`,
    headers,
    body: form.toString(),
  });
  if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${answer.body}`);
  return (JSON.parse(answer.body) as { access_token: string }).access_token;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const kidOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid as string;

async function callApi(portal: Instance, token: string, path: string, body?: object) {
  const headers = { host, "content-type": "application/json", ...bearer(token) };
  const method = body ? "POST" : "GET";
  return ask(portal, { method, path: `/api/v1${path}`, headers, body: body && JSON.stringify(body) });
}

/** An aggregator's client with one linked seller account. */
async function makeProgram() {
  const client = await makeClient(await makeOrganisation({ kind: "aggregator" }), { portalApiSince: now() });
  const seller = await makeSeller(await makeOrganisation());
  await makeLink(client, seller);
  const { secret } = await makeSecret(client);
  return { clientId: client.clientId, secret, sellerId: String(seller.sellerId) };
}

/** Whatever each of the processes makes, every one of them gets on with, and with all that was made before. */
async function bothAnswer() {
  for (const [at, portal] of portals.entries()) {
    const program = await makeProgram();
    const token = await askToken(sandboxes[at] as Instance, program);
    const made = await callApi(portal, token, "/clients/self/secrets", { overlap: "24h" });
    expect(made.status).toBe(201);
    const { secret } = JSON.parse(made.body) as { secret: string };
    known.push(program, { ...program, secret });
    tokens.push(token);
    const email = `shop-${letters.length}@letters.test`;
    const asked = { reference: email, email, expires: "7d" };
    expect((await callApi(portal, token, "/invitations", asked)).status).toBe(201);
    letters.push(email);
  }
  for (const sandbox of sandboxes) for (const one of known) await askToken(sandbox, one);
  for (const portal of portals) {
    for (const token of tokens) expect((await callApi(portal, token, "/links")).status).toBe(200);
    for (const email of letters) {
      const path = `/dev/mailbox?to=${email}`;
      const read = await ask(portal, { path, headers: { host, accept: "application/json" } });
      expect([read.status, read.body]).toEqual([200, expect.stringContaining(`"to":"${email}"`)]);
    }
  }
}

/** A caller that never pauses: its requests go to whichever processes the balancer has in, and each must be served. */
function keepCalling(program: Awaited<ReturnType<typeof makeProgram>>) {
  let isOver = false;
  let served = 0;
  const refused: string[] = [];
  const pick = (all: Instance[]) => {
    const there = all.filter(({ isIn }) => isIn);
    return there[served % there.length] as Instance;
  };
  const serve = async () => {
    const token = await askToken(pick(sandboxes), program);
    const headers = { host: "sandbox", SellerId: program.sellerId };
    for (const one of [token, tokens[0] ?? token]) {
      const call = await ask(pick(sandboxes), {
        path: "/seller/v2/sellers",
        headers: { ...headers, ...bearer(one) },
      });
      // The oldest token is another client's, which has no link there: it is known all the same.
      const expected = one === token ? 200 : 403;
      if (call.status !== expected) refused.push(`Seller API ${call.status} ${call.body}`);
    }
    const listed = await callApi(pick(portals), token, "/links");
    if (listed.status !== 200) refused.push(`portal API ${listed.status} ${listed.body}`);
    served++;
  };
  const over = (async () => {
    while (!isOver) await serve().catch((error) => refused.push(String(error)));
  })();
  const end = async () => {
    isOver = true;
    await over;
    return { served, refused };
  };
  return { end };
}

/** Starts one portal and one sandbox again with the new keys; the others still have the old ones. */
async function startAgain(at: 0 | 1) {
  const kinds = [
    ["portal", portals],
    ["sandbox", sandboxes],
  ] as const;
  await Promise.all(
    kinds.map(async ([name, all]) => {
      await all[at]?.stop();
      all[at] = await processes.start(name, rings);
    }),
  );
}

/** Takes the lines that steps say to put into the configuration. */
async function change(...lines: string[]) {
  const said = await processes.keys(rings, ...lines);
  const written = [...said.matchAll(/^(SECRET_PEPPER|KEYS)=(\S+)$/gm)];
  expect(written).toHaveLength(lines.length);
  for (const [, name = "", line = ""] of written) rings = { ...rings, [name]: line };
  // What this process makes is made as the newest of the others would.
  const { SECRET_PEPPER, KEYS } = readEnv({ ...process.env, ...rings });
  Object.assign(env(), { SECRET_PEPPER, KEYS });
}

test("keys change under two portals and two sandboxes while they serve: no request fails, nothing given out stops working", async () => {
  await bothAnswer();
  const caller = keepCalling(await makeProgram());

  await change("add pepper", "add key");
  await startAgain(0);
  await bothAnswer();
  await startAgain(1);
  await change("use pepper p2", "use key k2");
  // The next key of tokens has been shown for an hour by now.
  const earlier = sql`update signing_keys set created_at = created_at - interval '2 hours'`;
  await asFounder((tx) => tx.execute(earlier));
  const [, kid = ""] = /^(\S+) signs tokens from /m.exec(await processes.keys(rings, "sign")) ?? [];
  await startAgain(0);
  await bothAnswer();
  expect(kidOf(await askToken(sandboxes[0] as Instance, known[0] as Known))).toBe(kid);
  await startAgain(1);
  await bothAnswer();
  await expect(change("retire key k1")).rejects.toThrow("k1 is still needed");
  await processes.keys(rings, "renew");
  await change("retire pepper p1", "retire key k1");
  // The other two still know the old ones, and use them for nothing.
  await startAgain(0);
  await bothAnswer();

  const { served, refused } = await caller.end();
  expect(refused).toEqual([]);
  expect(served).toBeGreaterThan(20);
  const only = [expect.stringMatching(/^p2:[^,]+$/), expect.stringMatching(/^k2:[^,]+$/)];
  expect([rings.SECRET_PEPPER, rings.KEYS]).toEqual(only);
  expect(new Set(tokens.map(kidOf)).size).toBe(2);
}, 600_000);
