import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asFounder, connect } from "@/db/client";
import { ownDatabase } from "@/db/testing";
import { env } from "@/lib/env";
import { keyFor } from "./act-tries";
import { type Answer, ask, each, type Question } from "./ask";
import { sendForm } from "./call-action";
import { makeCells } from "./door-cells";
import { doorRules } from "./door-rules";
import { judgeArmour, nonceOf } from "./judge-armour";
import { type Caller, type Cast, makeCast } from "./make-cast";
import { makeWorld, type World } from "./make-things";
import { listActions, listDoors, listFiles } from "./read-build";
import { productionOrigin as origin, pagesFolder, startInProduction, type startPortal } from "./start-portal";

let portal: Awaited<ReturnType<typeof startPortal>>;
let cast: Cast;
let world: World;

beforeAll(async () => {
  await ownDatabase();
  portal = await startInProduction();
  cast = await makeCast();
  world = await makeWorld(cast);
}, 300_000);
afterAll(() => portal?.stop());

let asked = 0;
/** Asks as a browser behind the proxy does, each time from somewhere else. */
function get(path: string, more: Omit<Question, "path"> = {}): Promise<Answer> {
  asked++;
  const from = { "x-forwarded-for": `198.51.${asked >> 8}.${asked & 255}`, "x-forwarded-proto": "https" };
  const headers = { host: "portal.test", accept: "text/html,*/*", ...from, ...more.headers };
  return ask(portal.port, { ...more, path, headers });
}
const find = (name: string) => cast.callers.find((one) => one.name === name) as Caller;
const owner = () => find("seller owner");

/** Each door as somebody who may look sees it and as nobody does, drawn and for scripts; then what goes wrong. */
function listQuestions(): [string, Omit<Question, "path">][] {
  const questions: [string, Omit<Question, "path">][] = [];
  for (const { path: door, kind } of listDoors(pagesFolder)) {
    const rule = doorRules[door];
    if (!rule || rule.who === "machines") continue;
    const cells = makeCells(door, rule, cast.callers, world);
    const shown = cells.find(({ caller, expected }) => caller.company && expected === "shown");
    const seen = [shown, cells.find(({ caller }) => caller.name === "anonymous")];
    for (const cell of seen.filter((one) => one !== undefined)) {
      const { cookie } = cell.caller;
      questions.push([cell.path, { headers: { cookie } }]);
      const flight = `${cell.path}${cell.path.includes("?") ? "&" : "?"}_rsc`;
      if (kind === "page") questions.push([flight, { headers: { cookie, rsc: "1", accept: "*/*" } }]);
    }
    const path = cells[0]?.path ?? door;
    questions.push([path, { method: "HEAD" }], [path, { method: "PUT", headers: { origin } }]);
    questions.push([path, { method: "POST" }], [path, { method: "OPTIONS", headers: { origin } }]);
  }
  return [
    ...questions,
    ...listFiles(pagesFolder).map((path): [string, object] => [path, {}]),
    ...listTroubles(),
  ];
}

function listTroubles(): [string, Omit<Question, "path">][] {
  const { cookie } = owner();
  const long = { origin, "content-type": "text/plain", "content-length": "3000000" };
  const paths = ["/nothing/here", "/clients/", "//evil.test/", "/%00", "/%ff", "/_next/static/none.js"];
  const more = [
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/favicon.ico",
    "/robots.txt",
    "/sign-in?next=%2F%2Fevil.test",
  ];
  return [
    ...[...paths, ...more].flatMap((path): [string, Omit<Question, "path">][] => [
      [path, {}],
      [path, { headers: { cookie, accept: "application/json" } }],
    ]),
    ["/", { headers: { host: "evil.test" } }],
    ["/api/v1/links", { headers: { host: "evil.test" } }],
    ["/api/v1/links", {}],
    ["/api/v1/none", {}],
    ["/sign-in", { method: "POST", headers: { origin: "https://evil.test" } }],
    ["/sign-in", { method: "POST", headers: { origin, "transfer-encoding": "chunked" }, body: "x" }],
    ["/sign-in", { method: "POST", headers: long }],
    ["/first-call/run", { headers: { cookie } }],
    ["/?lang=fr", {}],
  ];
}

