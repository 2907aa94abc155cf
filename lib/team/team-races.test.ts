import { beforeAll, describe, expect, it } from "vitest";
import { makeActor, ownDatabase } from "@/db/testing";
import { freshEmail, lettersTo, mailedToken, makeVisitor } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { askForReset } from "../accounts/ask-for-reset";
import { findViewer } from "../accounts/find-actor";
import { resetPassword } from "../accounts/reset-password";
import { acceptOwnership } from "./accept-ownership";
import { findTeamInvitation } from "./find-team-invitation";
import { inviteMember } from "./invite-member";
import { leaveOrganisation } from "./leave-organisation";
import {
  accept,
  formOf,
  giveRole,
  invitationsOf,
  invite,
  invitedToken,
  join,
  kindsTo,
  makeTeam,
  offer,
  offersOf,
  personWith,
  remove,
  roleOf,
  rolesIn,
} from "./team-scene.testing";
import { withdrawMemberInvitation } from "./withdraw-member-invitation";
import { withdrawOwnership } from "./withdraw-ownership";

beforeAll(async () => {
  await ownDatabase();
});

const rounds = Array.from({ length: 8 }, (_, n) => n);
const leave = (actor: Actor) => leaveOrganisation(formOf(actor, "leave organisation"));
const owners = async (actor: Actor) =>
  [...(await rolesIn(actor))].filter(([, role]) => role === "owner").map(([id]) => id);

