import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { routes } from "@/lib/portal-api/routes";
import { operations } from "@/lib/seller-data/operations";
import { createSandbox } from "@/sandbox/create-sandbox";
import { realmPlaces } from "@/sandbox/token/answer-realm";
import { type Answer, ask, each } from "./ask";
import { makeMachines } from "./make-machines";
import { changesOf } from "./read-rows";
import { startPortal } from "./start-portal";

let portal: Awaited<ReturnType<typeof startPortal>>;
let scene: Awaited<ReturnType<typeof makeMachines>>;
const sandbox = createSandbox();

beforeAll(async () => {
  await ownDatabase();
  Object.assign(env(), { LIMITS: "off" });
  scene = await makeMachines();
  portal = await startPortal({ LIMITS: "off" });
  await new Promise<void>((up) => sandbox.listen(0, "127.0.0.1", up));
}, 300_000);
afterAll(async () => {
  sandbox.closeAllConnections();
  sandbox.close();
  await portal?.stop();
});

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const json = { "content-type": "application/json" };
const codeOf = ({ body }: Answer) => /"code":"(\w+)"/.exec(body)?.[1] ?? "";
const sandboxPort = () => (sandbox.address() as AddressInfo).port;

it("the portal API answers a client for its own things, and nobody else for anything", async () => {
  const wrong: string[] = [];
  const host = new URL(portal.publicUrl).host;
  const missing = { sellerId: "999999999999", webhooks: newId(), invitations: newId() };
  const places = { own: scene.things.own, foreign: scene.things.foreign, missing };
  const all = Object.entries(routes).flatMap(([path, route]) =>
    scene.machines.flatMap((machine, at) =>
      // What a route does not take is refused before anybody is asked who they are.
      methods
        .filter((method) => method in route || at === 0)
        .flatMap((method) =>
          (Object.keys(places) as (keyof typeof places)[])
            .filter((whose) => whose === "own" || path.includes("{"))
            .map((whose) => ({ path, route, machine, method, whose })),
        ),
    ),
  );
  const look = async ({ path, route, machine, method, whose }: (typeof all)[number]) => {
    const { sellerId, webhooks, invitations } = places[whose];
    const ids = { webhooks, invitations };
    const id = ids[path.split("/")[1] as keyof typeof ids] ?? "";
    const filled = path.replace("{sellerId}", sellerId).replace("{id}", id);
    const body = method === "POST" ? "{}" : undefined;
    const headers = { host, ...json, ...machine.headers };
    const answer = await ask(portal.port, { method, path: `/api/v1${filled}`, headers, body });
    const isThere = method in route;
    const expected = !isThere
      ? "method_not_allowed"
      : (machine.portal ?? (whose === "own" || method === "POST" ? "" : "not_found"));
    const code = codeOf(answer);
    // A form without its fields is refused for that, once it is its sender's to send.
    const isFine = expected === "" ? !/^(token|not_)/.test(code) && answer.status < 500 : code === expected;
    const isForeignTest = path.endsWith("/test") && machine.portal === null && whose !== "own";
    if (isForeignTest ? code !== "not_found" : !isFine)
      wrong.push(`${machine.name}, ${method} ${path} (${whose}): ${answer.status} ${code}, not ${expected}`);
  };
  const changed = await changesOf(async () => {
    await each(
      all.filter(({ machine, whose }) => machine.portal !== null || whose !== "own"),
      look,
    );
  });
  if (changed.length > 0) wrong.push(`somebody who may not changed ${changed}`);
  // What a client may do to its own comes last, and what takes things away last of all.
  const own = all.filter(({ machine, whose }) => machine.portal === null && whose === "own");
  const [kept, taken] = [false, true].map((isTaken) =>
    own.filter((one) => (one.method === "DELETE") === isTaken),
  );
  for (const cells of [kept ?? [], taken ?? []]) await each(cells, look);
  expect(wrong).toEqual([]);
}, 600_000);

