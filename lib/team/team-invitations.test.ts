import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { makeActor, makePerson, makeSession, rolledBack, viewerOf } from "@/db/testing";
import { ask, freshEmail, lettersTo } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { moveClock } from "../clock";
import { findTeam } from "./find-team";
import { findTeamInvitation } from "./find-team-invitation";
import { inviteMember } from "./invite-member";
import { resendMemberInvitation } from "./resend-member-invitation";
import {
  formOf,
  giveRole,
  invitationsOf,
  invite,
  invitedToken,
  join,
  makeTeam,
  remove,
  trailOf,
} from "./team-scene.testing";
import { withdrawMemberInvitation } from "./withdraw-member-invitation";

afterEach(() => moveClock(0));

const resend = (actor: Actor, invitationId: string) =>
  resendMemberInvitation(formOf(actor, "resend member invitation", "invitationId", invitationId), {
    invitationId,
  });
const withdraw = (actor: Actor, invitationId: string) =>
  withdrawMemberInvitation(formOf(actor, "withdraw member invitation", "invitationId", invitationId), {
    invitationId,
  });
const isOpen = async (token: string) => (await findTeamInvitation(token))?.isOpen;

describe("inviting a colleague", () => {
  it(
    "sends one letter whose link is stored as a hash alone",
    rolledBack(async () => {
      const { owner } = await makeTeam();
      const email = freshEmail();
      expect(await invite(owner, email)).toEqual({
        ok: true,
        view: { goTo: "/team?done=invited#invitations" },
      });
      const token = await invitedToken(email);
      expect(await findTeamInvitation(token)).toMatchObject({
        email,
        role: "editor",
        invitedBy: owner.name,
        isOpen: true,
        holder: "newcomer",
      });
      expect(await findTeamInvitation("no such token")).toBeNull();
      const [row] = await findTeam(viewerOf(owner)).then(({ invitations }) => invitations);
      expect(row).toMatchObject({ email, role: "editor", isOver: false, sends: 1 });
      const trail = await trailOf(owner);
      expect(trail.types).toEqual(["team_invitation.created"]);
      for (const secret of [token, email]) expect(trail.text).not.toContain(secret);
      const stored = await ask<{ all: string }>(
        sql`select team_invitations::text as all from team_invitations`,
      );
      expect(JSON.stringify(stored)).not.toContain(token);
    }),
  );

  it.each(["seller", "partner", "aggregator", "operator"] as const)(
    "is for owners of a %s, and for nobody else",
    (kind) =>
      rolledBack(async () => {
        const { owner, editor, viewer, stranger } = await makeTeam(kind);
        const foreign = { ...formOf(stranger, "invite member"), organisationId: owner.organisationId };
        const answers = [
          await invite(editor, freshEmail()),
          await invite(viewer, freshEmail()),
          await inviteMember(foreign, { email: freshEmail(), role: "viewer" }),
        ];
        for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: "not_allowed" });
        expect(answers[0]).toMatchObject({ facts: { who: expect.stringContaining(owner.name) } });
        expect(await invitationsOf(owner)).toEqual([]);
        expect(await invite(owner, freshEmail())).toMatchObject({ ok: true });
      })(),
  );

  it(
    "answers alike for an address with an account and one without",
    rolledBack(async () => {
      const { owner } = await makeTeam();
      const known = (await makePerson()).email;
      const [first, second] = [await invite(owner, known), await invite(owner, freshEmail())];
      expect(first).toEqual(second);
      const { invitations } = await findTeam(viewerOf(owner));
      const shapes = invitations.map(
        ({ id: _id, email: _email, createdAt: _at, expiresAt: _until, ...rest }) => rest,
      );
      expect(shapes[0]).toEqual(shapes[1]);
      expect((await lettersTo(known)).map(({ text }) => text.replace(/join\/\S+/, ""))).toHaveLength(1);
    }),
  );

  it(
    "refuses who is a member already, however the address is written, and a used form",
    rolledBack(async () => {
      const { owner, viewer } = await makeTeam();
      expect(await invite(owner, viewer.email.toUpperCase())).toMatchObject({ code: "taken" });
      const form = formOf(owner, "invite member");
      expect(await inviteMember(form, { email: freshEmail(), role: "viewer" })).toMatchObject({ ok: true });
      expect(await inviteMember(form, { email: freshEmail(), role: "viewer" })).toMatchObject({
        code: "stale",
      });
      expect(await invitationsOf(owner)).toHaveLength(1);
    }),
  );

  it(
    "of an address that waits replaces its link and its role",
    rolledBack(async () => {
      const { owner, second } = await makeTeam();
      const email = freshEmail();
      await invite(owner, email, "viewer");
      const old = await invitedToken(email);
      expect(await invite(second, email.toUpperCase(), "editor")).toMatchObject({ ok: true });
      const [letter] = (await lettersTo(email.toUpperCase())).slice(-1);
      const token = /\/join\/([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";
      expect([await isOpen(old), await isOpen(token)]).toEqual([false, true]);
      expect(await findTeamInvitation(token)).toMatchObject({ role: "editor", invitedBy: second.name });
      const { invitations } = await findTeam(viewerOf(owner));
      expect(invitations).toMatchObject([{ role: "editor", sends: 2 }]);
      expect((await trailOf(owner)).types).toEqual(["team_invitation.created", "team_invitation.resent"]);
    }),
  );

  it(
    "as owner asks for the password again, and nothing else does",
    rolledBack(async () => {
      const { owner } = await makeTeam();
      moveClock(700);
      expect(await invite(owner, freshEmail(), "owner")).toMatchObject({
        code: "sign_in_again",
        facts: { href: "/sign-in?again=1&next=%2Fteam" },
      });
      expect(await invite(owner, freshEmail(), "editor")).toMatchObject({ ok: true });
      const { sessionId } = owner;
      const back = { ...owner, sessionId: (await makeSession({ id: owner.personId })).id };
      expect(back.sessionId).not.toBe(sessionId);
      const email = freshEmail();
      expect(await invite(back, email, "owner")).toMatchObject({ ok: true });
      const [row] = (await invitationsOf(owner)).filter((one) => one.email === email);
      moveClock(1400);
      expect(await resend(owner, row?.id ?? "")).toMatchObject({ code: "sign_in_again" });
    }),
  );

  it(
    "stops at twenty a day for a team, and at five an hour for an address",
    rolledBack(async () => {
      const { owner } = await makeTeam();
      for (let n = 0; n < 20; n++) expect(await invite(owner, freshEmail())).toMatchObject({ ok: true });
      expect(await invite(owner, freshEmail())).toMatchObject({
        code: "limit",
        facts: { limit: "team_invitations_a_day" },
      });
      expect(await invitationsOf(owner)).toHaveLength(20);
      const email = freshEmail();
      for (let n = 0; n < 5; n++) expect(await invite(await makeActor(), email)).toMatchObject({ ok: true });
      expect(await invite(await makeActor(), email)).toMatchObject({ code: "too_many" });
      expect(await lettersTo(email)).toHaveLength(5);
    }),
  );
});

