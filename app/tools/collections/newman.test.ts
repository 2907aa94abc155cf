import newman, { type Summary } from "newman";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { operations } from "@/lib/seller-data/operations";
import {
  callSellers,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  startSandbox,
} from "@/sandbox/testing";
import { GET } from "./[file]/route";

// Cookie and headers are Next's to read; everything behind it is real.
let viewer: Viewer | null = null;
vi.mock("@/lib/accounts/find-actor", () => ({ findActor: async () => viewer }));
vi.mock("@/lib/accounts/find-language", () => ({ findLanguage: async () => "en" }));

const clientId = `O'Neil "& Söhne" @ 100%`;
const sellerId = 104512;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  Object.assign(env(), { TOKEN_URL: `${sandbox.origin}/auth/realms/maas/protocol/openid-connect/token` });
  client = await insertTestClient(clientId);
  await insertTestSeller(sellerId);
  await insertTestLink(client, sellerId);
  viewer = { organisation: { id: client.organisationId } } as Viewer;
});
afterAll(() => sandbox.stop());

/** A file as its address answers it. */
async function download<File>(file: string): Promise<File> {
  const address = `http://localhost:3000/tools/collections/${file}?${new URLSearchParams({ clientId })}`;
  const answer = await GET(new Request(address), { params: Promise.resolve({ file }) });
  return (await answer.json()) as File;
}

type Environment = { values: { key: string; value: string }[] };
type Collection = { item: { name: string; item: { name: string }[] }[] };

/** A run of Postman's own engine, and how often a token was asked for in it, by whatever part of the collection. */
function run(collection: Collection, environment: Environment, folder: string[]) {
  return new Promise<{ summary: Summary; tokens: number }>((resolve, reject) => {
    let tokens = 0;
    newman
      .run({ collection, environment, folder }, (error, summary) =>
        error ? reject(error) : resolve({ summary, tokens }),
      )
      .on("request", (_, { request }) => {
        if (request?.url.toString() === env().TOKEN_URL) tokens++;
      });
  });
}

const failuresOf = ({ run: { failures } }: Summary) =>
  failures.map(({ source, error }) => `${source?.name}: ${error.message}`);

it("newman runs the very files of the download: each call does what it promises, and the token is renewed", async () => {
  const collection = await download<Collection>("postman-collection.json");
  const environment = await download<Environment>("postman-environment.json");
  for (const one of environment.values) if (one.key === "clientSecret") one.value = client.secret;
  const [tokenFolder, ...folders] = collection.item.map(({ name }) => name);

  // A token that is over in a second, fetched by hand.
  Object.assign(env(), { TOKEN_TTL_SECONDS: 1 });
  const first = await run(collection, environment, [tokenFolder ?? ""]);
  expect([failuresOf(first.summary), first.tokens]).toEqual([[], 1]);
  const kept = first.summary.environment.toJSON();
  const old = kept.values.find(({ key }) => key === "accessToken")?.value ?? "";
  await vi.waitFor(async () => {
    expect(await callSellers(sandbox.origin, old, sellerId)).toMatchObject({ code: "token_expired" });
  }, 20_000);

  // Every other request finds it over: the first one fetches another, and all use that one.
  Object.assign(env(), { TOKEN_TTL_SECONDS: 7200 });
  const { summary, tokens } = await run(collection, kept, folders);
  expect([failuresOf(summary), tokens]).toEqual([[], 1]);
  const { executions, stats } = summary.run;
  expect(new Set(executions.map(({ item }) => item.name)).size).toBe(operations.length);
  expect(stats.assertions).toMatchObject({ total: operations.length, pending: 0, failed: 0 });
  const statuses = executions.map(({ response }) => response?.code ?? 0);
  expect(statuses).toHaveLength(operations.length + tokens);
  expect(statuses.filter((status) => status < 200 || status > 299)).toEqual([]);
}, 120_000);
