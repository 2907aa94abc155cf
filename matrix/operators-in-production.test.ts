import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { ownDatabase } from "@/db/testing";
import { makeOperator } from "@/lib/accounts/make-operator";
import { codeOf } from "@/lib/accounts/second-factor.testing";
import { keyFor, namesOf } from "./act-tries";
import { type Answer, ask, each } from "./ask";
import { callAction, type Fields, sendForm, tell } from "./call-action";
import { makeCells } from "./door-cells";
import { doorRules } from "./door-rules";
import { fillInput } from "./fill-input";
import { listActs } from "./list-acts";
import { type Caller, type Cast, makeCast } from "./make-cast";
import { makeWorld, type World } from "./make-things";
import type { Scene } from "./open-scene";
import { mayPress, tellAnswer, tellFlight } from "./read-answer";
import { listActions } from "./read-build";
import { changesOf } from "./read-rows";
import { productionOrigin as origin, pagesFolder, startInProduction, type startPortal } from "./start-portal";

const setUp = "moved to /account/second-factor?needed=1";
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
/** What a browser behind the proxy sends, each time from somewhere else. */
function headersOf({ cookie }: Pick<Caller, "cookie">) {
  asked++;
  const from = { "x-forwarded-for": `198.51.${asked >> 8}.${asked & 255}`, "x-forwarded-proto": "https" };
  return { host: "portal.test", origin, accept: "text/html,*/*", cookie, ...from };
}
const get = (caller: Caller, path: string, more: Record<string, string> = {}) =>
  ask(portal.port, { path, headers: { ...headersOf(caller), ...more } });

function press(caller: Caller, name: string, act: Parameters<typeof keyFor>[0], fields: Fields) {
  const action = listActions(pagesFolder).find((one) => one.name === name);
  if (!action) throw new Error(`there is no ${name}`);
  const formKey = keyFor(act, caller, {}, caller.company ? cast.companies[caller.company] : "");
  return sendForm(portal.port, action, { ...fields, formKey }, headersOf(caller));
}

/** The browser after an answer: it keeps the cookie of a session. */
async function keep(caller: Caller, { headers }: Answer): Promise<Caller> {
  const [, session] = /(__Host-portal-session=[^;]+)/.exec(String(headers["set-cookie"])) ?? [];
  if (!session) throw new Error("nobody was signed in");
  const [row] = await asFounder((tx) =>
    tx.select({ id: sessions.id }).from(sessions).orderBy(desc(sessions.id)).limit(1),
  );
  const cookie = `${caller.cookie.split(";", 1)[0]}; ${session}`;
  const staff = { company: "operator", kind: "operator", role: "owner" } as const;
  return { ...caller, ...staff, name: "the new operator", cookie, sessionId: row?.id ?? null };
}

/** Whoever the command makes an operator, once they have set a password by the printed link. */
async function firstOperator() {
  const { href } = await makeOperator("boss@market.test");
  const nobody = cast.callers.find(({ name }) => name === "anonymous") as Caller;
  const path = new URL(href).pathname;
  expect((await get(nobody, path)).status).toBe(200);
  const token = path.split("/").at(-1) ?? "";
  const password = "a long way to the harbour";
  return keep(nobody, await press(nobody, "resetPasswordAction", "reset password", { token, password }));
}

/** What each door that is for the operator tells them, drawn and for scripts; their account and a tester's report are anybody's. */
function tellDoors(caller: Caller, only?: string[]) {
  const cells = Object.entries(doorRules)
    .filter(
      ([door, { who }]) =>
        (who === "members" || who === "operators") && !/^\/(account|api|first-call)\b/.test(door),
    )
    .flatMap(([door, rule]) => makeCells(door, rule, [caller], world))
    .filter(({ expected, door }) => expected === "shown" && (!only || only.includes(door)));
  return each(cells, async ({ path }) => {
    const flight = `${path}${path.includes("?") ? "&" : "?"}_rsc`;
    const drawn = tellAnswer(await get(caller, path));
    return [path, drawn, tellFlight(await get(caller, flight, { rsc: "1", accept: "*/*" }))];
  });
}

/** What each act of the operator answers, on things of others that are there. */
async function tellActs(caller: Caller) {
  const scene = { cast, world } as Scene;
  const acts = (await listActs()).filter(
    ({ right }) => mayPress(caller, { act: right }) && !mayPress({ ...caller, kind: null }, { act: right }),
  );
  return each(acts, async (act) => {
    const names = namesOf(scene, "seller");
    const formKey = keyFor(act.right, caller, names, cast.companies.operator);
    const fields = { ...fillInput(act.input, names), formKey };
    return [act.name, tell(await callAction(portal.port, act, fields, headersOf(caller)))];
  });
}

it("in production whoever is made an operator sets a second factor up first, and until then does nothing else", async () => {
  const operator = await firstOperator();
  const closed = await tellDoors(operator);
  expect(closed.filter(([, ...told]) => told.some((one) => one !== setUp))).toEqual([]);
  expect(closed.length).toBeGreaterThan(25);
  let acts: string[][] = [];
  const changed = await changesOf(async () => {
    acts = await tellActs(operator);
  });
  expect([acts.filter(([, told]) => told !== "not_allowed"), changed]).toEqual([[], []]);
  expect(acts.length).toBeGreaterThan(30);
  // Their own account is theirs, and says why they are here.
  expect(tellAnswer(await get(operator, "/account"))).toBe("shown");
  expect((await get(operator, "/account/second-factor?needed=1")).body).toContain("second factor");

  const begun = await press(operator, "beginSecondFactorAction", "begin second factor", { do: "begin" });
  expect(begun.status).toBe(303);
  const isThem = eq(people.email, "boss@market.test");
  const [row] = await asFounder((tx) => tx.select({ id: people.id }).from(people).where(isThem));
  const passcode = await codeOf(row?.id ?? "", 0);
  const done = await press(operator, "confirmSecondFactorAction", "confirm second factor", {
    do: "confirm",
    passcode,
  });
  expect(done.status).toBe(200);
  const some = ["/operator", "/operator/tickets/[id]", "/help/[id]/files/[fileId]", "/team"];
  const open = await tellDoors(operator, some);
  expect(open.filter(([, ...told]) => told.some((one) => one !== "shown"))).toEqual([]);
  expect(open.length).toBeGreaterThan(some.length - 1);
}, 300_000);
