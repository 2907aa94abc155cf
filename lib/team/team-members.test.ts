import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { makeActor, makeMember, makeOrganisation, makeSession, rolledBack, viewerOf } from "@/db/testing";
import { ask, freshEmail } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { changeLanguage } from "../accounts/change-language";
import { findViewer } from "../accounts/find-actor";
import { moveClock, now } from "../clock";
import { changeRole } from "./change-role";
import { findTeam, judgeSeen } from "./find-team";
import { leaveOrganisation } from "./leave-organisation";
import { removeMember } from "./remove-member";
import {
  formOf,
  giveRole,
  invitationsOf,
  invite,
  kindsTo,
  makeTeam,
  remove,
  roleOf,
  rolesIn,
  trailOf,
} from "./team-scene.testing";

afterEach(() => moveClock(0));

const leave = (actor: Actor) => leaveOrganisation(formOf(actor, "leave organisation"));
const done = (what: string) => ({ ok: true, view: { goTo: `/team?done=${what}` } });

describe("the team", () => {
  it(
    "is seen by each of its members, owners first, and by nobody else",
    rolledBack(async () => {
      const { owner, second, editor, viewer, stranger } = await makeTeam();
      const { members } = await findTeam(viewerOf(viewer));
      expect(members.map(({ role }) => role)).toEqual(["owner", "owner", "editor", "viewer"]);
      expect(members.map(({ id }) => id).sort()).toEqual(
        [owner, second, editor, viewer].map(({ personId }) => personId).sort(),
      );
      expect(members.filter(({ isViewer }) => isViewer).map(({ id }) => id)).toEqual([viewer.personId]);
      expect(members.every(({ seen }) => seen === "day")).toBe(true);
      expect((await findTeam(viewerOf(stranger))).members).toHaveLength(1);
    }),
  );

  it("says coarsely when somebody was there", () => {
    const at = (days: number) => new Date(now().getTime() - days * 86_400_000);
    const seen = [0.5, 2, 20, 40].map((days) => judgeSeen(at(days), now()));
    expect([...seen, judgeSeen(null, now())]).toEqual(["day", "week", "month", "longer", "longer"]);
  });
});

describe("changing a role", () => {
  it(
    "counts at once, is told and recorded; the same role once more changes nothing",
    rolledBack(async () => {
      const { owner, second, viewer } = await makeTeam();
      expect(await giveRole(owner, viewer.personId, "editor")).toEqual(done("changed"));
      expect(await giveRole(owner, viewer.personId, "editor")).toEqual(done("changed"));
      expect(await roleOf(viewer)).toBe("editor");
      expect(await findViewer(viewer.sessionId)).toMatchObject({ organisation: { role: "editor" } });
      expect(await kindsTo(viewer.email)).toEqual(["role-changed"]);
      expect(await kindsTo(second.email)).toEqual([]);
      expect((await trailOf(owner)).types).toEqual(["member.role_changed"]);
    }),
  );

  it(
    "is for owners, never for one's own, and finds nobody of another team",
    rolledBack(async () => {
      const { owner, second, editor, viewer, stranger } = await makeTeam();
      for (const actor of [editor, viewer])
        expect(await giveRole(actor, viewer.personId, "owner")).toMatchObject({ code: "not_allowed" });
      expect(await giveRole(editor, editor.personId, "owner")).toMatchObject({ code: "not_allowed" });
      expect(await giveRole(owner, owner.personId, "viewer")).toMatchObject({
        code: "not_allowed",
        facts: { who: second.name },
      });
      const foreign = await giveRole(owner, stranger.personId, "viewer");
      expect(foreign).toMatchObject({ code: "not_found" });
      expect(await giveRole(owner, "00000000-0000-7000-8000-000000000000", "viewer")).toEqual(foreign);
      const unasked = formOf(owner, "change role", "memberId", editor.personId);
      expect(await changeRole(unasked, { memberId: viewer.personId, role: "owner" })).toEqual(foreign);
      expect([...(await rolesIn(owner)).values()].sort()).toEqual(["editor", "owner", "owner", "viewer"]);
    }),
  );

  it(
    "to or from owner asks for the password again, and tells the other owners",
    rolledBack(async () => {
      const { owner, second, editor, viewer } = await makeTeam();
      moveClock(700);
      expect(await giveRole(owner, editor.personId, "owner")).toMatchObject({ code: "sign_in_again" });
      expect(await giveRole(owner, second.personId, "viewer")).toMatchObject({ code: "sign_in_again" });
      expect(await giveRole(owner, viewer.personId, "editor")).toMatchObject({ ok: true });
      const back = { ...owner, sessionId: (await makeSession({ id: owner.personId })).id };
      expect(await giveRole(back, editor.personId, "owner")).toMatchObject({ ok: true });
      expect(await roleOf(editor)).toBe("owner");
      expect(await kindsTo(second.email)).toEqual(["role-changed"]);
      const form = formOf(back, "change role", "memberId", second.personId);
      const input = { memberId: second.personId, role: "viewer" as const };
      expect(await changeRole(form, input)).toMatchObject({ ok: true });
      expect(await changeRole(form, input)).toMatchObject({ code: "stale" });
    }),
  );
});

