import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brunoCollection } from "@/lib/collections/bruno";
import { acquireToken, readHttpFile, runScript, sendHttp } from "@/lib/collections/http-file.testing";
import type { jetbrainsEnvironment } from "@/lib/collections/jetbrains";
import { postmanCollection, postmanEnvironment } from "@/lib/collections/postman";
import { openCollection } from "@/lib/collections/postman.testing";
import { operations } from "@/lib/seller-data/operations";
import { insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "@/sandbox/testing";
import { texts } from "../../_text/texts";
import { fileWords } from "./file-words";
import { type FileName, files } from "./files";

const clientId = `O'Neil "& Söhne" @ {{sellerId}} 100%`;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
/** One seller account for each run, since calls change what it holds; each has an order that waits, and an accepted one. */
const sellers = { postman: 104512, handsOn: 104513, script: 104514, oauth: 104520 };

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient(clientId);
  for (const sellerId of Object.values(sellers)) {
    await insertTestSeller(sellerId);
    await insertTestLink(client, sellerId);
  }
});
afterAll(() => sandbox.stop());

const valuesFor = (sellerId: number, origin = sandbox.origin) => ({
  clientId,
  sellerId: String(sellerId),
  tokenUrl: `${origin}/auth/realms/maas/protocol/openid-connect/token`,
  sellerApiUrl: `${origin}/seller/v2`,
});

type Requests = ReturnType<typeof readHttpFile>["requests"];

/** Sends what an editor would, one after the other, each with the package that the one before opened. */
async function sendAll(calls: Requests, variables: Map<string, string>) {
  expect(calls).toHaveLength(operations.length);
  const statuses = new Set<number>();
  for (const call of calls) {
    const answer = await sendHttp(call, variables);
    statuses.add(answer.status);
    if (answer.status === 201 && call.url.endsWith("/offer-packages")) {
      const { packageId } = JSON.parse(answer.text) as { packageId: string };
      const kept = call.script ? runScript(call, answer.text) : new Map([["packageId", packageId]]);
      variables.set("packageId", kept.get("packageId") ?? "");
    }
    expect([200, 201, 202, 204], `${call.title}: ${answer.text}`).toContain(answer.status);
  }
  expect(statuses).toContain(201);
}

describe("every request reaches what it promises", () => {
  it("of the Postman collection", async () => {
    const words = fileWords(texts.fr);
    const values = valuesFor(sellers.postman);
    const collection = postmanCollection(values, words);
    const opened = openCollection(collection, postmanEnvironment(values));
    opened.values.set("clientSecret", client.secret);
    const failed: string[] = [];
    for (const item of collection.item.flatMap((folder) => folder.item)) {
      const answer = await opened.press(item);
      if (answer.failed.length > 0) failed.push(`${item.name}: ${answer.code} ${answer.body}`);
    }
    expect(failed).toEqual([]);
  });

  it.each([
    ["VS Code", "en", sellers.handsOn],
    ["JetBrains", "fr", sellers.script],
  ] as const)("of the .http file, in %s", async (editor, language, sellerId) => {
    const words = fileWords(texts[language]);
    const file = files["seller-api.http"].write(valuesFor(sellerId), words, operations);
    const { variables, requests } = readHttpFile(file);
    variables.set("clientSecret", client.secret);
    const [token, ...calls] = requests;
    if (!token) throw new Error("no token request");
    const given = await sendHttp(token, variables, editor === "VS Code");
    expect(given.status).toBe(200);
    const { access_token } = JSON.parse(given.text) as { access_token: string };
    if (editor === "VS Code") {
      expect(variables.get("accessToken")).toBe("{{token.response.body.access_token}}");
      variables.set("accessToken", access_token);
    } else {
      const kept = runScript(token, given.text);
      expect(Number(kept.get("accessTokenEndsAt")) - Date.now()).toBeGreaterThan(7_000_000);
      for (const [name, value] of kept) variables.set(name, value);
    }
    await sendAll(calls, variables);
  });

  it("of the file for JetBrains, with the token of the editor's own OAuth 2.0", async () => {
    const [words, values] = [fileWords(texts.en), valuesFor(sellers.oauth)];
    const file = files["seller-api-jetbrains.http"].write(values, words, operations);
    const { variables, requests } = readHttpFile(file);
    const environment = JSON.parse(files["http-client.env.json"].write(values)) as ReturnType<
      typeof jetbrainsEnvironment
    >;
    environment["seller-api"].Security.Auth["seller-api"]["Client Secret"] = client.secret;
    variables.set(...(await acquireToken(environment)));
    await sendAll(requests, variables);
  });
});

