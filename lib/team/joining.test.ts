import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { makeActor, rolledBack } from "@/db/testing";
import {
  join as addMember,
  ask,
  freshEmail,
  makeMember,
  makeVisitor,
  password,
} from "../accounts/act.testing";
import { findViewer } from "../accounts/find-actor";
import { codeOf, setUpSecondFactor } from "../accounts/second-factor.testing";
import { signIn } from "../accounts/sign-in";
import { moveClock } from "../clock";
import { findTeamInvitation } from "./find-team-invitation";
import { joinAsNewcomer } from "./join-as-newcomer";
import { joinOrganisation } from "./join-organisation";
import { joinWithPassword } from "./join-with-password";
import {
  accept,
  formOf,
  invite,
  invitedToken,
  join,
  kindsTo,
  makeTeam,
  newcomerPassword,
  personWith,
  remove,
  roleOf,
  trailOf,
} from "./team-scene.testing";

afterEach(() => moveClock(0));

const expired = { ok: false, code: "expired" };
const withPassword = (token: string, typed: string, passcode?: string) =>
  joinWithPassword(makeVisitor("join with password"), { token, password: typed, passcode });

/** An owner who has invited somebody, and the token of that letter. */
async function invited(email = freshEmail()) {
  const team = await makeTeam();
  await invite(team.owner, email);
  return { ...team, email, token: await invitedToken(email) };
}

/** A password that everybody uses, and one made of the account's own words. */
const unfit = [
  ["password2026", "password_common"],
  ["Seller portal 1", "password_own"],
] as const;

describe("joining without an account", () => {
  it(
    "takes no password that is guessed first, and keeps the invitation open",
    rolledBack(async () => {
      const { token } = await invited();
      for (const [typed, why] of unfit) {
        const form = makeVisitor("join as newcomer");
        const result = await joinAsNewcomer(form, { token, name: "Grace", password: typed });
        expect(result).toEqual({ ok: false, code: "invalid", fields: { password: why } });
      }
      expect(await join(token)).toMatchObject({ ok: true });
    }),
  );

  it(
    "makes person and membership, signs in, and tells the owners",
    rolledBack(async () => {
      const { owner, second, editor, email, token } = await invited();
      const joined = await join(token);
      expect(joined).toMatchObject({ ok: true, view: { goTo: "/team?done=joined" } });
      const person = await personWith(email);
      expect(await roleOf(owner, person?.id)).toBe("editor");
      expect(person).toMatchObject({ name: "Grace", email });
      expect(person?.passwordHash).toMatch(/^\$argon2id\$/);
      const sessionId = joined.ok ? joined.view.sessionId : "";
      expect(await findViewer(sessionId)).toMatchObject({
        email,
        organisation: { id: owner.organisationId, role: "editor" },
      });
      expect(await kindsTo(owner.email)).toEqual(["member-joined"]);
      expect(await kindsTo(second.email)).toEqual(["member-joined"]);
      expect(await kindsTo(editor.email)).toEqual([]);
      expect(
        await signIn(makeVisitor("sign in"), { email, password: newcomerPassword, next: "" }),
      ).toMatchObject({ ok: true });
      const trail = await trailOf(owner);
      expect(trail.types).toEqual(["team_invitation.created", "person.signed_up", "member.joined"]);
      for (const secret of [token, newcomerPassword]) expect(trail.text).not.toContain(secret);
    }),
  );

  it(
    "works once, within 72 hours, and leaves nobody behind when it fails",
    rolledBack(async () => {
      const { email, token } = await invited();
      expect(await join("no such token")).toMatchObject({ code: "not_found" });
      moveClock(72 * 3600 + 10);
      expect(await join(token)).toMatchObject(expired);
      expect(await personWith(email)).toBeUndefined();
      moveClock(0);
      expect(await join(token)).toMatchObject({ ok: true });
      expect(await join(token)).toMatchObject(expired);
      expect(await findTeamInvitation(token)).toMatchObject({ isOpen: false, holder: "member" });
    }),
  );

  it(
    "never touches an account that came into being meanwhile, nor takes a form twice",
    rolledBack(async () => {
      const email = freshEmail();
      const { owner, token } = await invited(email);
      const member = await makeMember(email);
      const hash = (await personWith(email))?.passwordHash;
      expect(await join(token)).toMatchObject({ code: "stale" });
      expect((await personWith(email))?.passwordHash).toBe(hash);
      expect(await roleOf(owner, member.personId)).toBeUndefined();
      const other = await invited();
      const form = makeVisitor("join as newcomer");
      const typed = { token: other.token, name: "Grace", password: newcomerPassword };
      expect(await joinAsNewcomer(form, typed)).toMatchObject({ ok: true });
      expect((await joinAsNewcomer(form, typed)).ok).toBe(false);
    }),
  );
});