it("every answer wears the armour: of each page, handler and file, signed in or not, and of each refusal", async () => {
  const questions = listQuestions();
  const nonces = new Set<string>();
  const statuses = new Set<number>();
  const wrong = await each(questions, async ([path, more]) => {
    const answer = await get(path, more);
    statuses.add(answer.status);
    const nonce = nonceOf(answer);
    const again = nonce && nonces.has(nonce) ? ["its nonce was used before"] : [];
    nonces.add(nonce);
    const name = `${more.method ?? "GET"} ${path} ${more.headers?.rsc ? "for scripts " : ""}${answer.status}`;
    return [...judgeArmour(path, answer), ...again].map((what) => `${name}: ${what}`);
  });
  expect(wrong.flat()).toEqual([]);
  expect([200, 303, 307, 308, 400, 401, 403, 404, 405, 411, 413].filter((one) => !statuses.has(one))).toEqual(
    [],
  );
  expect(questions.length).toBeGreaterThan(400);
}, 600_000);

it("a page that breaks wears it too, and says nothing of why", async () => {
  const owning = connect(env().DATABASE_OWNER_URL, { max: 1 });
  await owning`alter function find_session rename to find_session_no_more`;
  const { cookie } = owner();
  const ways: Record<string, string>[] = [{ cookie }, { cookie, accept: "*/*" }, { cookie, rsc: "1" }];
  for (const headers of ways) {
    const answer = await get("/account", { headers });
    expect(judgeArmour("/account", answer)).toEqual([]);
    expect(answer.body).not.toMatch(/find_session|PostgresError|node_modules/);
    if (!("rsc" in headers)) expect(answer.status).toBe(500);
  }
  await owning`alter function find_session_no_more rename to find_session`;
  await owning.end();
  expect((await get("/account", { headers: { cookie } })).status).toBe(200);
});

describe("a form counts only from our own pages", () => {
  const others: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "http://portal.test" },
    { origin: "https://portal.test:8443" },
    { origin: "https://www.portal.test" },
    { origin: "https://portal.test.evil.test" },
    { origin: "https://evil.test", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "none" },
    { referer: "https://portal.test/account" },
    { "x-forwarded-host": "portal.test", origin: "https://evil.test" },
  ];
  const ours: Record<string, string>[] = [{ origin }, { "sec-fetch-site": "same-origin" }];

  /** Sends a form whose key is good, to change a language: whatever its key says, it must come from here. */
  function press(headers: Record<string, string>) {
    const action = listActions(pagesFolder).find(({ name }) => name === "changeLanguageAction");
    if (!action) throw new Error("there is no such action");
    const caller = owner();
    const formKey = keyFor("change language", caller, {}, cast.companies.seller);
    const all = { host: "portal.test", accept: "text/html", cookie: caller.cookie, ...headers };
    return sendForm(portal.port, action, { language: "fr", formKey }, all);
  }
  const language = async () =>
    [
      ...(await asFounder((tx) =>
        tx.execute<{ language: string }>(
          sql`select language from people where id = ${cast.owners.seller.personId}`,
        ),
      )),
    ][0]?.language;

  it.each(others)("not with %j", async (headers) => {
    const answer = await press(headers);
    expect(answer.status).toBe(403);
    expect(await language()).toBe("en");
    for (const method of ["PUT", "PATCH", "DELETE", "POST"])
      expect((await get("/first-call/run", { method, headers })).status).toBe(403);
  });

  it.each(ours)("but with %j", async (headers) => {
    expect((await press(headers)).status).toBeLessThan(400);
    expect(await language()).toBe("fr");
    const back = sql`update people set language = 'en' where id = ${cast.owners.seller.personId}`;
    await asFounder((tx) => tx.execute(back));
  });
});