describe("removing a member", () => {
  it(
    "signs out the browsers that show this team and no others, tells them, and leaves the rest",
    rolledBack(async () => {
      const { owner, second, editor } = await makeTeam();
      const elsewhere = await makeOrganisation({ kind: "partner" });
      moveClock(5);
      await makeMember({ id: editor.personId }, elsewhere, { role: "owner" });
      const other = await makeSession({ id: editor.personId }, elsewhere);
      const undecided = await makeSession({ id: editor.personId });
      expect(await remove(owner, editor.personId)).toEqual(done("removed"));
      expect(await roleOf(editor)).toBeUndefined();
      expect(await findViewer(editor.sessionId)).toBeNull();
      // Without a choice it showed the team they joined first.
      expect(await findViewer(undecided.id)).toBeNull();
      expect(await findViewer(other.id)).toMatchObject({
        organisation: { id: elsewhere.id },
        organisations: [{ id: elsewhere.id }],
      });
      const act = { ...formOf(editor, "change language"), sessionId: other.id };
      expect(await changeLanguage(act, { language: "fr" })).toMatchObject({ ok: true });
      expect(await kindsTo(editor.email)).toEqual(["member-removed"]);
      expect(await kindsTo(second.email)).toEqual(["member-gone"]);
      expect(await kindsTo(owner.email)).toEqual([]);
      expect((await trailOf(owner)).types).toEqual(["member.removed"]);
    }),
  );

  it(
    "is for owners, never of oneself, and happens once",
    rolledBack(async () => {
      const { owner, editor, viewer, stranger } = await makeTeam();
      for (const actor of [editor, viewer])
        expect(await remove(actor, viewer.personId)).toMatchObject({ code: "not_allowed" });
      const foreign = await remove(owner, stranger.personId);
      expect(foreign).toMatchObject({ code: "not_found" });
      expect(await remove(owner, owner.personId)).toEqual(foreign);
      const form = formOf(owner, "remove member", "memberId", viewer.personId);
      expect(await removeMember(form, { memberId: viewer.personId })).toMatchObject({ ok: true });
      expect(await removeMember(form, { memberId: viewer.personId })).toMatchObject({ code: "stale" });
      expect((await rolesIn(owner)).size).toBe(3);
      expect(await roleOf(stranger)).toBe("owner");
    }),
  );

  it(
    "of an owner asks for the password again, and takes what they had sent along",
    rolledBack(async () => {
      const { owner, second } = await makeTeam();
      const third = await makeActor({ organisationId: owner.organisationId });
      const email = freshEmail();
      await invite(second, email);
      moveClock(700);
      expect(await remove(owner, second.personId)).toMatchObject({ code: "sign_in_again" });
      const back = { ...owner, sessionId: (await makeSession({ id: owner.personId })).id };
      expect(await remove(back, second.personId)).toMatchObject({ ok: true });
      expect(await invitationsOf(owner)).toMatchObject([{ withdrawnBy: owner.personId }]);
      expect(await kindsTo(third.email)).toEqual(["member-gone"]);
      expect((await trailOf(owner)).types.slice(1)).toEqual(["team_invitation.withdrawn", "member.removed"]);
    }),
  );
});

describe("leaving", () => {
  it(
    "is for everybody, once; who belongs nowhere else is signed out",
    rolledBack(async () => {
      const { owner, second, editor, viewer } = await makeTeam();
      for (const actor of [second, editor, viewer]) {
        expect(await leave(actor)).toEqual({
          ok: true,
          view: { goTo: "/sign-in?left=1", sessionId: null, isFrameStale: true },
        });
        expect(await findViewer(actor.sessionId)).toBeNull();
        expect((await leave(actor)).ok).toBe(false);
      }
      expect([...(await rolesIn(owner)).keys()]).toEqual([owner.personId]);
      expect(await kindsTo(owner.email)).toEqual(["member-gone", "member-gone", "member-gone"]);
      expect((await trailOf(owner)).types).toEqual(["member.left", "member.left", "member.left"]);
    }),
  );

  it(
    "leads to another organisation of theirs in this browser, and ends the others",
    rolledBack(async () => {
      const { editor } = await makeTeam();
      const elsewhere = await makeOrganisation({ kind: "partner" });
      moveClock(5);
      await makeMember({ id: editor.personId }, elsewhere, { role: "viewer" });
      const phone = await makeSession({ id: editor.personId }, { id: editor.organisationId });
      expect(await leave(editor)).toEqual({
        ok: true,
        view: { goTo: "/team?done=left", isFrameStale: true },
      });
      expect(await findViewer(editor.sessionId)).toMatchObject({ organisation: { id: elsewhere.id } });
      expect(await findViewer(phone.id)).toBeNull();
    }),
  );

  it(
    "is refused to the last owner, in words that say what to do",
    rolledBack(async () => {
      const { owner, second, stranger } = await makeTeam();
      expect(await leave(second)).toMatchObject({ ok: true });
      const before = await trailOf(owner);
      expect(await leave(owner)).toMatchObject({ code: "limit", facts: { limit: "last_owner" } });
      expect(await roleOf(owner)).toBe("owner");
      expect(await trailOf(owner)).toEqual(before);
      const foreign = { ...stranger, organisationId: owner.organisationId };
      expect(await leave(foreign)).toMatchObject({ code: "not_allowed" });
      await ask(sql`update sessions set ended_at = now() where id = ${owner.sessionId}`);
      expect(await leave(owner)).toMatchObject({ code: "sign_in_again" });
    }),
  );
});
