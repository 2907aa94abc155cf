import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "@/sandbox/testing";
import { exampleOf } from "../../seller-data/example";
import { operations } from "../../seller-data/operations";
import { callOf } from "../api-call";
import { openGate } from "./gate.testing";
import { isRunnable, runSnippet as runHere } from "./runtimes.testing";
import { type SnippetLanguage, snippetLanguages, writeSnippet } from "./write-snippet";

const clientId = `O'Neil "& Söhne" $(id) \`id\` @ \\u0041 100%`;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let gate: Awaited<ReturnType<typeof openGate>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient(clientId);
  await insertTestSeller(104512);
  await insertTestLink(client, 104512);
  gate = await openGate(sandbox.origin);
});
afterAll(async () => {
  gate.close();
  await sandbox.stop();
});
beforeEach(() => {
  Object.assign(gate, { calls: [], tooMany: [], tokenLifeSeconds: undefined });
});

const token = "POST /auth/realms/maas/protocol/openid-connect/token";
const values = () => ({
  clientId,
  sellerId: "104512",
  tokenUrl: `${gate.origin}/auth/realms/maas/protocol/openid-connect/token`,
  sellerApiUrl: `${gate.origin}/seller/v2`,
});
const find = (id: string) => operations.find((one) => one.id === id) as (typeof operations)[number];
const snippetOf = (name: SnippetLanguage, id: string) => {
  const operation = find(id);
  return writeSnippet(name, callOf(operation, exampleOf(operation, 104512), values()), "en");
};

/** Where a program may ask for its token once more; the languages that the machine lacks are only read. */
const askAgain: Partial<Record<SnippetLanguage, (source: string) => string>> = {
  curl: (source) => `${source}get_token\n`,
  javascript: (source) => `${source}await getToken();\n`,
  python: (source) => `${source}get_token()\n`,
  php: (source) => `${source}getToken();\n`,
  java: (source) => source.replace("System.out.println", "getToken();\n        System.out.println"),
};
const runSnippet = (name: SnippetLanguage, source: string, secret: string) =>
  runHere(name, source, secret, process.env.PATH ?? "");
const here = snippetLanguages.filter(isRunnable);

it("the machine runs what it must", () => {
  expect(here).toEqual(expect.arrayContaining(["curl", "javascript"]));
});

describe.each(here)("%s", { timeout: 60_000 }, (name) => {
  it("gets a token and the seller's account, and keeps its token", async () => {
    const said = await runSnippet(
      name,
      askAgain[name]?.(snippetOf(name, "sellers.get")) ?? "",
      client.secret,
    );
    expect(said).toContain('"seller_id":104512');
    expect(gate.calls).toEqual([token, "GET /seller/v2/sellers"]);
  });

  it("asks anew for a token that has less than a minute left", async () => {
    gate.tokenLifeSeconds = 59;
    await runSnippet(name, askAgain[name]?.(snippetOf(name, "sellers.get")) ?? "", client.secret);
    expect(gate.calls).toEqual([token, "GET /seller/v2/sellers", token]);
  });

  it("waits where the answer is 429, at the token endpoint as well", async () => {
    gate.tooMany = ["/token", "/sellers"];
    const started = Date.now();
    const said = await runSnippet(name, snippetOf(name, "sellers.get"), client.secret);
    expect(said).toContain('"seller_id":104512');
    expect(gate.calls).toEqual([token, token, "GET /seller/v2/sellers", "GET /seller/v2/sellers"]);
    expect(Date.now() - started).toBeGreaterThan(1900);
  });

  it("sends parameters and bodies as they are", async () => {
    const said = await runSnippet(name, snippetOf(name, "orders.list"), client.secret);
    expect(said).toContain('"itemsPerPage":');
    expect(gate.calls[1]).toBe(
      `GET /seller/v2${callOf(find("orders.list"), exampleOf(find("orders.list"), 104512), values()).target}`,
    );
    expect(await runSnippet(name, snippetOf(name, "products.integrate"), client.secret)).toContain(
      '"packageId":',
    );
    expect(await runSnippet(name, snippetOf(name, "offerPackages.create"), client.secret)).toContain(
      '"packageId":',
    );
  });

  it("shows what the token endpoint says where it refuses", async () => {
    const outcome = runSnippet(name, snippetOf(name, "sellers.get"), "wrong").catch(
      ({ stdout, stderr }) => stdout + stderr,
    );
    expect(await outcome).toContain("401");
    expect(gate.calls).not.toContain("GET /seller/v2/sellers");
  });
});

const hostile = [
  'O\'Neil "& Sons" @',
  "$(id) `id` #{x} {x}",
  "back\\slash \\u0041 \\",
  "100% */ // # 日本 é",
  "$clientId",
];

/** Every literal of a program in which the clientId stands, as that language reads it. */
function readLiteral(name: SnippetLanguage, source: string) {
  const [, found = ""] = /(?:clientId|CLIENT_ID) ?= ?(.*?);?$/m.exec(source) ?? [];
  if (name === "php") return found.slice(1, -1).replace(/\\([\\'])/g, "$1");
  if (name === "curl") return found.slice(1, -1).replaceAll(`'\\''`, "'");
  return JSON.parse(found) as string;
}

describe.each(snippetLanguages)("every program in %s", (name) => {
  it.each(operations.map(({ id }) => id))("holds what was given and no secret: %s", (id) => {
    const operation = find(id);
    // The same for each: only what it stands beside is hostile.
    const example = exampleOf(operation);
    for (const clientId of hostile) {
      const call = callOf(operation, example, { ...values(), clientId });
      const [en, fr] = [writeSnippet(name, call, "en"), writeSnippet(name, call, "fr")];
      expect(readLiteral(name, en)).toBe(clientId);
      expect(en).toContain("SellerId");
      expect(en).toContain(call.target.replaceAll("'", ""));
      expect(en).toMatch(/CLIENT_SECRET/);
      expect(en).toMatch(/429|TooManyRequests/);
      expect(en).toMatch(/etry-?\[?a/i);
      expect(en).not.toMatch(/mps_|eyJ|undefined|\[object/);
      expect(en).not.toMatch(
        /verify\s*=\s*False|insecure|(^|\s)-k\s|rejectUnauthorized|VERIFYPEER|VERIFYHOST|ServerCertificate|TrustManager/,
      );
      expect(fr.split("\n").length).toBe(en.split("\n").length);
      expect(fr).not.toBe(en);
    }
  });
});
