import { beforeAll, describe, expect, test } from "vitest";
import { makeActor, ownDatabase, withFormKey } from "@/db/testing";
import {
  atOnce,
  eventsOf,
  lettersTo,
  makeMember,
  makeSession,
  makeVisitor,
  password,
  withForm,
} from "./act.testing";
import type { Actor } from "./actor";
import { findViewer } from "./find-actor";
import { signIn } from "./sign-in";
import { signOutForOthers } from "./sign-out-for-others";

beforeAll(() => ownDatabase());

const reason = "Their telephone was stolen; they called.";
const formAt = (desk: Actor, organisationId: string) =>
  withFormKey(desk, { act: "sign out for others", offered: { organisation: [organisationId] } });

describe("signing a member out for them", () => {
  test("ends every session of theirs at once and no other, tells them why, and the password opens again", async () => {
    const [desk, member, other] = [
      await makeActor({ kind: "operator" }),
      await makeMember(),
      await makeMember(),
    ];
    const elsewhere = await makeSession(member.personId);
    const { email, organisationId } = member;
    const form = formAt(desk, organisationId);
    const results = await atOnce(4, () => signOutForOthers(form, { email: email.toUpperCase(), reason }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "stale")).toHaveLength(3);
    for (const id of [member.sessionId, elsewhere]) expect(await findViewer(id)).toBeNull();
    for (const id of [other.sessionId, desk.sessionId]) expect(await findViewer(id)).not.toBeNull();
    const [letter, ...more] = await lettersTo(email);
    expect([letter?.kind, more]).toEqual(["signed-out", []]);
    expect(letter?.text).toContain(reason);
    const { types, text } = await eventsOf(desk.personId);
    expect(types).toEqual(["person.signed_out"]);
    for (const id of [member.sessionId, elsewhere]) expect(text).not.toContain(id);
    expect(await signIn(makeVisitor("sign in"), { email, password, next: "" })).toMatchObject({ ok: true });
  });

  test("is harmless where nobody is signed in, and again from another form", async () => {
    const [desk, member] = [await makeActor({ kind: "operator" }), await makeMember()];
    const { email, organisationId } = member;
    for (const _ of ["once", "again"])
      expect(await signOutForOthers(formAt(desk, organisationId), { email, reason })).toMatchObject({
        ok: true,
      });
    expect(await findViewer(member.sessionId)).toBeNull();
  });

  test("is answered alike for members of others, nobody, and oneself", async () => {
    const [desk, member, stranger] = [
      await makeActor({ kind: "operator" }),
      await makeMember(),
      await makeMember(),
    ];
    const gone = { ok: false, code: "not_found" };
    for (const email of [stranger.email, "nobody@people.test", desk.email])
      expect(await signOutForOthers(formAt(desk, member.organisationId), { email, reason })).toEqual(gone);
    expect(await signOutForOthers(formAt(desk, desk.organisationId), { email: desk.email, reason })).toEqual(
      gone,
    );
    expect(await findViewer(stranger.sessionId)).not.toBeNull();
  });

  test("is for operators who may act", async () => {
    const member = await makeMember();
    const { email, organisationId } = member;
    for (const actor of [
      await makeActor(),
      await makeActor({ organisationId }),
      await makeActor({ kind: "operator", role: "viewer" }),
    ])
      expect(await signOutForOthers(formAt(actor, organisationId), { email, reason })).toMatchObject({
        code: "not_allowed",
      });
    const borrowed = { ...withForm(member, "sign out for others"), organisationId };
    expect(await signOutForOthers(borrowed, { email, reason })).toMatchObject({ ok: false });
    expect(await findViewer(member.sessionId)).not.toBeNull();
  });
});
