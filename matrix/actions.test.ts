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
import type { Caller } from "./make-cast";
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
  for (const act of acts) {
    const tries = makeTries(scene, act);
    const changed = await changesOf(async () => {
      const answers = await each(tries, ({ send }) => send());
      for (const [at, { name, expected }] of tries.entries())
        if (!expected.test(answers[at] ?? "")) wrong.push(`${act.name}, ${name}: ${answers[at]}`);
    });
    if (changed.length > 0) wrong.push(`${act.name} changed ${changed}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

it("an action is open to whom the table of rights names, who still reaches nothing of anybody else's", async () => {
  const wrong: string[] = [];
  const victims = namesOf(scene, "stranger");
  for (const act of acts) {
    const callers = scene.cast.callers.filter(
      (one) => one.company !== "stranger" && mayPress(one, { act: act.right }),
    );
    const reached = await changesOf(async () => {
      const answers = await each(callers, async (caller) => {
        const fresh = await sameAgain(caller);
        const organisationId = caller.company ? scene.cast.companies[caller.company] : "";
        const formKey = keyFor(act.right, fresh, victims, organisationId);
        const headers = { ...scene.headersOf(fresh), origin: scene.portal.publicUrl };
        const fields = { ...fillInput(act.input, victims), formKey };
        return tell(await callAction(scene.portal.port, act, fields, headers));
      });
      for (const [at, { name }] of callers.entries())
        if (/^(not_allowed|sign_in_again|unavailable|\d+)$/.test(answers[at] ?? ""))
          wrong.push(`${act.name} for ${name}: ${answers[at]}`);
    }, scene.cast.companies.stranger);
    // The marketplace's staff act on anybody's things.
    const isForStaff = callers.every(({ kind }) => kind === "operator");
    if (reached.length > 0 && !isForStaff) wrong.push(`${act.name} reached what is another's: ${reached}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

/** Somebody else of the same company and role: what the act does to them harms no other question. */
async function sameAgain(caller: Caller): Promise<Caller> {
  if (!caller.company || !caller.role) return caller;
  const organisationId = scene.cast.companies[caller.company];
  const { sessionId, personId } = await makeActor({ organisationId, role: caller.role });
  const isThem = eq(people.id, personId);
  await asFounder((tx) => tx.update(people).set({ passwordHash }).where(isThem));
  const visitor = caller.cookie.split(";", 1)[0];
  const cookie = `${visitor}; ${sessionCookieName()}=${await encodeSession(sessionId)}`;
  return { ...caller, sessionId, cookie };
}
