import { afterAll, beforeAll, expect, it } from "vitest";
import { keyFor } from "./act-tries";
import { ask, each } from "./ask";
import { type Cell, makeCells } from "./door-cells";
import { doorRules } from "./door-rules";
import { type Caller, nameOf } from "./make-cast";
import { openScene, type Scene } from "./open-scene";
import { mayPress, readKeys, tellAnswer, tellFlight } from "./read-answer";
import { listDoors } from "./read-build";
import { pagesFolder } from "./start-portal";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 300_000);
afterAll(() => scene?.portal.stop());

it("every page and route handler of the build has a rule, and every rule a door", () => {
  const paths = listDoors(pagesFolder).map(({ path }) => path);
  expect(paths).toEqual(Object.keys(doorRules).sort());
});

it("a door opens to whom the rules name and to nobody else, and shows nobody a form that is not for them", async () => {
  const { cast, world } = scene;
  const pages = listDoors(pagesFolder).flatMap(({ path, kind }) => (kind === "page" ? [path] : []));
  const cells = Object.entries(doorRules)
    .filter(([, { who }]) => who !== "machines")
    .flatMap(([door, rule]) =>
      makeCells(door, rule, cast.callers, world).flatMap((cell): Cell[] => {
        if (!pages.includes(door) || rule.answers) return [cell];
        if (rule.who === "everybody" && !rule.acts)
          return isFirst(cell) ? [cell] : isOther(cell) ? [{ ...cell, isFlight: true }] : [];
        return asksAgain(cell) ? [cell, { ...cell, isFlight: true }] : [cell];
      }),
    );
  const wrong = await each(cells, look);
  expect(wrong.flat()).toEqual([]);
  expect(cells.length).toBeGreaterThan(1000);
}, 600_000);

