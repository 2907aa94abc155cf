import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { operations } from "@/lib/seller-data/operations";
import { createSandbox } from "@/sandbox/create-sandbox";
import { sendRaw } from "@/sandbox/testing";
import { realmPlaces } from "@/sandbox/token/answer-realm";
import { ask, each, type Question } from "./ask";
import { judgeMachineArmour } from "./judge-machine-armour";
import { makeMachines } from "./make-machines";

let scene: Awaited<ReturnType<typeof makeMachines>>;
const sandbox = createSandbox();

// As it stands in production: the outside speaks https with it.
beforeAll(async () => {
  await ownDatabase();
  Object.assign(env(), { SANDBOX_URL: "https://sandbox.test" });
  scene = await makeMachines();
  await new Promise<void>((up) => sandbox.listen(0, "127.0.0.1", up));
}, 60_000);
afterAll(() => {
  sandbox.closeAllConnections();
  sandbox.close();
});

type Asked = Question & { isBasic?: boolean };
const realm = "/auth/realms/maas";
const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };
const every = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];
const asBrowser = { origin: "https://shop.example", "access-control-request-method": "POST" };

/** Each place of the authorisation server, by every method and every kind of caller, right and wrong. */
function atRealm(): Asked[] {
  const places = [...realmPlaces.GET, ...realmPlaces.POST].map((place) => `${realm}${place}`);
  const strange = ["/protocol/openid-connect/auth", "/protocol/openid-connect/userinfo", "/x", "/../.."];
  const elsewhere = ["/auth", "/auth/", "/auth/realms/", "/auth/realms/other", "/auth/realms/MAAS"];
  const known = ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"];
  const paths = [...places, ...strange.map((one) => `${realm}${one}`), ...elsewhere];
  paths.push(...known.flatMap((one) => [one, `${one}${realm}`, `${one}/auth/realms/other`]));
  const asked: Asked[] = paths.flatMap((path) =>
    every.map((method) => ({ method, path, headers: asBrowser })),
  );
  for (const place of realmPlaces.POST) {
    const path = `${realm}${place}`;
    for (const { client } of scene.machines) asked.push(...formsOf(path, client));
    const about = { method: "POST", path };
    for (const type of ["", "nonsense", "text/plain", "application/json", "multipart/form-data; boundary=x"])
      asked.push({ ...about, headers: { "content-type": type }, body: "{}" });
    asked.push({ ...about, headers: form, body: `x=${"x".repeat(66_000)}` });
    asked.push({ ...about, path: `${path}?${"x".repeat(9000)}` });
    asked.push({ ...about, headers: { ...form, "x-long": "x".repeat(17_000) }, body: "x=1" });
  }
  return asked;
}

/** What one client sends with its secret and with another, in the body and in the header; and what is wrong in it. */
function formsOf(path: string, { clientId, secret }: { clientId: string; secret: string }): Asked[] {
  const grant = { grant_type: "client_credentials", token: "a.b.c" };
  const pair = (word: string) => ({ client_id: clientId, client_secret: word });
  const basic = (word: string) => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${word}`).toString("base64")}`,
  });
  const send = (fields: Record<string, string>, more = "") => new URLSearchParams(fields).toString() + more;
  const bodies = [
    send({ ...grant, ...pair(secret) }),
    send({ ...grant, ...pair("wrong") }),
    send(pair(secret)),
    send({ ...pair(secret), grant_type: "password" }),
    send({ ...grant, ...pair(secret) }, "&x=1&x=2"),
    send({ ...grant, ...pair(secret), scope: "everything" }),
    send({ ...grant, ...pair(secret), x: "x".repeat(5000) }),
  ];
  return [
    ...bodies.map((body): Asked => ({ method: "POST", path, headers: form, body })),
    ...[secret, "wrong"].map(
      (word): Asked => ({
        method: "POST",
        path,
        headers: { ...form, ...basic(word) },
        body: send(grant),
        isBasic: true,
      }),
    ),
  ];
}