describe("an invitation that waits", () => {
  it(
    "is sent again with a new link for another 72 hours; the old one ends",
    rolledBack(async () => {
      const { owner, second, editor, stranger } = await makeTeam();
      const email = freshEmail();
      await invite(owner, email);
      const [row] = await invitationsOf(owner);
      const old = await invitedToken(email);
      moveClock(73 * 3600);
      expect(await isOpen(old)).toBe(false);
      const again = { ...second, sessionId: (await makeSession({ id: second.personId })).id };
      const colleague = { ...editor, sessionId: (await makeSession({ id: editor.personId })).id };
      const foreign = { ...stranger, sessionId: (await makeSession({ id: stranger.personId })).id };
      expect(await resend(colleague, row?.id ?? "")).toMatchObject({ code: "not_allowed" });
      expect(await resend(foreign, row?.id ?? "")).toMatchObject({ code: "not_found" });
      expect(await resend(again, row?.id ?? "")).toMatchObject({ ok: true });
      const token = await invitedToken(email);
      expect(token).not.toBe(old);
      expect([await isOpen(old), await isOpen(token)]).toEqual([false, true]);
      // The row of the old letter has ended with it.
      expect(await resend(again, row?.id ?? "")).toMatchObject({ code: "expired" });
      expect((await trailOf(owner)).types).toEqual(["team_invitation.created", "team_invitation.resent"]);
    }),
  );

  it(
    "is withdrawn by an owner, once, and its link ends",
    rolledBack(async () => {
      const { owner, second, viewer, stranger } = await makeTeam();
      const email = freshEmail();
      await invite(owner, email);
      const [row] = await invitationsOf(owner);
      const token = await invitedToken(email);
      expect(await withdraw(viewer, row?.id ?? "")).toMatchObject({ code: "not_allowed" });
      expect(await withdraw(stranger, row?.id ?? "")).toMatchObject({ code: "not_found" });
      expect(await withdraw(second, row?.id ?? "")).toMatchObject({ ok: true });
      expect(await withdraw(second, row?.id ?? "")).toMatchObject({ code: "expired" });
      expect(await isOpen(token)).toBe(false);
      expect(await join(token)).toMatchObject({ code: "expired" });
      expect((await findTeam(viewerOf(owner))).invitations).toEqual([]);
      expect((await trailOf(owner)).types).toEqual(["team_invitation.created", "team_invitation.withdrawn"]);
    }),
  );

  it(
    "ends with its sender's ownership or membership, and with the organisation's suspension",
    rolledBack(async () => {
      const { owner, second } = await makeTeam();
      const third = await makeActor({ organisationId: owner.organisationId });
      const [one, two, three] = [freshEmail(), freshEmail(), freshEmail()];
      await invite(second, one);
      await invite(third, two);
      await invite(owner, three);
      await giveRole(owner, second.personId, "editor");
      await remove(owner, third.personId);
      const tokens = [await invitedToken(one), await invitedToken(two), await invitedToken(three)];
      expect(await Promise.all(tokens.map(isOpen))).toEqual([false, false, true]);
      // Nor does it come back with another ownership.
      await giveRole(owner, second.personId, "owner");
      expect(await isOpen(tokens[0] ?? "")).toBe(false);
      await ask(sql`update organisations set suspended_at = now() where id = ${owner.organisationId}`);
      expect(await isOpen(tokens[2] ?? "")).toBe(false);
      expect(await join(tokens[2] ?? "")).toMatchObject({ code: "expired" });
    }),
  );

  it(
    "is seen by owners alone",
    rolledBack(async () => {
      const { owner, editor } = await makeTeam();
      await invite(owner, freshEmail());
      const looking = viewerOf(editor);
      const asEditor = { ...looking, organisation: { ...looking.organisation, role: "editor" as const } };
      expect((await findTeam(asEditor)).invitations).toEqual([]);
    }),
  );
});