it("a download is for whom its door is, however it is asked for", async () => {
  const { cast, world, portal } = scene;
  const isDownload = (door: string) => /\.(csv|html)$|\/(files|logos|collections)\/\[|\/qr\.svg$/.test(door);
  const doors = Object.entries(doorRules).filter(([door]) => isDownload(door));
  const cells = doors.flatMap(([door, rule]) => makeCells(door, rule, cast.callers, world));
  const bare: [string, Record<string, string>][] = [
    ["HEAD", {}],
    ["GET", { range: "bytes=0-99", "if-none-match": "*" }],
  ];
  const wrong = await each(cells, async ({ caller, door, path, expected, marks }) => {
    const found: string[] = [];
    for (const [method, more] of bare) {
      const headers = { ...scene.headersOf(caller), accept: "*/*", ...more };
      const answer = await ask(portal.port, { method, path, headers });
      const { "content-disposition": kept, "x-content-type-options": sniffed } = answer.headers;
      if (tellAnswer(answer) !== expected) found.push(`${tellAnswer(answer)}, not ${expected}`);
      if (sniffed !== "nosniff") found.push("its type may be guessed");
      if (expected === "shown" ? !kept : kept) found.push(`to be kept as ${kept}`);
      if (expected !== "shown") found.push(...marks.filter((mark) => answer.body.includes(mark)));
    }
    return found.map((what) => `${caller.name} at ${door} (${path}): ${what}`);
  });
  expect(wrong.flat()).toEqual([]);
  expect([doors.length, cells.length > 100]).toEqual([8, true]);
}, 300_000);

it("one's own data goes to oneself: for nobody else's form, and without what is another's", async () => {
  const { cast, world, portal } = scene;
  const owner = cast.callers.find(({ name }) => name === "seller owner") as Caller;
  const take = (caller: Caller, formKey: string) => {
    const headers = { ...scene.headersOf(caller), origin: portal.publicUrl };
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({ do: "export_data", formKey }).toString();
    return ask(portal.port, {
      method: "POST",
      path: "/account/export",
      headers: { ...headers, ...type },
      body,
    });
  };
  const formKey = keyFor("export data", owner, {}, cast.companies.seller);
  for (const caller of cast.callers.filter((one) => one !== owner))
    for (const key of ["", formKey]) {
      const { status, headers, body } = await take(caller, key);
      expect([caller.name, status, headers["content-disposition"], body]).toEqual([
        caller.name,
        303,
        undefined,
        "",
      ]);
    }
  const { status, headers, body } = await take(owner, formKey);
  expect([status, headers["content-disposition"]]).toEqual([200, 'attachment; filename="my-data.json"']);
  expect(body).toContain(cast.owners.seller.email);
  expect(body).not.toContain(nameOf("stranger"));
  expect(body).not.toContain(world.of.stranger.ticket);
});

it("in a demo another name of this machine leads to the portal's own, and any other host nowhere", async () => {
  const { port, publicUrl } = scene.portal;
  for (const host of [`127.0.0.1:${port}`, "[::1]", "127.9.9.9", "LOCALHOST:1"]) {
    const { status, headers } = await ask(port, { path: "/account?x=1", headers: { host } });
    expect([status, headers.location]).toEqual([308, `${publicUrl}/account?x=1`]);
    expect(headers["cache-control"]).toContain("no-store");
    expect((await ask(port, { method: "POST", path: "/account", headers: { host } })).status).toBe(400);
  }
  // No proxy stands before a demo, so that nobody may speak for one.
  const spoken = { host: "evil.test", "x-forwarded-host": new URL(publicUrl).host };
  for (const headers of [{ host: "evil.test" }, { host: "localhost.evil.test" }, spoken])
    expect((await ask(port, { path: "/", headers })).status).toBe(400);
  const lie = { host: new URL(publicUrl).host, "x-forwarded-host": "evil.test" };
  expect((await ask(port, { path: "/", headers: lie })).status).toBe(200);
});

/** What everybody sees is drawn whole for these two, and for some others as their scripts ask for it. */
const isFirst = ({ caller }: Cell) => caller.name === "anonymous" || caller.name === "seller owner";
const isOther = ({ caller }: Cell) => ["removed member", "partner owner", "operator"].includes(caller.name);

/** Whose refusals are looked at in that shape too, where more could slip through than is drawn. */
const asksAgain = ({ caller, whose, expected }: Cell) =>
  expected !== "shown" &&
  !/odd/.test(whose) &&
  (caller.name === "anonymous" || caller.company === "stranger");

/** Asks one question; what is wrong with the answer. */
async function look(cell: Cell): Promise<string[]> {
  const { caller, door, whose, path, expected, marks, isFlight } = cell;
  // A refusal that no browser asked for is spared the page that says so in full.
  const isSpare = isFlight || (expected === "nothing" && caller.name !== "seller owner");
  const headers = {
    ...scene.headersOf(caller),
    ...(isSpare && { accept: "*/*" }),
    ...(isFlight && { rsc: "1" }),
  };
  const asked = isFlight ? `${path}${path.includes("?") ? "&" : "?"}_rsc` : path;
  const answer = await ask(scene.portal.port, { path: asked, headers });
  const told = isFlight ? tellFlight(answer) : tellAnswer(answer);
  const keys = readKeys(answer.body);
  const acts = told === "shown" && caller.company ? doorRules[door]?.acts : undefined;
  const found = [
    ...(told === expected ? [] : [`${told} instead of ${expected}`]),
    ...(told === "shown"
      ? []
      : marks.filter((mark) => answer.body.includes(mark)).map((mark) => `says ${mark}`)),
    ...keys.filter((key) => !mayPress(caller, key)).map(({ act }) => `offers "${act}"`),
    ...(acts && !isFlight && !keys.some(({ act }) => acts.includes(act)) ? [`offers none of "${acts}"`] : []),
  ];
  return found.map(
    (what) =>
      `${caller.name} at ${door} (${whose || "nothing named"}, ${path}${isFlight ? ", flight" : ""}): ${what}`,
  );
}
