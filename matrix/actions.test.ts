import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor } from "@/db/testing";
import { hashPassword } from "@/lib/accounts/password";
import { encodeSession, sessionCookieName } from "@/lib/accounts/session-cookie";
import { exported } from "@/lib/actions.testing";
import { keyFor, makeTries, namesOf } from "./act-tries";
import { each } from "./ask";
import { callAction, tell } from "./call-action";
import { fillInput } from "./fill-input";
import { type Act, listActs } from "./list-acts";
import type { Caller, Company } from "./make-cast";
import { openScene, type Scene } from "./open-scene";
import { mayPress } from "./read-answer";
import { changesOf } from "./read-rows";

let scene: Scene;
let acts: Act[];
let passwordHash: string;
beforeAll(async () => {
  scene = await openScene();
  acts = await listActs();
  passwordHash = await hashPassword("not the one that is typed");
  await asFounder((tx) => tx.update(people).set({ passwordHash }));
}, 300_000);
afterAll(() => scene?.portal.stop());

it("the build's server actions are those of the sources, all of them", () => {
  expect(acts.map(({ name }) => name).sort()).toEqual(exported.map(({ name }) => name).sort());
});

it("an action called by hand changes nothing for whom it is not, nor with a form not made for its sender", async () => {
  const wrong: string[] = [];
  for (const some of inGroups(acts)) {
    const changed = await changesOf(async () => {
      for (const act of some) {
        const tries = makeTries(scene, act);
        const answers = await each(tries, ({ send }) => send());
        for (const [at, { name, expected }] of tries.entries())
          if (!expected.test(answers[at] ?? "")) wrong.push(`${act.name}, ${name}: ${answers[at]}`);
      }
    });
    if (changed.length > 0) wrong.push(`one of ${some.map(({ name }) => name)} changed ${changed}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

it("an action is open to whom the table of rights names, who still reaches nothing of anybody else's", async () => {
  const wrong: string[] = [];
  const victims = namesOf(scene, "stranger");
  const callersOf = (act: Act) =>
    scene.cast.callers.filter((one) => one.company !== "stranger" && mayPress(one, { act: act.right }));
  const press = async (act: Act) => {
    const callers = callersOf(act);
    const answers = await each(callers, async (caller) => {
      const fresh = await sameAgain(caller);
      const organisationId = caller.company ? scene.cast.companies[caller.company] : (caller.stoppedIn ?? "");
      const formKey = keyFor(act.right, fresh, victims, organisationId);
      const headers = { ...scene.headersOf(fresh), origin: scene.portal.publicUrl };
      const fields = { ...fillInput(act.input, victims), formKey };
      return tell(await callAction(scene.portal.port, act, fields, headers));
    });
    for (const [at, { name }] of callers.entries())
      if (/^(not_allowed|sign_in_again|unavailable|\d+)$/.test(answers[at] ?? ""))
        wrong.push(`${act.name} for ${name}: ${answers[at]}`);
  };
  // The marketplace's staff act on anybody's things.
  const isForStaff = (act: Act) => callersOf(act).every(({ kind }) => kind === "operator");
  for (const act of acts.filter(isForStaff)) await press(act);
  for (const some of inGroups(acts.filter((act) => !isForStaff(act)))) {
    const reached = await changesOf(async () => {
      for (const act of some) await press(act);
    }, scene.cast.companies.stranger);
    if (reached.length > 0)
      wrong.push(`one of ${some.map(({ name }) => name)} reached what is another's: ${reached}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

/** So many at a time that comparing the whole database costs less than what is compared. */
function inGroups(all: Act[]) {
  const size = 8;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

/** Somebody else of the same company and role: what the act does to them harms no other question. */
async function sameAgain(caller: Caller): Promise<Caller> {
  const { company, stoppedIn, role } = caller;
  if (!stoppedIn && (!company || !role)) return caller;
  const organisationId = stoppedIn ?? scene.cast.companies[company as Company];
  const { sessionId, personId } = await makeActor({ organisationId, role: role ?? "owner" });
  const isThem = eq(people.id, personId);
  await asFounder((tx) => tx.update(people).set({ passwordHash }).where(isThem));
  const visitor = caller.cookie.split(";", 1)[0];
  const cookie = `${visitor}; ${sessionCookieName()}=${await encodeSession(sessionId)}`;
  return { ...caller, sessionId, cookie };
}
