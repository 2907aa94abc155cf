import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { members, type Role } from "@/db/schema";
import { makeActor, ownDatabase, rolledBack, viewerOf } from "@/db/testing";
import { answerTicket } from "./answer-ticket";
import { findTicket } from "./find-ticket";
import { answering, at, atHelp, idIn, opening, reply, scene, stored } from "./help-scene.testing";
import { listTickets } from "./list-tickets";
import { openTicket } from "./open-ticket";
import { solveTicket } from "./solve-ticket";

const context = { path: "/first-call", code: "seller.not_linked", clientId: "feedwise", sellerId: "104512" };

describe("opening a ticket", () => {
  it(
    "keeps the question, what the page knew, and when to call",
    rolledBack(async () => {
      const member = await makeActor({ role: "viewer" });
      const form = opening({ callMe: "Monday 10-12", callNumber: "+33 1 23 45 67 89" });
      const made = await openTicket(atHelp(member, context), form);
      expect(made).toMatchObject({
        view: { goTo: expect.stringMatching(/^\/help\/[0-9a-f-]{36}\?done=opened$/) },
      });
      expect(await findTicket(viewerOf(member), idIn(made as never))).toMatchObject({
        number: expect.any(Number),
        subject: "It does not work",
        state: "waits_for_us",
        openedBy: member.name,
        context,
        callTimes: "Monday 10-12",
        callNumber: "+33 1 23 45 67 89",
        messages: [{ side: "member", authorName: member.name, body: "What now?", files: [] }],
      });
      const { events } = await stored();
      expect(events).toMatchObject([{ type: "ticket.opened", organisationId: member.organisationId }]);
      expect(JSON.stringify(events[0]?.data)).not.toMatch(/What now|does not work/);
    }),
  );

  it(
    "is for members of sellers, partners and aggregators, in any role",
    rolledBack(async () => {
      for (const kind of ["seller", "partner", "aggregator"] as const)
        for (const role of ["owner", "editor", "viewer"] as const)
          expect(await openTicket(atHelp(await makeActor({ kind, role })), opening())).toMatchObject({
            ok: true,
          });
      const operator = await makeActor({ kind: "operator" });
      expect(await openTicket(atHelp(operator), opening())).toMatchObject({ code: "not_allowed" });
      const gone = await makeActor({ role: "viewer" });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, gone.personId)));
      expect(await openTicket(atHelp(gone), opening())).toMatchObject({ code: "not_allowed" });
      expect((await stored()).tickets).toHaveLength(9);
    }),
  );

  it(
    "asked twice is one ticket, and other words on the same thing go on there",
    rolledBack(async () => {
      const member = await makeActor();
      const form = atHelp(member, context);
      const id = idIn((await openTicket(form, opening())) as never);
      expect(await openTicket(form, opening())).toMatchObject({ view: { goTo: `/help/${id}?done=same` } });
      expect(await openTicket(atHelp(member, context), opening())).toMatchObject({
        view: { goTo: `/help/${id}?done=same` },
      });
      const more = opening({ message: "And it says 403." });
      expect(await openTicket(form, more)).toMatchObject({ code: "stale" });
      expect(await openTicket(atHelp(member, context), more)).toMatchObject({
        view: { goTo: `/help/${id}?done=added` },
      });
      const other = await openTicket(atHelp(member), opening());
      expect(idIn(other as never)).not.toBe(id);
      const { tickets, messages } = await stored();
      expect([tickets.length, messages.length]).toEqual([2, 3]);
    }),
  );

  it(
    "takes its context from the page alone",
    rolledBack(async () => {
      const member = await makeActor();
      const foreign = at(member, "answer ticket", "x");
      expect(await openTicket(foreign, opening())).toMatchObject({ code: "stale" });
      expect(await openTicket({ ...member, key: null }, opening())).toMatchObject({ code: "stale" });
      expect((await stored()).tickets).toEqual([]);
    }),
  );

  it(
    "ends with ten an hour for one person and thirty for an organisation",
    rolledBack(async () => {
      const first = await makeActor();
      const ask = (who: typeof first, n: number) =>
        openTicket(atHelp(who), opening({ subject: `Question ${n}` }));
      for (let n = 0; n < 10; n++) expect(await ask(first, n)).toMatchObject({ ok: true });
      expect(await ask(first, 10)).toMatchObject({
        code: "too_many",
        facts: { minutes: expect.any(String) },
      });
      const join = (role: Role) => makeActor({ organisationId: first.organisationId, role });
      for (const who of [await join("viewer"), await join("editor")])
        for (let n = 0; n < 10; n++) expect(await ask(who, n)).toMatchObject({ ok: true });
      expect(await ask(await join("owner"), 0)).toMatchObject({ code: "too_many" });
      expect(await ask(await makeActor(), 0)).toMatchObject({ ok: true });
      expect((await stored()).tickets).toHaveLength(31);
    }),
  );
});

