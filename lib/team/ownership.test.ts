import { afterEach, describe, expect, it } from "vitest";
import { makeSession, rolledBack, viewerOf } from "@/db/testing";
import { mailedToken, makeVisitor } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { askForReset } from "../accounts/ask-for-reset";
import { resetPassword } from "../accounts/reset-password";
import type { Right } from "../accounts/rights";
import { moveClock } from "../clock";
import { acceptOwnership } from "./accept-ownership";
import { declineOwnership } from "./decline-ownership";
import { findTeam } from "./find-team";
import { leaveOrganisation } from "./leave-organisation";
import { offerOwnership } from "./offer-ownership";
import {
  formOf,
  giveRole,
  invitationsOf,
  invite,
  kindsTo,
  makeTeam,
  offer,
  offersOf,
  remove,
  roleOf,
  trailOf,
} from "./team-scene.testing";
import { withdrawOwnership } from "./withdraw-ownership";

afterEach(() => moveClock(0));

const week = 7 * 86_400;
type Answer = typeof acceptOwnership;
const answer = (act: Answer, right: Right) => (actor: Actor, offerId: string) =>
  act(formOf(actor, right, "offerId", offerId), { offerId });
const accept = answer(acceptOwnership, "accept ownership");
const decline = answer(declineOwnership, "decline ownership");
const withdraw = answer(withdrawOwnership, "withdraw ownership");
const fresh = async (actor: Actor) => ({
  ...actor,
  sessionId: (await makeSession({ id: actor.personId })).id,
});

/** The holder of the mail box sets another password. */
async function resetOf({ email }: Actor) {
  await askForReset(makeVisitor("ask for reset"), { email });
  const token = await mailedToken(email);
  return resetPassword(makeVisitor("reset password"), { token, password: "quite another password" });
}

/** A team whose first owner has offered it to the editor. */
async function offered() {
  const team = await makeTeam();
  expect(await offer(team.owner, team.editor.personId)).toEqual({
    ok: true,
    view: { goTo: "/team?done=offered#ownership" },
  });
  const [row] = await offersOf(team.owner);
  return { ...team, offerId: row?.id ?? "" };
}

