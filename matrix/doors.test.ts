import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, each } from "./ask";
import { type Cell, makeCells } from "./door-cells";
import { doorRules } from "./door-rules";
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