describe("whose host it is", () => {
  it.each([
    "evil.test",
    "portal.test.evil.test",
    "portal.test:8443",
    "localhost",
    "127.0.0.1",
    "www.portal.test",
  ])("is not %s", async (host) => {
    const answer = await get("/sign-in", { headers: { host } });
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.body).not.toContain("evil");
  });

  it("is what the proxy noted, where the proxy asks under a name of its own", async () => {
    const inside = { host: "10.0.0.7:3000" };
    expect((await get("/", { headers: { ...inside, "x-forwarded-host": "portal.test" } })).status).toBe(200);
    expect((await get("/", { headers: { ...inside, "x-forwarded-host": "evil.test" } })).status).toBe(400);
    const many = { ...inside, "x-forwarded-host": "portal.test, evil.test" };
    expect((await get("/", { headers: many })).status).toBe(400);
  });

  it("is never read from what a caller says: no address of ours leads elsewhere", async () => {
    const lies = { "x-forwarded-proto": "http", "x-forwarded-port": "81", forwarded: "host=evil.test" };
    for (const path of ["/account", "/clients/", "/sign-in?next=/account"]) {
      const { status, headers, body } = await get(path, {
        headers: { ...lies, "x-original-url": "/operator" },
      });
      expect(status).toBeLessThan(400);
      expect(`${headers.location} ${headers["set-cookie"]} ${body}`).not.toMatch(
        /evil\.test|http:\/\/portal/,
      );
    }
  });
});

it.each([
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/%2f%2fevil.test",
  "/%5cevil.test",
  "/\t/evil.test",
  "/.//evil.test",
  "https://evil.test",
  "https:evil.test",
  "https://portal.test@evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "%2f%2fevil.test",
])("after signing in nobody is led to %j", async (next) => {
  const { cookie } = owner();
  for (const path of ["/sign-in", "/sign-up"]) {
    const { status, headers, body } = await get(`${path}?next=${encodeURIComponent(next)}`, {
      headers: { cookie },
    });
    expect(status).toBeLessThan(400);
    if (headers.location) expect(new URL(headers.location, origin).href).toBe(`${origin}/seller`);
    const leading = [...body.matchAll(/\b(?:href|src|action|formAction)="([^"]*)"/g)].map(
      ([, url = ""]) => url,
    );
    for (const url of leading)
      expect(new URL(url.replaceAll("&amp;", "&"), origin).host).not.toContain("evil");
    expect(body).not.toMatch(/name="next"[^>]*value="[^"]+"|value="[^"]+"[^>]*name="next"/);
  }
});

it.each(["//evil.test/..", "//evil.test/", "/%2f%2fevil.test/", "/\\evil.test/", "/https://evil.test/"])(
  "an address such as %s leads nowhere else",
  async (path) => {
    const { headers } = await get(path);
    const { location = "/" } = headers;
    expect(new URL(location, `${origin}/`).origin).toBe(origin);
  },
);

it("what only the demo has is not there", async () => {
  const paths = listDoors(pagesFolder).map(({ path }) => path);
  const demos = paths.filter((path) => path.startsWith("/dev/"));
  expect(demos.length).toBeGreaterThan(0);
  for (const path of demos)
    for (const accept of ["text/html", "application/json"])
      expect((await get(path, { headers: { accept, cookie: find("operator").cookie } })).status).toBe(404);
});

it("signing out takes the cookie, and has the browser forget our pages", async () => {
  const action = listActions(pagesFolder).find(({ name }) => name === "signOutAction");
  if (!action) throw new Error("there is no such action");
  const caller = find("member of another organisation");
  const formKey = keyFor("sign out", caller, {}, cast.companies.stranger);
  const headers = { host: "portal.test", cookie: caller.cookie, origin };
  const { headers: said } = await sendForm(
    portal.port,
    action,
    { do: "sign_out", formKey, next: "/" },
    headers,
  );
  expect(said["clear-site-data"]).toBe('"cache", "storage"');
  expect(said["set-cookie"]?.join()).toMatch(
    /__Host-portal-session=;[^,]*(?:Max-Age=0|Expires=Thu, 01 Jan 1970)/,
  );
  expect((await get("/account", { headers: { cookie: caller.cookie } })).status).toBe(307);
});
