import { execFile, spawnSync } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/db/client";
import { env } from "@/lib/env";
import { fetchToken, insertTestClient, insertTestLink, insertTestSeller, startSandbox } from "./testing";

const run = promisify(execFile);
const tokenPath = "/auth/realms/maas/protocol/openid-connect/token";
const grant = "grant_type=client_credentials";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("Feed Wise - 7@shop");
  await insertTestSeller(104512);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

/** Runs a program that knows nothing of us but addresses and credentials; what it printed. */
async function start(program: string, words: string[]) {
  const own = {
    PATH: process.env.PATH,
    HOME: "/nowhere",
    NO_PROXY: "127.0.0.1",
    TOKEN_URL: `${sandbox.origin}${tokenPath}`,
    API_URL: `${sandbox.origin}/seller/v2`,
    CLIENT_ID: client.clientId,
    CLIENT_SECRET: client.secret,
  };
  const { stdout } = await run(program, words, { env: own as unknown as NodeJS.ProcessEnv, timeout: 25_000 });
  return stdout;
}

const isHere = (program: string, words: string[]) =>
  spawnSync(program, words, { stdio: "ignore" }).status === 0;

type Command = [program: string, words: string[]];

/** Libraries as they come, each in its own few lines; they print the SellerId that the API answers for. */
const libraries: Record<string, { ask: Command; run: Command }> = {
  "Node's fetch": {
    ask: [process.execPath, ["--version"]],
    run: [
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { TOKEN_URL, API_URL, CLIENT_ID, CLIENT_SECRET } = process.env;
         const body = new URLSearchParams({ grant_type: "client_credentials", client_id: CLIENT_ID, client_secret: CLIENT_SECRET });
         const { access_token } = await (await fetch(TOKEN_URL, { method: "POST", body })).json();
         const headers = { Authorization: "Bearer " + access_token, SellerId: "104512" };
         console.log((await (await fetch(API_URL + "/sellers", { headers })).json()).seller_id);`,
      ],
    ],
  },
  "Python's urllib": {
    ask: ["python3", ["-c", "import urllib.request"]],
    run: [
      "python3",
      [
        "-c",
        `
import base64, json, os, urllib.parse, urllib.request
pair = os.environ["CLIENT_ID"] + ":" + os.environ["CLIENT_SECRET"]
basic = {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
form = urllib.parse.urlencode({"grant_type": "client_credentials"}).encode()
token = json.load(urllib.request.urlopen(urllib.request.Request(os.environ["TOKEN_URL"], form, basic)))["access_token"]
headers = {"Authorization": "Bearer " + token, "SellerId": "104512"}
print(json.load(urllib.request.urlopen(urllib.request.Request(os.environ["API_URL"] + "/sellers", None, headers)))["seller_id"])`,
      ],
    ],
  },
  "Python's requests": {
    ask: ["python3", ["-c", "import requests"]],
    run: [
      "python3",
      [
        "-c",
        `
import os, requests
session = requests.Session()
answer = session.post(os.environ["TOKEN_URL"], {"grant_type": "client_credentials"}, auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]))
session.headers.update({"Authorization": "Bearer " + answer.json()["access_token"], "SellerId": "104512"})
print(session.get(os.environ["API_URL"] + "/sellers").json()["seller_id"])`,
      ],
    ],
  },
};
const here = Object.entries(libraries).filter(([, { ask }]) => isHere(...ask));

describe("libraries as they come", () => {
  test.each(here)("%s gets a token and calls with it", async (_, { run: [program, words] }) => {
    expect((await start(program, words)).trim()).toBe("104512");
  });
});

const retries = `
import os, requests, sys, time
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry
session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(5, status_forcelist=[503], allowed_methods=None)))
answer = session.post(os.environ["TOKEN_URL"], {"grant_type": "client_credentials"}, auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]))
print(answer.status_code, len(answer.raw.retries.history) > 0)`;

const quiet = ["-q", "-sS", "--noproxy", "*"];
const asForm = () => [
  ...["-d", grant],
  ...["--data-urlencode", `client_id=${client.clientId}`],
  ...["--data-urlencode", `client_secret=${client.secret}`],
];

/** What tries again by itself, and what it prints once it was served. */
const patient: Record<string, { ask: Command; run: () => Command; prints: RegExp }> = {
  curl: {
    ask: ["curl", ["--version"]],
    run: () => ["curl", [...quiet, "--retry", "5", ...asForm(), `${sandbox.origin}${tokenPath}`]],
    prints: /^\{"error":"temporarily_unavailable".+\{"access_token":"/,
  },
  "Python's requests": {
    ask: ["python3", ["-c", "import requests"]],
    run: () => ["python3", ["-c", retries]],
    prints: /^200 True$/,
  },
};

/** Resolves once this process has answered a request with 503. */
function refusal() {
  return new Promise<void>((resolve) => {
    subscribe("http.server.response.finish", function see(message) {
      if ((message as { response: ServerResponse }).response.statusCode !== 503) return;
      unsubscribe("http.server.response.finish", see);
      resolve();
    });
  });
}

for (const [name, { run, prints }] of Object.entries(patient).filter(([, one]) => isHere(...one.ask))) {
  test(`${name} waits as long as Retry-After says, and is served once the database is back`, async () => {
    const { DATABASE_MACHINE_URL } = env();
    Object.assign(env(), { DATABASE_MACHINE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    await disconnect();
    const refused = refusal();
    const printed = start(...run());
    await Promise.race([refused, printed]);
    const from = performance.now();
    Object.assign(env(), { DATABASE_MACHINE_URL });
    await disconnect();
    expect((await printed).trim()).toMatch(prints);
    expect(performance.now() - from).toBeGreaterThan(1900);
  });
}

/** What --http2 sends, also by a curl that cannot speak it. */
const http2 = [
  "Connection: Upgrade, HTTP2-Settings",
  "Upgrade: h2c",
  "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
].flatMap((header) => ["-H", header]);

const describeCurl = () => {
  const curl = (...words: string[]) => start("curl", [...quiet, ...words]);
  const url = () => `${sandbox.origin}${tokenPath}`;
  const sellers = () => `${sandbox.origin}/seller/v2/sellers`;
  const authorised = () => ["--oauth2-bearer", token, "-H", "SellerId: 104512"];

  test.each([
    ["in the body", () => asForm()],
    ["by Basic", () => ["-u", `${client.clientId}:${client.secret}`, "-d", grant]],
    ["by HTTP/1.0", () => ["--http1.0", ...asForm()]],
    ["offering HTTP/2", () => [...http2, ...asForm()]],
    ["in chunks", () => ["-H", "Transfer-Encoding: chunked", ...asForm()]],
    ["after 100-continue", () => ["-H", "Expect: 100-continue", ...asForm()]],
    ["accepting what is compressed", () => ["--compressed", ...asForm()]],
  ])("gets a token with its credentials %s", async (_, words) => {
    const { access_token, token_type } = JSON.parse(await curl(...words(), url()));
    expect([token_type, access_token.split(".")]).toEqual([
      "Bearer",
      [expect.any(String), expect.any(String), expect.any(String)],
    ]);
  });

  test("calls with it, several times over one connection", async () => {
    const format = ["-o", "/dev/null", "-w", "%{http_code} %{num_connects}\n"];
    const said = await curl(...authorised(), ...format, sellers(), ...format, sellers());
    expect(said).toBe("200 1\n200 0\n");
  });

  test("asks for the head alone, and gets it", async () => {
    const said = await curl("-I", ...authorised(), sellers());
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
    expect(said).toMatch(/\r\n\r\n$/);
  });

  test("follows the next page of a list by its Link header", async () => {
    const first = await curl(
      "-i",
      ...authorised(),
      `${sandbox.origin}/seller/v2/offers?salesChannelId=CDISFR&limit=2`,
    );
    const [, next = ""] = /^Link: <([^>]+)>; rel="next"/im.exec(first) ?? [];
    const second = await curl(...authorised(), next);
    expect(JSON.parse(second).items).toHaveLength(2);
    expect(first).not.toContain(JSON.stringify(JSON.parse(second).items[0]));
  });

  test("ends with 22 where it is told to fail on errors, and shows why", async () => {
    const failing = curl("--fail-with-body", "-u", `${client.clientId}:wrong`, "-d", grant, url());
    await expect(failing).rejects.toMatchObject({
      code: 22,
      stdout: expect.stringContaining('"unauthorized_client"'),
    });
  });
};
// Not everybody has it, and a test that is left out counts as a failed one.
if (isHere("curl", ["--version"])) describe("curl", describeCurl);