describe.each(["en", "fr"] as const)("the files in the language %s", (language) => {
  const words = fileWords(texts[language]);
  const hostile = [
    "my client",
    `O'Neil & "Sons" @`,
    "$(id) `id` #{x} {{sellerId}} %7B",
    "back\\slash",
    "日本 é",
  ];

  it.each(hostile)("read back to the exact values: %s", (clientId) => {
    const values = { ...valuesFor(98979, "http://localhost:3001"), clientId };
    const write = (name: FileName) => files[name].write(values, words, operations);
    const environment = JSON.parse(write("postman-environment.json")) as ReturnType<
      typeof postmanEnvironment
    >;
    const bruno = JSON.parse(write("bruno-collection.json")) as ReturnType<typeof brunoCollection>;
    const { variables } = readHttpFile(write("seller-api.http"));
    const { "seller-api": env } = JSON.parse(write("http-client.env.json")) as ReturnType<
      typeof jetbrainsEnvironment
    >;
    const { "Client ID": known, "Client Secret": empty } = env.Security.Auth["seller-api"];
    expect([known, empty]).toEqual([clientId, ""]);
    const found = [
      Object.fromEntries(environment.values.map(({ key, value }) => [key, value])),
      Object.fromEntries(
        bruno.environments.flatMap((one) => one.variables.map(({ name, value }) => [name, value])),
      ),
      { ...Object.fromEntries(variables), clientId: decodeURIComponent(variables.get("clientId") ?? "") },
    ];
    for (const one of found) expect(one).toMatchObject({ ...values, clientSecret: "" });
    // Loaders of `.env` files differ on a value with a quote and a backslash or dollar in it; a shell reads it.
    if (!(clientId.includes("'") && /["$`\\!]/.test(clientId))) {
      expect(parseEnv(write("portal.env"))).toMatchObject({ CLIENT_ID: clientId, CLIENT_SECRET: "" });
    }
  });

  it.each(Object.keys(files) as FileName[])("%s holds no secret and leaves certificate checks on", (name) => {
    const file = files[name].write(valuesFor(98979, "http://localhost:3001"), words, operations);
    expect(file).not.toMatch(/mps_|eyJ|undefined|\[object|[A-Za-z0-9+/_]{40,}/);
    expect(file).not.toMatch(
      /strictSSL|rejectUnauthorized|protocolProfileBehavior|insecure|sslVerif|no-check/i,
    );
  });

  it("name every operation in both collections, with an explanation of each parameter", () => {
    const values = valuesFor(98979, "http://localhost:3001");
    const postman = postmanCollection(values, words).item.slice(1);
    const bruno = brunoCollection(values, words).items;
    expect(bruno.map(({ name }) => name)).toEqual(postman.map(({ name }) => name));
    const inPostman = postman.flatMap(({ item }) => item).map(({ request }) => request);
    const inBruno = bruno.flatMap(({ items }) => items).map(({ request }) => request);
    expect(inPostman).toHaveLength(operations.length);
    expect(inBruno.map(({ method, url }) => `${method} ${url}`)).toEqual(
      inPostman.map(({ method, url }) => `${method} ${url.raw}`),
    );
    for (const { params, docs } of inBruno) {
      expect(docs).not.toBe("");
      for (const one of params) expect(one.description, one.name).not.toBe("");
    }
  });
});
