import { expect, it } from "vitest";
import { makeActor, makeSeller, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import { changeRole } from "../team/change-role";
import { declineOwnership } from "../team/decline-ownership";
import { offerOwnership } from "../team/offer-ownership";
import { removeMember } from "../team/remove-member";
import { resendMemberInvitation } from "../team/resend-member-invitation";
import { invitationsOf, invite, makeTeam, offer, offersOf } from "../team/team-scene.testing";
import { withdrawMemberInvitation } from "../team/withdraw-member-invitation";
import { withdrawOwnership } from "../team/withdraw-ownership";
import { freshEmail } from "./act.testing";
import type { Actor } from "./actor";
import { askCode, prove } from "./claims-scene.testing";
import { decideClaim } from "./decide-claim";
import { listClaimRequests } from "./list-claims";
import { proveSeller } from "./prove-seller";
import { eachFormCounts, pressTwoRows } from "./two-rows-one-form.testing";

it.each([
  ["resend member invitation", resendMemberInvitation],
  ["withdraw member invitation", withdrawMemberInvitation],
] as const)("%s: of two invitations the one that is meant, once for each form", (act, run) =>
  rolledBack(async () => {
    const { owner } = await makeTeam();
    for (let n = 0; n < 2; n++) await invite(owner, freshEmail());
    const [one, two] = await invitationsOf(owner);
    const rows: [string, string] = [one?.id ?? "", two?.id ?? ""];
    const press = { actor: owner, act, field: "invitationId", rows };
    const answers = await pressTwoRows({ ...press, run: (at, invitationId) => run(at, { invitationId }) });
    expect(answers).toEqual(eachFormCounts);
  })(),
);

it.each([
  ["remove member", removeMember],
  [
    "change role",
    (at: Actor, { memberId }: { memberId: string }) => changeRole(at, { memberId, role: "owner" }),
  ],
] as const)("%s: of two colleagues the one that is meant, once for each form", (act, run) =>
  rolledBack(async () => {
    const { owner, editor, viewer } = await makeTeam();
    const rows: [string, string] = [editor.personId, viewer.personId];
    const press = { actor: owner, act, field: "memberId", rows };
    const answers = await pressTwoRows({ ...press, run: (at, memberId) => run(at, { memberId }) });
    expect(answers).toEqual(eachFormCounts);
  })(),
);

it(
  "an ownership is offered and withdrawn once for each form",
  rolledBack(async () => {
    const { owner, editor, viewer } = await makeTeam();
    const form = withFormKey(owner, {
      act: "offer ownership",
      offered: { memberId: [editor.personId, viewer.personId] },
    });
    const unoffered = { ...form, key: form.key && { ...form.key, offered: { memberId: [owner.personId] } } };
    expect(await offerOwnership(unoffered, { memberId: editor.personId })).toMatchObject({
      code: "not_found",
    });
    expect(await offerOwnership(form, { memberId: editor.personId })).toMatchObject({ ok: true });
    const [first] = await offersOf(owner);
    const offered = { offerId: [first?.id ?? ""] };
    const back = withFormKey(owner, { act: "withdraw ownership", offered });
    expect(await withdrawOwnership(back, { offerId: first?.id ?? "" })).toMatchObject({ ok: true });
    expect(await offerOwnership(form, { memberId: viewer.personId })).toMatchObject({ code: "stale" });
    expect(await offer(owner, viewer.personId)).toMatchObject({ ok: true });
    const second = (await offersOf(owner)).at(-1)?.id ?? "";
    back.key?.offered.offerId?.push(second);
    expect(await withdrawOwnership(back, { offerId: second })).toMatchObject({ code: "stale" });
    const decline = withFormKey(viewer, { act: "decline ownership", offered: { offerId: [second] } });
    expect(await declineOwnership(decline, { offerId: second })).toMatchObject({ ok: true });
    expect(await declineOwnership(decline, { offerId: second })).toMatchObject({ code: "stale" });
  }),
);

it(
  "a code proves the claim that its form is about, once",
  rolledBack(async () => {
    const actor = await makeActor();
    const codes = new Map<string, string>();
    for (let n = 0; n < 2; n++) {
      const { id, code } = await askCode(actor, await makeSeller(null));
      codes.set(id, code);
    }
    const rows = [...codes.keys()] as [string, string];
    const answers = await pressTwoRows({
      ...{ actor, act: "prove seller", field: "claimId", rows },
      run: (at, claimId) => proveSeller(at, { do: "claim", claimId, code: codes.get(claimId) ?? "" }),
    });
    expect(answers).toEqual(eachFormCounts);
  }),
);

it(
  "of two who proved an account the one that is meant is accepted, once for each form",
  rolledBack(async () => {
    const owner = await makeActor();
    const seller = await makeSeller({ id: owner.organisationId });
    for (let n = 0; n < 2; n++) {
      const asker = await makeActor();
      const { id, code } = await askCode(asker, seller);
      await prove(asker, id, code);
    }
    const rows = (await listClaimRequests(viewerOf(owner))).map(({ id }) => id) as [string, string];
    const answers = await pressTwoRows({
      ...{ actor: owner, act: "decide claim", field: "requestId", rows },
      run: (at, requestId) => decideClaim(at, { do: "accept", requestId }),
    });
    expect(answers).toEqual(eachFormCounts);
  }),
);