/** Each operation of the Seller API for whoever may and may not call it, and what no operation is. */
function atSellerApi(): Asked[] {
  const own = { SellerId: scene.things.own.keptSellerId };
  const [client] = scene.machines.slice(-1).map(({ headers }) => headers);
  const sellers: Record<string, string | string[]>[] = [
    own,
    {},
    { SellerId: "0x" },
    { SellerId: scene.things.foreign.keptSellerId },
    { SellerId: [own.SellerId, own.SellerId] },
  ];
  const to = (method: string, path: string, headers: Asked["headers"], body?: string): Asked => ({
    method,
    path: `/seller/v2${path.replace(/\{\w+\}/g, "none")}`,
    headers: { ...json, ...headers },
    body: body ?? (method === "GET" || method === "HEAD" ? undefined : "{}"),
  });
  const each: Asked[] = operations.flatMap(({ method, path }) => [
    ...sellers.map((seller) => to(method, path, { ...client, ...seller })),
    to(method, path, own),
    ...every.map((one) => to(one, path, { ...asBrowser, ...own })),
    to(method, path, { ...client, ...own }, "not json"),
    to(method, `${path}?access_token=x`, { ...client, ...own }),
    to(method, `${path}?limit=-1&pageIndex=x`, { ...client, ...own }),
    to(method, path, { ...client, ...own, accept: "image/png" }),
    to(method, path, { ...client, ...own, "content-type": "text/plain" }),
  ]);
  each.push(...scene.machines.map(({ headers }) => to("GET", "/sellers", { ...headers, ...own })));
  for (let n = 0; n < 12; n++) each.push(to("GET", "/sellers", { ...client, SellerId: "98979" }));
  for (const scenario of ["500", "502", "bad-json", "empty", "429"])
    each.push(to("GET", "/sellers", { ...client, ...own, "x-scenario": scenario }));
  for (const path of ["/none", "/sellers/", "/..%2f..", "/%00"])
    each.push(to("GET", path, { ...client, ...own }));
  each.push(
    to("GET", `/sellers?${"x".repeat(9000)}`, client),
    to("PUT", "/none", { "content-length": "1048577", connection: "close" }, ""),
  );
  each.push(to("GET", "/sellers", { ...client, "x-long": "x".repeat(17_000) }));
  const others = ["/", "/seller", "/robots.txt", "/favicon.ico", "/healthz", "/readyz"];
  return [...each, ...others.map((path) => ({ path, headers: asBrowser }))];
}

/** A body that can be read, and does not fit the order that it is about. */
async function wrongShipment(): Promise<Asked> {
  const [client] = scene.machines.slice(-1);
  const headers = { ...json, ...client?.headers, SellerId: scene.things.own.keptSellerId };
  const path = "/seller/v2/orders?status=InPreparation,Accepted";
  const { body } = await ask((sandbox.address() as AddressInfo).port, { path, headers });
  const [, id] = /"orderId":"([^"]+)"/.exec(body) ?? [];
  const parcel = [{ parcelNumber: "6A1", carrierName: "Colis Poste", orderLineIds: ["nothing"] }];
  return { method: "POST", path: `/seller/v2/orders/${id}/shipments`, headers, body: JSON.stringify(parcel) };
}

const secrets = () => scene.machines.map(({ client }) => client.secret).filter((secret) => secret !== "");

async function judge({ isBasic, ...question }: Asked) {
  const { method = "GET", path } = question;
  const length = question.body && { "content-length": String(Buffer.byteLength(question.body)) };
  const headers = { host: "sandbox.test", ...(length || {}), ...question.headers };
  const { port } = sandbox.address() as AddressInfo;
  const answer = await ask(port, { ...question, headers }).catch((error) => {
    throw new Error(`${method} ${path.slice(0, 80)}: ${error.message}`);
  });
  const place = path.split("?")[0] ?? "";
  const wrong = judgeMachineArmour({ method, path: place, isBasic, secrets: secrets() }, answer);
  return {
    status: answer.status,
    wrong: wrong.map((what) => `${method} ${path.slice(0, 80)} ${answer.status}: ${what}`),
  };
}

it("every answer to a program wears the armour: each place, method and caller of the sandbox, right and wrong", async () => {
  const asked = [...atRealm(), ...atSellerApi()];
  const judged = [...(await each(asked, judge)), await judge(await wrongShipment())];
  expect([...new Set(judged.flatMap(({ wrong }) => wrong))]).toEqual([]);
  const statuses = new Set(judged.map(({ status }) => status));
  const rare = [200, 400, 401, 403, 404, 405, 406, 413, 414, 415, 422, 429, 431, 500, 502];
  expect(rare.filter((status) => !statuses.has(status))).toEqual([]);
  expect(asked.length).toBeGreaterThan(1000);
}, 120_000);

it("and so does what is said of bytes that are no request", async () => {
  const { headers } = await sendRaw((sandbox.address() as AddressInfo).port, "nonsense\r\n\r\n");
  expect(headers).toMatchObject({
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  expect(Object.keys(headers).join()).not.toMatch(/cookie|powered|server|access-control/i);
});

it("and so does every answer while the database is away", async () => {
  const { DATABASE_MACHINE_URL } = env();
  // In this order: whatever connects meanwhile gets nowhere.
  Object.assign(env(), { DATABASE_MACHINE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
  await disconnect();
  const [client] = scene.machines.slice(-1);
  const headers = { ...client?.headers, SellerId: scene.things.own.keptSellerId };
  const asked: Asked[] = [
    ...realmPlaces.POST.flatMap((place) => formsOf(`${realm}${place}`, client?.client as never)),
    ...realmPlaces.GET.map((place) => ({ path: `${realm}${place}` })),
    { path: "/seller/v2/sellers", headers },
    { path: "/readyz" },
    { path: "/healthz" },
  ];
  const judged = await each(asked, judge);
  Object.assign(env(), { DATABASE_MACHINE_URL });
  await disconnect();
  expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(judged.filter(({ status }) => status === 503).length).toBeGreaterThan(5);
}, 60_000);