describe("the ownership", () => {
  it(
    "goes over when the taker accepts, and no sooner",
    rolledBack(async () => {
      const { owner, second, editor, viewer, offerId } = await offered();
      await invite(owner, "pending@people.test");
      expect(await roleOf(editor)).toBe("editor");
      expect((await findTeam(viewerOf(editor))).offer).toMatchObject({
        giver: owner.name,
        taker: editor.name,
        isToViewer: true,
      });
      const looking = viewerOf(viewer);
      const asViewer = { ...looking, organisation: { ...looking.organisation, role: "viewer" as const } };
      expect((await findTeam(asViewer)).offer).toBeNull();
      expect(await kindsTo(editor.email)).toEqual(["ownership-offered"]);

      const form = formOf(editor, "accept ownership", "offerId", offerId);
      expect(await acceptOwnership(form, { offerId })).toEqual({
        ok: true,
        view: { goTo: "/team?done=accepted" },
      });
      expect([await roleOf(editor), await roleOf(owner), await roleOf(second)]).toEqual([
        "owner",
        "editor",
        "owner",
      ]);
      expect(await acceptOwnership(form, { offerId })).toMatchObject({ code: "stale" });
      expect(await accept(editor, offerId)).toMatchObject({ code: "expired" });
      for (const { email } of [owner, second])
        expect((await kindsTo(email)).at(-1)).toBe("ownership-accepted");
      // What the giver had sent as owner ends with that.
      expect((await invitationsOf(owner))[0]?.withdrawnAt).not.toBeNull();
      expect((await trailOf(owner)).types).toEqual([
        "ownership.offered",
        "team_invitation.created",
        "team_invitation.withdrawn",
        "ownership.accepted",
      ]);
    }),
  );

  it(
    "is offered by owners alone, to colleagues who are none, one at a time, with a fresh password",
    rolledBack(async () => {
      const { owner, second, editor, viewer, stranger } = await makeTeam();
      expect(await offer(editor, viewer.personId)).toMatchObject({ code: "not_allowed" });
      const foreign = await offer(owner, stranger.personId);
      expect(foreign).toMatchObject({ code: "not_found" });
      expect(await offer(owner, second.personId)).toEqual(foreign);
      expect(await offer(owner, owner.personId)).toEqual(foreign);
      const form = formOf(owner, "offer ownership", "memberId", viewer.personId);
      expect(await offerOwnership(form, { memberId: viewer.personId })).toMatchObject({ ok: true });
      expect(await offerOwnership(form, { memberId: viewer.personId })).toMatchObject({ code: "stale" });
      expect(await offer(second, editor.personId)).toMatchObject({
        code: "limit",
        facts: { limit: "one_ownership_offer" },
      });
      moveClock(700);
      expect(await offer(second, editor.personId)).toMatchObject({ code: "sign_in_again" });
      expect(await offersOf(owner)).toHaveLength(1);
    }),
  );

  it(
    "is accepted by the taker alone, with a fresh password, within seven days",
    rolledBack(async () => {
      const { owner, second, editor, viewer, stranger, offerId } = await offered();
      for (const actor of [owner, second, viewer, stranger])
        expect(await accept(actor, offerId)).toMatchObject({ code: "not_found" });
      moveClock(700);
      expect(await accept(editor, offerId)).toMatchObject({ code: "sign_in_again" });
      moveClock(week + 10);
      expect(await accept(await fresh(editor), offerId)).toMatchObject({ code: "expired" });
      expect((await findTeam(viewerOf(editor))).offer).toBeNull();
      expect(await roleOf(editor)).toBe("editor");
      // One that ran out stands in nobody's way.
      expect(await offer(await fresh(owner), viewer.personId)).toMatchObject({ ok: true });
      expect(await offersOf(owner)).toHaveLength(2);
    }),
  );

  it(
    "is declined by the taker, once, and stays where it is",
    rolledBack(async () => {
      const { owner, viewer, editor, offerId } = await offered();
      expect(await decline(viewer, offerId)).toMatchObject({ code: "not_found" });
      expect(await decline(editor, offerId)).toEqual({ ok: true, view: { goTo: "/team?done=declined" } });
      expect(await decline(editor, offerId)).toMatchObject({ code: "expired" });
      expect(await accept(editor, offerId)).toMatchObject({ code: "expired" });
      expect([await roleOf(owner), await roleOf(editor)]).toEqual(["owner", "editor"]);
      expect(await kindsTo(owner.email)).toEqual(["ownership-declined"]);
      expect((await trailOf(owner)).types).toEqual(["ownership.offered", "ownership.declined"]);
    }),
  );

  it(
    "is taken back by any owner, once, and the taker is told",
    rolledBack(async () => {
      const { owner, second, editor, stranger, offerId } = await offered();
      expect(await withdraw(editor, offerId)).toMatchObject({ code: "not_allowed" });
      expect(await withdraw(stranger, offerId)).toMatchObject({ code: "not_found" });
      expect(await withdraw(second, offerId)).toEqual({
        ok: true,
        view: { goTo: "/team?done=offerWithdrawn" },
      });
      expect(await withdraw(second, offerId)).toMatchObject({ code: "expired" });
      expect(await accept(editor, offerId)).toMatchObject({ code: "expired" });
      expect(await kindsTo(editor.email)).toEqual(["ownership-offered", "ownership-withdrawn"]);
      expect((await trailOf(owner)).types).toEqual(["ownership.offered", "ownership.withdrawn"]);
    }),
  );

  it.each([
    ["the giver is removed", async ({ second, owner }) => remove(second, owner.personId)],
    ["the giver is made an editor", async ({ second, owner }) => giveRole(second, owner.personId, "editor")],
    ["the giver leaves", async ({ owner }) => leaveOrganisation(formOf(owner, "leave organisation"))],
    ["the giver's password is reset", async ({ owner }) => resetOf(owner)],
    ["the taker is removed", async ({ second, editor }) => remove(second, editor.personId)],
    ["the taker is made an owner", async ({ second, editor }) => giveRole(second, editor.personId, "owner")],
  ] as [string, (team: Awaited<ReturnType<typeof makeTeam>>) => Promise<{ ok: boolean }>][])(
    "is no longer offered once %s",
    (_, change) =>
      rolledBack(async () => {
        const team = await offered();
        expect(await change(team)).toMatchObject({ ok: true });
        expect((await offersOf(team.owner))[0]?.withdrawnAt).not.toBeNull();
        expect((await accept(team.editor, team.offerId)).ok).toBe(false);
        const owners = [await roleOf(team.owner), await roleOf(team.second), await roleOf(team.editor)];
        expect(owners).toContain("owner");
      })(),
  );
});