it("the Seller API answers a client for linked sellers, and nobody else for any", async () => {
  const wrong: string[] = [];
  const sellers = {
    own: scene.things.own.keptSellerId,
    foreign: scene.things.foreign.keptSellerId,
    missing: "999999999999",
  };
  const all = operations.flatMap((operation) =>
    scene.machines.flatMap((machine) =>
      Object.entries(sellers).map(([whose, sellerId]) => ({ operation, machine, whose, sellerId })),
    ),
  );
  const look = async ({ operation, machine, whose, sellerId }: (typeof all)[number]) => {
    const { method, path, id } = operation;
    const known = path.replace(/\{\w+\}/g, "none");
    const headers = { host: "sandbox", ...json, ...machine.headers, SellerId: sellerId };
    const body = method === "GET" ? undefined : "{}";
    const answer = await ask(sandboxPort(), { method, path: `/seller/v2${known}`, headers, body });
    const expected = machine.seller ?? (whose === "own" ? "" : "seller_not_granted");
    const code = codeOf(answer);
    const isFine =
      expected === "" ? ![401, 403].includes(answer.status) && answer.status < 500 : code === expected;
    if (!isFine) wrong.push(`${machine.name}, ${id} (${whose}): ${answer.status} ${code}, not ${expected}`);
  };
  const isOwn = ({ machine, whose }: (typeof all)[number]) => machine.seller === null && whose === "own";
  const changed = await changesOf(async () => {
    await each(
      all.filter((one) => !isOwn(one)),
      look,
    );
  });
  if (changed.length > 0) wrong.push(`somebody who may not changed ${changed}`);
  await each(all.filter(isOwn), look);
  expect(wrong).toEqual([]);
}, 600_000);

it("the token endpoint and its sisters serve clients that may, and tell a stranger nothing", async () => {
  const prefix = "/auth/realms/maas";
  const [, token = ""] = scene.machines.at(-1)?.headers.authorization?.split(" ") ?? [];
  const send = async (path: string, { clientId, secret }: { clientId: string; secret: string }) => {
    const form = new URLSearchParams({ client_id: clientId, client_secret: secret, token });
    form.set("grant_type", "client_credentials");
    const headers = { host: "sandbox", "content-type": "application/x-www-form-urlencoded" };
    return ask(sandboxPort(), { method: "POST", path: `${prefix}${path}`, headers, body: form.toString() });
  };
  const told: Record<string, string[]> = {};
  for (const path of realmPlaces.POST)
    for (const { name, client } of scene.machines) {
      const { status, body } = await send(path, client);
      const place = `${path.split("/").at(-1)} ${status}${/"active":true/.test(body) ? " active" : ""}`;
      told[place] = [...(told[place] ?? []), name];
    }
  const stopped = ["a suspended client", "a deleted client", "a suspended company's client"];
  const nobody = scene.machines.filter(({ client }) => !client.secret).map(({ name }) => name);
  const refused = [...nobody, ...stopped].sort();
  const alive = scene.machines.map(({ name }) => name).filter((name) => !refused.includes(name));
  const others = alive.filter((name) => name !== "the client itself");
  for (const names of Object.values(told)) names.sort();
  expect(told).toEqual({
    "token 401": refused,
    "token 200": alive.sort(),
    "introspect 401": refused,
    "introspect 200": others.sort(),
    "introspect 200 active": ["the client itself"],
    "revoke 401": refused,
    "revoke 400": others.sort(),
    "revoke 200": ["the client itself"],
  });
  for (const path of realmPlaces.GET) {
    const answer = await ask(sandboxPort(), { path: `${prefix}${path}`, headers: { host: "sandbox" } });
    expect([path, answer.status]).toEqual([path, 200]);
    const wrote = await ask(sandboxPort(), {
      method: "DELETE",
      path: `${prefix}${path}`,
      headers: { host: "sandbox" },
    });
    expect([path, wrote.status]).toEqual([path, 405]);
  }
}, 600_000);