describe("at the same moment", () => {
  it("two owners remove each other: one stays, and the other knows", async () => {
    for (const _ of rounds) {
      const owner = await makeActor();
      const second = await makeActor({ organisationId: owner.organisationId });
      const answers = await Promise.all([remove(owner, second.personId), remove(second, owner.personId)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await owners(owner)).toHaveLength(1);
      const gone = answers[0].ok ? second : owner;
      expect(await findViewer(gone.sessionId)).toBeNull();
    }
  });

  it("two owners of three remove each other: a removed one removes nobody", async () => {
    for (const _ of rounds) {
      const { owner, second } = await makeTeam();
      const third = await makeActor({ organisationId: owner.organisationId });
      await Promise.all([remove(owner, second.personId), remove(second, owner.personId)]);
      expect(await owners(owner)).toHaveLength(2);
      expect(await roleOf(third)).toBe("owner");
    }
  });

  it("both of two owners leave: one stays", async () => {
    for (const _ of rounds) {
      const owner = await makeActor();
      const second = await makeActor({ organisationId: owner.organisationId });
      const answers = await Promise.all([leave(owner), leave(second)]);
      expect(answers.map((one) => (one.ok ? "left" : one.code)).sort()).toEqual(["left", "limit"]);
      expect(await owners(owner)).toHaveLength(1);
    }
  });

  it("an owner leaves while the other is made an editor: an owner stays", async () => {
    for (const _ of rounds) {
      const owner = await makeActor();
      const second = await makeActor({ organisationId: owner.organisationId });
      const [left, changed] = await Promise.all([leave(owner), giveRole(owner, second.personId, "editor")]);
      expect([left.ok, changed.ok].filter(Boolean)).toHaveLength(1);
      expect(await owners(owner)).toHaveLength(1);
    }
  });

  it("an owner acts while they are removed: it counts as before, or is refused", async () => {
    for (const _ of rounds) {
      const { owner, second, viewer } = await makeTeam();
      const email = freshEmail();
      const [removed, invited, changed] = await Promise.all([
        remove(owner, second.personId),
        invite(second, email),
        giveRole(second, viewer.personId, "editor"),
      ]);
      expect(removed.ok).toBe(true);
      if (!changed.ok) expect(["not_allowed", "sign_in_again"]).toContain(changed.code);
      expect(await roleOf(viewer)).toBe(changed.ok ? "editor" : "viewer");
      // Sent before or not at all: either way nobody comes in by it.
      const open = (await invitationsOf(owner)).filter(({ withdrawnAt }) => !withdrawnAt);
      expect(open).toEqual([]);
      if (invited.ok) expect((await join(await invitedToken(email))).ok).toBe(false);
      expect(await remove(second, viewer.personId)).toMatchObject({ code: "sign_in_again" });
    }
  });

  it("an invitation is accepted five times: one account, one membership, one letter to each owner", async () => {
    const { owner, second } = await makeTeam();
    const email = freshEmail();
    await invite(owner, email);
    const token = await invitedToken(email);
    const answers = await Promise.all(rounds.slice(0, 5).map(() => join(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await roleOf(owner, (await personWith(email))?.id)).toBe("editor");
    expect(await kindsTo(second.email)).toEqual(["member-joined"]);

    const asked = await makeActor();
    await invite(owner, asked.email);
    const theirs = await invitedToken(asked.email);
    const again = await Promise.all(rounds.slice(0, 5).map(() => accept(asked, theirs)));
    expect(again.map((one) => (one.ok ? "in" : one.code)).sort()).toEqual([
      "expired",
      "expired",
      "expired",
      "expired",
      "in",
    ]);
  });

  it("accepted and withdrawn, or its sender removed: one wins, and nothing is half done", async () => {
    for (const round of rounds) {
      const { owner, second } = await makeTeam();
      const email = freshEmail();
      await invite(second, email);
      const token = await invitedToken(email);
      const [row] = await invitationsOf(owner);
      const invitationId = row?.id ?? "";
      const form = formOf(owner, "withdraw member invitation", "invitationId", invitationId);
      const [joined, ended] = await Promise.all([
        join(token),
        round % 2 ? withdrawMemberInvitation(form, { invitationId }) : remove(owner, second.personId),
      ]);
      const person = await personWith(email);
      expect(person !== undefined).toBe(joined.ok);
      expect((await rolesIn(owner)).get(person?.id ?? "")).toBe(joined.ok ? "editor" : undefined);
      if (!joined.ok) expect(joined.code).toBe("expired");
      if (round % 2) expect(ended.ok).toBe(!joined.ok);
      const [after] = await invitationsOf(owner);
      expect(after?.acceptedAt !== null).toBe(joined.ok);
      expect(await findTeamInvitation(token)).toMatchObject({ isOpen: false });
    }
  });

  it("two owners ask the same address: one link counts", async () => {
    for (const _ of rounds.slice(0, 4)) {
      const { owner, second } = await makeTeam();
      const email = freshEmail();
      const answers = await Promise.all([invite(owner, email), invite(second, email)]);
      expect(answers.every(({ ok }) => ok)).toBe(true);
      const open = (await invitationsOf(owner)).filter(({ withdrawnAt }) => !withdrawnAt);
      expect(open).toMatchObject([{ sends: 2 }]);
    }
  });

  it("one form pressed twice: one invitation, one change of a role", async () => {
    const { owner } = await makeTeam();
    const form = formOf(owner, "invite member");
    const email = freshEmail();
    const both = await Promise.all([1, 2].map(() => inviteMember(form, { email, role: "viewer" })));
    expect(both.map((one) => (one.ok ? "sent" : one.code)).sort()).toEqual(["sent", "stale"]);
    expect(await lettersTo(email)).toHaveLength(1);
  });

  it("an offer is accepted while it is taken back, and twice: the roles fit the winner", async () => {
    for (const _ of rounds) {
      const { owner, second, editor } = await makeTeam();
      await offer(owner, editor.personId);
      const offerId = (await offersOf(owner))[0]?.id ?? "";
      const take = () => acceptOwnership(formOf(editor, "accept ownership", "offerId", offerId), { offerId });
      const back = withdrawOwnership(formOf(second, "withdraw ownership", "offerId", offerId), { offerId });
      const [first, again, withdrawn] = await Promise.all([take(), take(), back]);
      expect([first, again, withdrawn].filter(({ ok }) => ok)).toHaveLength(1);
      const roles = [await roleOf(owner), await roleOf(editor)];
      expect(roles).toEqual(withdrawn.ok ? ["owner", "editor"] : ["editor", "owner"]);
    }
  });

  it("two owners offer the ownership: one offer stands", async () => {
    const { owner, second, editor, viewer } = await makeTeam();
    const both = await Promise.all([offer(owner, editor.personId), offer(second, viewer.personId)]);
    expect(both.map((one) => (one.ok ? "made" : one.code)).sort()).toEqual(["limit", "made"]);
    expect(await offersOf(owner)).toHaveLength(1);
  });

  it("a password is reset while its old holder invites: no invitation of theirs is left", async () => {
    for (const _ of rounds) {
      const { owner, second } = await makeTeam();
      await invite(second, freshEmail());
      await askForReset(makeVisitor("ask for reset"), { email: second.email });
      const token = await mailedToken(second.email);
      const password = "quite another password";
      const [reset] = await Promise.all([
        resetPassword(makeVisitor("reset password"), { token, password }),
        invite(second, freshEmail()),
        invite(owner, freshEmail()),
      ]);
      expect(reset.ok).toBe(true);
      const open = (await invitationsOf(owner)).filter(({ withdrawnAt }) => !withdrawnAt);
      expect(open.map(({ createdBy }) => createdBy)).toEqual([owner.personId]);
      for (const { email } of [owner, second])
        expect(await kindsTo(email)).toContain("team-invitations-ended");
      expect(await findViewer(second.sessionId)).toBeNull();
      expect(await roleOf(second)).toBe("owner");
    }
  });

  it("a password is reset while its holder is removed: both happen, and neither waits for ever", async () => {
    for (const _ of rounds) {
      const { owner, second } = await makeTeam();
      await invite(second, freshEmail());
      await askForReset(makeVisitor("ask for reset"), { email: second.email });
      const token = await mailedToken(second.email);
      const [reset, removed] = await Promise.all([
        resetPassword(makeVisitor("reset password"), { token, password: "quite another password" }),
        remove(owner, second.personId),
      ]);
      expect([reset.ok, removed.ok]).toEqual([true, true]);
      expect(await roleOf(second)).toBeUndefined();
      expect((await invitationsOf(owner))[0]?.withdrawnAt).not.toBeNull();
    }
  });
});
