import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder, disconnect } from "@/db/client";
import { signingKeys } from "@/db/schema";
import { env } from "@/lib/env";
import { reloadKeys } from "@/lib/tokens/key-ring";
import { fetchToken, insertTestClient, rawRequest, startSandbox } from "../testing";

const realm = "/auth/realms/maas";
const connectPath = `${realm}/protocol/openid-connect`;
const form = "Content-Type: application/x-www-form-urlencoded";
const grant = "grant_type=client_credentials";
const urn = encodeURIComponent("urn:ietf:params:oauth:grant-type:");
const basic = (text: string) => `Authorization: Basic ${Buffer.from(text).toString("base64")}`;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let secret = "";
// Each of them was the right one once.
let [suspended, deleted, ended, retired] = ["", "", "", ""];
let [own, foreign] = ["", ""];

beforeAll(async () => {
  sandbox = await startSandbox();
  const past = new Date(Date.now() - 1000);
  const client = await insertTestClient("golden-client");
  secret = client.secret;
  suspended = (await insertTestClient("suspended-one", { client: { suspendedAt: past } })).secret;
  deleted = (await insertTestClient("deleted-one", { client: { deletedAt: past } })).secret;
  ended = (await insertTestClient("ended-secret", { secret: { endsAt: past } })).secret;
  retired = (await insertTestClient("retired-secret", { secret: { retiredAt: past } })).secret;
  own = await fetchToken(sandbox.origin, client);
  foreign = await fetchToken(sandbox.origin, await insertTestClient("another-client"));
});
afterAll(() => sandbox.stop());

/** Everything that came back on a connection, until the server closed it. */
function send(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(sandbox.port, "127.0.0.1", () => socket.write(request));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
    socket.on("error", reject);
  });
}

/** The same bytes at every run: what must differ each time is named instead. */
const settled = (answer: string) =>
  answer
    .replaceAll(sandbox.origin, "<origin>")
    .replace(/^Date: .+$/m, "Date: <date>")
    .replace(/^X-Request-Id: [0-9a-f-]{36}$/m, "X-Request-Id: <id>")
    .replace(/^Content-Length: [1-9]\d+$/m, (line) =>
      /eyJ|active|"keys"|<origin>|public_key/.test(answer) ? "Content-Length: <length>" : line,
    )
    .replace(/^Retry-After: [1-9]\d{0,3}$/m, "Retry-After: <seconds>")
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, "<token>")
    .replace(/"(exp|iat)":\d{10}/g, '"$1":<seconds>')
    .replace(/"jti":"trrtcc:[0-9a-f-]{36}"/, '"jti":"<id>"')
    .replace(/"sub":"[0-9a-f-]{36}"/, '"sub":"<id>"')
    .replace(/"kid":"[\w-]+"/g, '"kid":"<kid>"')
    .replace(/"n":"[\w-]{342}"/g, '"n":"<2048 bits>"')
    .replace(/"public_key":"[\w+/=]{392}"/, '"public_key":"<2048 bits>"')
    .replaceAll("\r\n", "\n");

/** As `settled`, with the seconds to wait: they are the same at every run where they count no window. */
const exactly = (answer: string) => {
  const [line = ""] = /^Retry-After: \d+$/m.exec(answer) ?? [];
  return settled(answer).replace("Retry-After: <seconds>", line);
};

const creds = () => `client_id=golden-client&client_secret=${secret}`;
const post = (place: string, body: string, headers = [form]) =>
  rawRequest("POST", `${connectPath}/${place}`, headers, body);
const token = (body: string, headers?: string[]) => post("token", body, headers);

