import { describe, expect, it } from "vitest";
import { makeActor, makeClient, makeLink, makeSeller, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { eachFormCounts, pressTwoRows } from "../accounts/two-rows-one-form.testing";
import { inSeconds } from "../clock";
import type { Result } from "../result";
import { acceptRequest } from "./accept-request";
import { bulkScene, startRun } from "./bulk-scene.testing";
import { declineInvitation } from "./decline-invitation";
import { editKeptSeller } from "./edit-kept-seller";
import { endAnyLink } from "./end-any-link";
import { invite, makeInvitationScene } from "./invitation-scene.testing";
import { keepLink } from "./keep-link";
import { keepSeller } from "./keep-seller";
import { listKeptSellers } from "./list-kept-sellers";
import { noteSeller } from "./note-seller";
import { removeKeptSeller } from "./remove-kept-seller";
import { resendInvitation } from "./resend-invitation";
import { stopBulkRun } from "./stop-bulk-run";
import { tagSeller } from "./tag-seller";
import { undoBulkRun } from "./undo-bulk-run";
import { undoLink } from "./undo-link";
import { unlinkClient } from "./unlink-client";
import { unlinkSeller } from "./unlink-seller";
import { untagSeller } from "./untag-seller";
import { withdrawInvitation } from "./withdraw-invitation";

type Run = (actor: Actor, id: string) => Promise<Result<unknown>>;
type Act = [act: Right, run: Run];

/** Two links of one client to two accounts of one seller; both are to end next week. */
async function twoLinks() {
  const [seller, partner] = [await makeActor(), await makeActor({ kind: "aggregator" })];
  const desk = await makeActor({ kind: "operator" });
  const client = await makeClient({ id: partner.organisationId });
  const ends = { endsAt: inSeconds(7 * 86_400), reason: "switching" as const };
  const link = async () => makeLink(client, await makeSeller({ id: seller.organisationId }), ends);
  return { seller, partner, desk, rows: [(await link()).id, (await link()).id] as [string, string] };
}

describe("of two links the one that is meant, once for each form", () => {
  const now = { reason: "other", when: "now" } as const;
  const ofSeller: Act[] = [
    ["unlink client", (at, linkId) => unlinkClient(at, { linkId, ...now })],
    ["keep link", (at, linkId) => keepLink(at, { do: "keep", linkId })],
    ["undo link", (at, linkId) => undoLink(at, { do: "undo", linkId })],
  ];
  const ofPartner: Act[] = [
    ["unlink seller", (at, linkId) => unlinkSeller(at, { do: "unlink", linkId })],
    ["tag seller", (at, linkId) => tagSeller(at, { do: "tag", linkId, tag: "vip" })],
    ["untag seller", (at, linkId) => untagSeller(at, { do: "untag", linkId, tag: "vip" })],
    ["note seller", (at, linkId) => noteSeller(at, { do: "note", linkId, note: "calls on Mondays" })],
  ];
  const ofDesk: Act[] = [
    ["end any link", (at, linkId) => endAnyLink(at, { linkId, reason: "asked by phone" })],
  ];
  const all = { seller: ofSeller, partner: ofPartner, desk: ofDesk };
  for (const side of ["seller", "partner", "desk"] as const)
    it.each(all[side])("%s", (act, run) =>
      rolledBack(async () => {
        const scene = await twoLinks();
        const press = { actor: scene[side], act, field: "linkId", rows: scene.rows, run };
        expect(await pressTwoRows(press)).toEqual(eachFormCounts);
      })(),
    );
});

describe("of two invitations the one that is meant, once for each form", () => {
  it.each([
    ["withdraw invitation", (at, invitationId) => withdrawInvitation(at, { invitationId })],
    ["resend invitation", (at, invitationId) => resendInvitation(at, { invitationId })],
  ] as Act[])("%s", (act, run) =>
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const rows: [string, string] = [(await invite(scene)).id, (await invite(scene)).id];
      const press = { actor: scene.partner, act, field: "invitationId", rows, run };
      expect(await pressTwoRows(press)).toEqual(eachFormCounts);
    })(),
  );

  it(
    "a request is declined where its form asked for it, and leads to its consent page",
    rolledBack(async () => {
      const scene = await makeInvitationScene();
      const email = { sellerId: scene.account.sellerId };
      const rows = [
        (await invite(scene, { email })).id,
        (await invite(await makeInvitationScene(), { email })).id,
      ];
      const form = (act: Right, ...ids: string[]) =>
        withFormKey(scene.seller, { act, offered: { invitation: ids, invitationId: ids } });
      const [one = "", two = ""] = rows;
      const accept = (at: Actor, invitationId: string) => acceptRequest(at, { do: "accept", invitationId });
      expect(await accept(form("accept request", two), one)).toMatchObject({ code: "not_found" });
      expect(await accept(form("accept request", one), one)).toMatchObject({
        view: { goTo: expect.stringContaining(one) },
      });
      const decline = (at: Actor, invitationId: string) =>
        declineInvitation(at, { do: "decline", invitationId, reason: "" });
      expect(await decline(form("decline invitation", two), one)).toMatchObject({ code: "not_found" });
      const once = form("decline invitation", one);
      expect(await decline(once, one)).toMatchObject({ ok: true });
      if (once.key) once.key.offered = { invitation: [two], invitationId: [two] };
      expect(await decline(once, two)).toMatchObject({ code: "stale" });
      expect(await decline(form("decline invitation", two), two)).toMatchObject({ ok: true });
    }),
  );
});

it.each([
  ["stop bulk run", (at, bulkId) => stopBulkRun(at, { do: "stop", bulkId })],
  ["undo bulk run", (at, bulkId) => undoBulkRun(at, { do: "undo", bulkId })],
] as Act[])("%s: of two runs the one that is meant, once for each form", (act, run) =>
  rolledBack(async () => {
    const scene = await bulkScene(1);
    const rows: [string, string] = [
      await startRun(scene, { act: "tag", tag: "a" }),
      await startRun(scene, { act: "tag", tag: "b" }),
    ];
    const press = { actor: scene.partner, act, field: "bulkId", rows, run };
    expect(await pressTwoRows(press)).toEqual(eachFormCounts);
  })(),
);

it.each([
  [
    "edit kept seller",
    (at, keptSellerId) => editKeptSeller(at, { do: "edit", keptSellerId, reference: "new", notes: "" }),
  ],
  ["remove kept seller", (at, keptSellerId) => removeKeptSeller(at, { do: "remove", keptSellerId })],
] as Act[])("%s: of two kept sellers the one that is meant, once for each form", (act, run) =>
  rolledBack(async () => {
    const actor = await makeActor({ kind: "partner" });
    for (const sellerId of [200_001, 200_002])
      await keepSeller(withFormKey(actor, { act: "keep seller" }), {
        ...{ sellerId, clientId: "theirs", reference: "", notes: "" },
      });
    const rows = (await listKeptSellers(viewerOf(actor))).map(({ id }) => id) as [string, string];
    expect(await pressTwoRows({ actor, act, field: "keptSellerId", rows, run })).toEqual(eachFormCounts);
  })(),
);