describe("writing on a ticket", () => {
  it(
    "hands it back to the operator, and opens a solved one again",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      await reply(operator, id, { solved: "on" });
      expect(await findTicket(viewerOf(member), id)).toMatchObject({ state: "solved" });
      const colleague = await makeActor({ organisationId: member.organisationId, role: "viewer" });
      const form = at(colleague, "answer ticket", id);
      expect(await answerTicket(form, answering(id))).toMatchObject({
        view: { goTo: `/help/${id}?done=answered` },
      });
      expect(await findTicket(viewerOf(member), id)).toMatchObject({
        state: "waits_for_us",
        messages: [{}, {}, { side: "member", authorName: colleague.name, body: "Still not." }],
      });
      expect(await answerTicket(form, answering(id, "Once more"))).toMatchObject({ code: "stale" });
      expect((await stored()).messages).toHaveLength(3);
    }),
  );

  it(
    "is for its own organisation, and for what the page showed",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const stranger = await makeActor();
      expect(await answerTicket(at(stranger, "answer ticket", id), answering(id))).toMatchObject({
        code: "not_found",
      });
      expect(await answerTicket(at(operator, "answer ticket", id), answering(id))).toMatchObject({
        code: "not_allowed",
      });
      const other = at(member, "answer ticket", "0192f000-0000-7000-8000-000000000000");
      expect(await answerTicket(other, answering(id))).toMatchObject({ code: "not_found" });
      expect(await findTicket(viewerOf(stranger), id)).toBeNull();
      expect(await findTicket(viewerOf(member), "no-id")).toBeNull();
      expect(await listTickets(viewerOf(stranger))).toEqual([]);
      expect((await stored()).messages).toHaveLength(1);
    }),
  );

  it(
    "keeps the place in the queue, and ends with thirty an hour",
    rolledBack(async () => {
      const { member, id } = await scene();
      const before = (await stored()).tickets[0]?.lastAt;
      for (let n = 0; n < 30; n++)
        expect(await answerTicket(at(member, "answer ticket", id), answering(id, `${n}`))).toMatchObject({
          ok: true,
        });
      expect(await answerTicket(at(member, "answer ticket", id), answering(id))).toMatchObject({
        code: "too_many",
      });
      expect((await stored()).tickets[0]?.lastAt).toEqual(before);
      const [line] = await listTickets(viewerOf(member));
      expect(line?.changedAt.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    }),
  );
});

describe("solving a ticket", () => {
  it(
    "is said once, by its own organisation",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const solve = (who: typeof member) => solveTicket(at(who, "solve ticket", id), { ticketId: id });
      expect(await solve(await makeActor())).toMatchObject({ code: "not_found" });
      expect(await solve(operator)).toMatchObject({ code: "not_allowed" });
      expect(await solveTicket(at(member, "solve ticket", "x"), { ticketId: id })).toMatchObject({
        code: "not_found",
      });
      expect(await solve(member)).toMatchObject({ view: { goTo: `/help/${id}?done=solved` } });
      expect(await solve(member)).toMatchObject({ code: "stale" });
      expect(await listTickets(viewerOf(member))).toMatchObject([
        { id, state: "solved", openedBy: member.name },
      ]);
      expect((await stored()).events.filter(({ type }) => type === "ticket.solved")).toHaveLength(1);
    }),
  );
});

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("the same question in several tabs is one ticket", async () => {
    const member = await makeActor();
    const asked = await Promise.all([1, 2, 3, 4].map(() => openTicket(atHelp(member, context), opening())));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(new Set(asked.map((one) => idIn(one as never))).size).toBe(1);
    const form = atHelp(member);
    const pressed = await Promise.all([openTicket(form, opening()), openTicket(form, opening())]);
    expect(new Set(pressed.map((one) => idIn(one as never))).size).toBe(1);
    expect(await listTickets(viewerOf(member))).toHaveLength(2);
  });

  it("two colleagues solve it once, and somebody removed meanwhile does nothing", async () => {
    const { member, id } = await scene();
    const colleague = await makeActor({ organisationId: member.organisationId });
    const solve = (who: typeof member) => solveTicket(at(who, "solve ticket", id), { ticketId: id });
    const solved = await Promise.all([solve(member), solve(colleague)]);
    expect(solved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(solved.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    const theirs = and(eq(members.personId, colleague.personId), eq(members.role, "owner"));
    const form = at(colleague, "answer ticket", id);
    await asFounder((tx) => tx.delete(members).where(theirs));
    expect(await answerTicket(form, answering(id))).toMatchObject({ code: "not_allowed" });
  });
});
