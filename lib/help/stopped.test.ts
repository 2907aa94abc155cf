import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { organisations, sessions } from "@/db/schema";
import { makeActor, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { findStoppedViewer } from "../accounts/find-stopped";
import { isOpenToStopped, type Right, rights } from "../accounts/rights";
import { now } from "../clock";
import { answerTicket } from "./answer-ticket";
import { findAttachment } from "./find-attachment";
import { findTicket } from "./find-ticket";
import { answering, at, atHelp, idIn, opening, reply, scene, stored } from "./help-scene.testing";
import { listTickets } from "./list-tickets";
import { openTicket } from "./open-ticket";
import { solveTicket } from "./solve-ticket";

const suspend = ({ organisationId }: Actor, over: { deletedAt?: Date } = {}) =>
  asFounder((tx) =>
    tx
      .update(organisations)
      .set({ suspendedAt: now(), suspendReason: "Nobody answers.", ...over })
      .where(eq(organisations.id, organisationId)),
  );

it(
  "a member of a suspended organisation asks, answers, reads and solves, and the operator replies as ever",
  rolledBack(async () => {
    const { member, operator, id } = await scene();
    await suspend(member);
    const viewer = await findStoppedViewer(member.sessionId);
    if (!viewer) throw new Error("nobody");
    const opened = await openTicket(atHelp(member), opening({ subject: "Why?", message: "We did nothing." }));
    expect(opened).toMatchObject({ ok: true });
    const second = idIn(opened as never);
    expect((await listTickets(viewer)).map((one) => one.id).sort()).toEqual([id, second].sort());
    const file = new File(["our invoices"], "invoices.txt", { type: "text/plain" });
    const form = at(member, "answer ticket", second);
    expect(await answerTicket(form, answering(second, "See these.", [file]))).toMatchObject({ ok: true });
    const [{ id: fileId = "" } = {}] = (await stored()).files;
    expect((await findAttachment(viewer, second, fileId))?.name).toBe("invoices.txt");
    expect(await reply(operator, second)).toMatchObject({ ok: true });
    expect((await findTicket(viewer, second))?.messages.map(({ side }) => side)).toEqual([
      "member",
      "member",
      "operator",
    ]);
    expect(await solveTicket(at(member, "solve ticket", second), { ticketId: second })).toMatchObject({
      ok: true,
    });
  }),
);

it(
  "a suspended organisation's ticket is nobody else's, and a deleted organisation has none",
  rolledBack(async () => {
    const { member, id } = await scene();
    const stranger = await makeActor();
    await suspend(stranger);
    const viewer = await findStoppedViewer(stranger.sessionId);
    if (!viewer) throw new Error("nobody");
    expect(await findTicket(viewer, id)).toBeNull();
    const form = at(stranger, "answer ticket", id);
    expect(await answerTicket(form, answering(id))).toMatchObject({ code: "not_found" });
    await suspend(member, { deletedAt: now() });
    expect(await openTicket(atHelp(member), opening())).toMatchObject({ code: "not_allowed" });
    await asFounder((tx) =>
      tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, stranger.sessionId)),
    );
    expect(await openTicket(atHelp(stranger), opening())).toMatchObject({ code: "sign_in_again" });
  }),
);

it(
  "nothing else is open to them: every other act of members refuses",
  rolledBack(async () => {
    const names = Object.keys(rights) as Right[];
    expect(names.filter(isOpenToStopped).sort()).toEqual([
      "answer ticket",
      "open ticket",
      "sign out",
      "solve ticket",
    ]);
    for (const kind of ["seller", "partner", "aggregator"] as const) {
      const member = await makeActor({ kind });
      await suspend(member);
      for (const right of names.filter((one) => rights[one].who === "member" && !isOpenToStopped(one))) {
        const refusal = await asFounder((tx) => allow(tx, withFormKey(member, { act: right }), right));
        expect([right, refusal?.code]).toEqual([right, "not_allowed"]);
      }
    }
  }),
);
