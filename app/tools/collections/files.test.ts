import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brunoCollection } from "@/lib/collections/bruno";
import { readHttpFile, sendHttp } from "@/lib/collections/http-file.testing";
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
const sellers = {
  en: { Postman: 104512, "VS Code": 104513, JetBrains: 104514 },
  fr: { Postman: 104515, "VS Code": 104518, JetBrains: 104519 },
};

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient(clientId);
  for (const sellerId of [sellers.en, sellers.fr].flatMap((all) => Object.values(all))) {
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

describe.each(["en", "fr"] as const)("in the language %s", (language) => {
  const words = fileWords(texts[language]);

  it("every request of the Postman collection reaches what it promises", async () => {
    const values = valuesFor(sellers[language].Postman);
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

  it.each(["VS Code", "JetBrains"] as const)(
    "every request of the .http file reaches what it promises, in %s",
    async (editor) => {
      const file = files["seller-api.http"].write(valuesFor(sellers[language][editor]), words, operations);
      const { variables, requests } = readHttpFile(file);
      variables.set("clientSecret", client.secret);
      const [token, ...calls] = requests;
      if (!token) throw new Error("no token request");
      const given = await sendHttp(token, variables, editor === "VS Code");
      expect(given.status).toBe(200);
      const { access_token } = JSON.parse(given.text) as { access_token: string };
      if (editor === "VS Code")
        expect(variables.get("accessToken")).toBe("{{token.response.body.access_token}}");
      else expect(token.script).toContain(`client.global.set("accessToken", response.body.access_token)`);
      variables.set("accessToken", access_token);
      expect(calls).toHaveLength(operations.length);
      const statuses = new Set<number>();
      for (const call of calls) {
        const answer = await sendHttp(call, variables);
        statuses.add(answer.status);
        if (answer.status === 201 && call.url.endsWith("/offer-packages")) {
          variables.set("packageId", (JSON.parse(answer.text) as { packageId: string }).packageId);
        }
        expect([200, 201, 202, 204], `${call.title}: ${answer.text}`).toContain(answer.status);
      }
      expect(statuses).toContain(201);
    },
  );
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