/** Row of the contract -> its request. */
const rows: Record<string, () => string> = {
  success: () => token(`${grant}&${creds()}`),
  "success-basic": () => token(grant, [form, basic(`golden-client:${secret}`)]),
  "success-with-scope": () => token(`${grant}&${creds()}&scope=openid+email`),
  "success-empty-scope": () => token(`${grant}&${creds()}&scope=`),
  "unknown-realm": () => rawRequest("POST", connectPath.replace("maas", "other"), [form], grant),
  "method-get": () => rawRequest("GET", `${connectPath}/token`),
  "method-put": () => rawRequest("PUT", `${connectPath}/token`, [form], grant),
  "method-patch": () => rawRequest("PATCH", `${connectPath}/token`, [form], grant),
  "method-delete": () => rawRequest("DELETE", `${connectPath}/token`),
  "method-delete-introspection": () => rawRequest("DELETE", `${connectPath}/token/introspect`),
  "method-get-revocation": () => rawRequest("GET", `${connectPath}/revoke`),
  options: () => rawRequest("OPTIONS", `${connectPath}/token`),
  json: () => token("{}", ["Content-Type: application/json"]),
  multipart: () => token("--x--", ["Content-Type: multipart/form-data; boundary=x"]),
  "plain-text": () => token(`${grant}&${creds()}`, ["Content-Type: text/plain"]),
  "empty-content-type": () => token(`${grant}&${creds()}`, ["Content-Type:"]),
  "malformed-content-type": () => token(`${grant}&${creds()}`, ["Content-Type: form"]),
  "no-content-type": () => token(`${grant}&${creds()}`, []),
  "empty-body": () => token("", [form, "Content-Length: 0"]),
  "no-grant-type": () => token(creds()),
  "unknown-grant-type": () => token(`grant_type=password&${creds()}`),
  "grant-type-empty": () => token(`grant_type=&${creds()}`),
  "grant-type-with-a-space-behind": () => token(`${grant}+&${creds()}`),
  "grant-authorization-code": () => token(`grant_type=authorization_code&code=x&${creds()}`),
  "grant-refresh-token": () => token(`grant_type=refresh_token&refresh_token=x&${creds()}`),
  "grant-implicit": () => token(`grant_type=implicit&${creds()}`),
  "grant-device-code": () => token(`grant_type=${urn}device_code&device_code=x&${creds()}`),
  "grant-jwt-bearer": () => token(`grant_type=${urn}jwt-bearer&assertion=x&${creds()}`),
  "grant-token-exchange": () => token(`grant_type=${urn}token-exchange&subject_token=x&${creds()}`),
  "grant-type-in-another-case": () => token(`grant_type=Client_Credentials&${creds()}`),
  "no-client": () => token(grant),
  "unknown-client": () => token(`${grant}&client_id=nobody&client_secret=x`),
  "unknown-client-basic": () => token(grant, [form, basic("nobody:x")]),
  "basic-that-cannot-be-read": () => token(grant, [form, "Authorization: Basic !!!"]),
  "suspended-client": () => token(`${grant}&client_id=suspended-one&client_secret=${suspended}`),
  "deleted-client": () => token(`${grant}&client_id=deleted-one&client_secret=${deleted}`),
  "another-case-of-the-client": () => token(`${grant}&client_id=Golden-Client&client_secret=${secret}`),
  "secret-missing": () => token(`${grant}&client_id=golden-client`),
  "secret-wrong": () => token(`${grant}&client_id=golden-client&client_secret=x`),
  "secret-wrong-basic": () => token(grant, [form, basic("golden-client:x")]),
  "secret-ended": () => token(`${grant}&client_id=ended-secret&client_secret=${ended}`),
  "secret-retired": () => token(`${grant}&client_id=retired-secret&client_secret=${retired}`),
  "secret-in-the-query": () => post(`token?client_secret=${secret}`, `${grant}&client_id=golden-client`),
  "parameter-twice": () => token(`${grant}&${creds()}&scope=&scope=`),
  "value-too-long": () => token(`${grant}&${creds()}&audience=${"a".repeat(4097)}`),
  "unknown-scope": () => token(`${grant}&${creds()}&scope=openid+orders`),
  "body-too-large": () => token(`${grant}&${creds()}&x=${"a".repeat(64 * 1024)}`),
  introspection: () => post("token/introspect", `${creds()}&token=${own}`),
  "introspection-of-a-foreign-token": () => post("token/introspect", `${creds()}&token=${foreign}`),
  "introspection-of-nothing": () => post("token/introspect", creds()),
  "introspection-by-nobody": () => post("token/introspect", `token=${own}`),
  revocation: () => post("revoke", `${creds()}&token=${own}`),
  "revocation-of-no-token": () => post("revoke", `${creds()}&token=x`),
  "revocation-of-a-foreign-token": () => post("revoke", `${creds()}&token=${foreign}`),
  "revocation-of-nothing": () => post("revoke", creds()),
  certs: () => rawRequest("GET", `${connectPath}/certs`),
  discovery: () => rawRequest("GET", `${realm}/.well-known/openid-configuration`),
  realm: () => rawRequest("GET", realm),
  "unknown-place": () => rawRequest("GET", `${connectPath}/auth`),
};

describe("each row of the contract, byte by byte", () => {
  test.each(Object.keys(rows))("%s", async (name) => {
    const answer = settled(await send(rows[name]?.() ?? ""));
    await expect(answer).toMatchFileSnapshot(`goldens/${name}.http`);
  });

  test("guesses-too-many", async () => {
    const guess = token(`${grant}&client_id=guessed-client&client_secret=x`);
    for (let i = 0; i < 30; i++) await send(guess);
    await expect(settled(await send(guess))).toMatchFileSnapshot("goldens/guesses-too-many.http");
  });

  test("tokens-too-many", async () => {
    const { TOKENS_PER_HOUR } = env();
    Object.assign(env(), { TOKENS_PER_HOUR: 0 });
    const answer = settled(await send(token(`${grant}&${creds()}`)));
    Object.assign(env(), { TOKENS_PER_HOUR });
    await expect(answer).toMatchFileSnapshot("goldens/tokens-too-many.http");
  });

  test("busy", async () => {
    const slow = rawRequest("POST", `${connectPath}/token`, [form, "Content-Length: 9"], "");
    const waiting = Array.from({ length: 200 }, () => connect(sandbox.port, "127.0.0.1"));
    for (const socket of waiting) socket.on("error", () => {}).write(slow);
    const ask = () => send(token(`${grant}&${creds()}`));
    await expect.poll(ask, { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 503 /);
    const answer = exactly(await ask());
    for (const socket of waiting) socket.destroy();
    await expect(answer).toMatchFileSnapshot("goldens/busy.http");
  });

  test("no-signing-key", async () => {
    const kept = await asFounder(async (tx) => {
      const all = await tx.select().from(signingKeys);
      await tx.delete(signingKeys);
      return all;
    });
    await reloadKeys();
    const answer = exactly(await send(token(`${grant}&${creds()}`)));
    await asFounder((tx) => tx.insert(signingKeys).values(kept));
    await reloadKeys();
    await expect(answer).toMatchFileSnapshot("goldens/no-signing-key.http");
    expect(await send(token(`${grant}&${creds()}`))).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("database-down", async () => {
    const { DATABASE_MACHINE_URL } = env();
    await disconnect();
    Object.assign(env(), { DATABASE_MACHINE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    const answer = exactly(await send(token(`${grant}&${creds()}`)));
    await disconnect();
    Object.assign(env(), { DATABASE_MACHINE_URL });
    await expect(answer).toMatchFileSnapshot("goldens/database-down.http");
    const again = () => send(token(`${grant}&${creds()}`));
    await expect.poll(again, { timeout: 15_000 }).toMatch(/^HTTP\/1\.1 200 /);
  });
});
