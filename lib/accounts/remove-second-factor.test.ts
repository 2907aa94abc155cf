import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { makeActor, ownDatabase, withFormKey } from "@/db/testing";
import { ask, atOnce, eventsOf, lettersTo, makeMember, makeVisitor, password } from "./act.testing";
import type { Actor } from "./actor";
import { findViewer } from "./find-actor";
import { findSecondFactor } from "./find-second-factor";
import { removeLostFactor } from "./remove-lost-factor";
import { removeSecondFactor } from "./remove-second-factor";
import { setUpSecondFactor } from "./second-factor.testing";
import { signIn } from "./sign-in";

beforeAll(() => ownDatabase());

const reason = "Called back at the number in the contract.";
const remove = (desk: Actor, organisationId: string, email: string) =>
  removeSecondFactor(
    withFormKey(desk, { act: "remove second factor", offered: { organisation: [organisationId] } }),
    { email, reason },
  );

describe("removing somebody's second factor", () => {
  test("takes it away with its codes, ends their sessions, tells them why, and the password opens again", async () => {
    const [desk, member] = [await makeActor({ kind: "operator" }), await makeMember()];
    await setUpSecondFactor(member);
    const { organisationId, email, personId } = member;
    const results = await atOnce(3, () => remove(desk, organisationId, email.toUpperCase()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findSecondFactor(member, "Portal")).toEqual({ since: null, codesLeft: 0, draft: null });
    expect(await findViewer(member.sessionId)).toBeNull();
    const letter = (await lettersTo(email)).at(-1);
    expect(letter).toMatchObject({ kind: "second-factor-removed" });
    expect(letter?.text).toContain(reason);
    expect((await eventsOf(desk.personId)).types).toEqual(["person.second_factor_removed"]);
    const entered = await signIn(makeVisitor("sign in"), { email, password, next: "" });
    expect(entered).toMatchObject({ ok: true, view: { sessionId: expect.any(String) } });
    expect((await eventsOf(personId)).types).not.toContain("person.second_factor_removed");
  });

  test("is answered alike for members of others, people without one, nobody, and oneself", async () => {
    const [desk, member, stranger] = [
      await makeActor({ kind: "operator" }),
      await makeMember(),
      await makeMember(),
    ];
    await setUpSecondFactor(stranger);
    await setUpSecondFactor({ ...member, ...desk });
    const gone = { ok: false, code: "not_found" };
    for (const email of [stranger.email, member.email, "nobody@people.test"])
      expect(await remove(desk, member.organisationId, email)).toEqual(gone);
    expect(await remove(desk, desk.organisationId, desk.email)).toEqual(gone);
    expect((await findSecondFactor(stranger, "Portal")).codesLeft).toBe(10);
  });

  test("is for operators who may act alone", async () => {
    const member = await makeMember();
    await setUpSecondFactor(member);
    for (const actor of [
      await makeActor(),
      await makeActor({ organisationId: member.organisationId }),
      await makeActor({ kind: "operator", role: "viewer" }),
    ])
      expect(await remove(actor, member.organisationId, member.email)).toMatchObject({ code: "not_allowed" });
  });
});

describe("removing it from the command line", () => {
  test("takes it away from an operator who lost it, once, with event and letter; from nobody else", async () => {
    const [operator, member] = [await makeMember(), await makeMember()];
    await ask(sql`update organisations set kind = 'operator' where id = ${operator.organisationId}`);
    await setUpSecondFactor(operator);
    await setUpSecondFactor(member);
    const results = await atOnce(3, () => removeLostFactor(operator.email.toUpperCase()));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await findSecondFactor(operator, "Portal")).toEqual({ since: null, codesLeft: 0, draft: null });
    expect(await findViewer(operator.sessionId)).toBeNull();
    expect((await lettersTo(operator.email)).at(-1)?.kind).toBe("second-factor-removed");
    const events = await ask(
      sql`select actor_name from events where type = 'person.second_factor_removed' and organisation_id = ${operator.organisationId}`,
    );
    expect(events).toEqual([{ actor_name: "npm run operator" }]);
    expect(await removeLostFactor(member.email)).toBe(false);
    expect((await findSecondFactor(member, "Portal")).codesLeft).toBe(10);
  });
});