describe("joining as somebody signed in", () => {
  it(
    "needs the invited address, however it was written, and shows the team from then on",
    rolledBack(async () => {
      const asked = await makeActor({ kind: "partner" });
      const { owner, stranger, token } = await invited(asked.email.toUpperCase());
      expect(await accept(stranger, token)).toMatchObject({ code: "not_allowed" });
      expect(await roleOf(owner, stranger.personId)).toBeUndefined();
      expect(await accept(asked, token)).toEqual({
        ok: true,
        view: { goTo: "/team?done=joined", isFrameStale: true },
      });
      expect(await findViewer(asked.sessionId)).toMatchObject({
        organisation: { id: owner.organisationId, role: "editor" },
        organisations: [{ id: asked.organisationId }, { id: owner.organisationId }],
      });
      expect(await accept(asked, token)).toMatchObject(expired);
      expect((await trailOf(owner)).types).toEqual(["team_invitation.created", "member.joined"]);
    }),
  );

  it(
    "needs a live session and an unused form, and raises nobody's role",
    rolledBack(async () => {
      const asked = await makeActor();
      const { owner, token } = await invited(asked.email);
      await ask(sql`update sessions set ended_at = now() where id = ${asked.sessionId}`);
      expect(await accept(asked, token)).toMatchObject({ code: "sign_in_again" });
      await ask(sql`update sessions set ended_at = null where id = ${asked.sessionId}`);
      // They came in another way meanwhile.
      await addMember(owner.organisationId, asked.personId, "viewer");
      const form = formOf(asked, "join organisation");
      expect(await joinOrganisation(form, { token })).toMatchObject({ ok: true });
      expect(await joinOrganisation(form, { token })).toMatchObject(expired);
      expect(await roleOf(owner, asked.personId)).toBe("viewer");
    }),
  );
});

describe("joining with an account that belongs nowhere", () => {
  it(
    "takes its password, and signs in",
    rolledBack(async () => {
      const { owner, email, token: first } = await invited();
      expect(await join(first)).toMatchObject({ ok: true });
      const personId = (await personWith(email))?.id ?? "";
      await remove(owner, personId);
      await invite(owner, email);
      const token = await invitedToken(email);
      expect(await findTeamInvitation(token)).toMatchObject({ holder: "alone" });
      expect(
        await signIn(makeVisitor("sign in"), { email, password: newcomerPassword, next: "" }),
      ).toMatchObject({
        code: "not_found",
      });
      expect(await withPassword(token, "not the password")).toMatchObject({
        code: "invalid",
        fields: { password: "wrong_password" },
      });
      expect(await roleOf(owner, personId)).toBeUndefined();
      const joined = await withPassword(token, newcomerPassword);
      expect(joined).toMatchObject({ ok: true, view: { goTo: "/team?done=joined" } });
      expect(await findViewer(joined.ok ? joined.view.sessionId : "")).toMatchObject({
        organisation: { id: owner.organisationId },
      });
      expect(await withPassword(token, newcomerPassword)).toMatchObject(expired);
      const trail = await trailOf(owner);
      expect(trail.types.slice(-3)).toEqual(["member.removed", "team_invitation.created", "member.joined"]);
      for (const secret of [token, newcomerPassword]) expect(trail.text).not.toContain(secret);
    }),
  );

  it(
    "asks for the second factor too, and its code counts once",
    rolledBack(async () => {
      const member = await makeMember();
      await setUpSecondFactor(member);
      const { owner, token } = await invited(member.email);
      const refused = (field: string) => ({ code: "invalid", fields: { passcode: field } });
      for (const nothing of [undefined, ""])
        expect(await withPassword(token, password, nothing)).toMatchObject(refused("required"));
      expect(await withPassword(token, password, "no code")).toMatchObject(refused("wrong_passcode"));
      const code = await codeOf(member.personId);
      expect(await withPassword(token, "not the password", code)).toMatchObject({
        fields: { password: "wrong_password" },
      });
      expect(await roleOf(owner, member.personId)).toBeUndefined();
      expect(await withPassword(token, password, code)).toMatchObject({ ok: true });
      expect(await roleOf(owner, member.personId)).toBe("editor");
      const { token: another } = await invited(member.email);
      expect(await withPassword(another, password, code)).toMatchObject(refused("wrong_passcode"));
    }),
  );

  it(
    "answers an address without an account like a wrong password, and shows the team to one with others",
    rolledBack(async () => {
      const { token } = await invited();
      expect(await withPassword(token, password)).toMatchObject({ code: "invalid" });
      const member = await makeMember();
      const { owner, token: theirs } = await invited(member.email);
      const joined = await withPassword(theirs, password);
      expect(await findViewer(joined.ok ? joined.view.sessionId : "")).toMatchObject({
        organisation: { id: owner.organisationId },
        organisations: [{ id: member.organisationId }, { id: owner.organisationId }],
      });
    }),
  );
});
