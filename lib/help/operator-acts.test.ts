import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { members, people } from "@/db/schema";
import { makeActor, makeMember, ownDatabase, rolledBack, viewerOf } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { answerTicket } from "./answer-ticket";
import { closeTicket } from "./close-ticket";
import { findDeskTicket } from "./find-desk-ticket";
import { findTicket } from "./find-ticket";
import { answering, at, lastOfMember, reply, replying, scene, stored } from "./help-scene.testing";
import { countWaitingTickets, listDeskTickets } from "./list-desk-tickets";
import { noteTicket } from "./note-ticket";
import { replyToTicket } from "./reply-to-ticket";
import { takeTicket } from "./take-ticket";

const take = (who: Actor, id: string, holder = "") =>
  takeTicket(at(who, "take ticket", id, { holder: [holder] }), { ticketId: id });
const close = (who: Actor, id: string) => closeTicket(at(who, "close ticket", id), { ticketId: id });
const note = (who: Actor, id: string, text = "Called, nobody there.") =>
  noteTicket(at(who, "note ticket", id), { do: "note", ticketId: id, note: text });

describe("the operator's desk", () => {
  it(
    "shows what waits longest first, and whose turn it is",
    rolledBack(async () => {
      const [one, two, three] = [await scene({ callMe: "now" }), await scene(), await scene()];
      const { operator } = one;
      const ids = async (list: Parameters<typeof listDeskTickets>[0]) =>
        (await listDeskTickets(list, operator.personId)).map(({ id }) => id);
      expect(await ids("waiting")).toEqual([one.id, two.id, three.id]);
      await reply(operator, one.id);
      await close(operator, two.id);
      expect([await ids("waiting"), await countWaitingTickets()]).toEqual([[three.id], 1]);
      expect([await ids("mine"), await ids("solved")]).toEqual([[one.id], [two.id]]);
      expect(new Set(await ids("all"))).toEqual(new Set([one.id, two.id, three.id]));
      await answerTicket(at(one.member, "answer ticket", one.id), answering(one.id));
      expect(await ids("waiting")).toEqual([three.id, one.id]);
      expect(await listDeskTickets("mine", operator.personId)).toMatchObject([
        { state: "waits_for_us", takenBy: operator.name, wantsCall: true, openedBy: one.member.name },
      ]);
    }),
  );

  it(
    "is the operator's editors' and owners', for tickets that the page showed",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const looker = await makeActor({ organisationId: operator.organisationId, role: "viewer" });
      for (const who of [member, looker]) {
        expect(await take(who, id)).toMatchObject({ code: "not_allowed" });
        expect(await reply(who, id)).toMatchObject({ code: "not_allowed" });
        expect(await close(who, id)).toMatchObject({ code: "not_allowed" });
        expect(await note(who, id)).toMatchObject({ code: "not_allowed" });
      }
      const gone = "0192f000-0000-7000-8000-000000000000";
      expect(await take(operator, gone)).toMatchObject({ code: "not_found" });
      expect(await reply(operator, gone)).toMatchObject({ code: "not_found" });
      expect(await note(operator, gone)).toMatchObject({ code: "not_found" });
      expect(await close(operator, gone)).toMatchObject({ code: "stale" });
      const elsewhere = { ticketId: id };
      expect(await takeTicket(at(operator, "take ticket", gone), elsewhere)).toMatchObject({
        code: "not_found",
      });
      expect(await closeTicket(at(operator, "close ticket", gone), elsewhere)).toMatchObject({
        code: "not_found",
      });
      expect(await findDeskTicket(gone)).toBeNull();
      const { messages, notes, letters } = await stored();
      expect([messages.length, notes.length, letters.length]).toEqual([1, 0, 0]);
    }),
  );
});

describe("taking a ticket", () => {
  it(
    "names who looks after it, and a colleague may take it over knowingly",
    rolledBack(async () => {
      const { member, operator, colleague, id } = await scene();
      expect(await take(operator, id)).toMatchObject({
        view: { goTo: `/operator/tickets/${id}?done=taken` },
      });
      expect(await take(operator, id, operator.personId)).toMatchObject({ code: "stale" });
      expect(await take(colleague, id)).toMatchObject({ code: "stale" });
      expect(await findDeskTicket(id)).toMatchObject({ holder: { name: operator.name } });
      expect(await take(colleague, id, operator.personId)).toMatchObject({ ok: true });
      expect(await findDeskTicket(id)).toMatchObject({ holder: { name: colleague.name } });
      const taken = (await stored()).events.filter(({ type }) => type === "ticket.taken");
      expect(taken).toMatchObject([
        { organisationId: operator.organisationId, otherOrganisationId: member.organisationId },
        {},
      ]);
    }),
  );
});

describe("answering as the operator", () => {
  it(
    "reaches the desk of both sides and the mailbox, and says where to answer",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      await asFounder((tx) =>
        tx.update(people).set({ name: "Grace Hopper" }).where(eq(people.id, operator.personId)),
      );
      const named = { ...operator, name: "Grace Hopper" };
      expect(await reply(named, id, { message: "First this.\n\nThen that." })).toMatchObject({
        view: { goTo: `/operator/tickets/${id}?done=replied` },
      });
      expect(await findTicket(viewerOf(member), id)).toMatchObject({
        state: "waits_for_you",
        messages: [{}, { side: "operator", authorName: "Grace", body: "First this.\n\nThen that." }],
      });
      const { letters, events, tickets } = await stored();
      expect(letters).toMatchObject([
        { to: member.email, subject: `An answer to your ticket ${tickets[0]?.number}` },
      ]);
      for (const part of ["First this.", "Then that.", `/help/${id}`, "Answer on the page"])
        expect(letters[0]?.text).toContain(part);
      expect(events.at(-1)).toMatchObject({
        type: "ticket.answered",
        organisationId: operator.organisationId,
        otherOrganisationId: member.organisationId,
        data: { ticketId: id },
      });
      expect(JSON.stringify(events)).not.toContain("First this");
    }),
  );

  it(
    "pressed twice answers once",
    rolledBack(async () => {
      const { operator, id } = await scene();
      const form = at(operator, "reply to ticket", id, { seen: [await lastOfMember(id)] });
      expect(await replyToTicket(form, replying(id))).toMatchObject({ ok: true });
      expect(await replyToTicket(form, replying(id))).toMatchObject({ code: "stale" });
      const { messages, letters } = await stored();
      expect([messages.length, letters.length]).toEqual([2, 1]);
    }),
  );

  it(
    "leaves it waiting when the member wrote meanwhile, and never calls that solved",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const form = at(operator, "reply to ticket", id, { seen: [await lastOfMember(id)] });
      await answerTicket(at(member, "answer ticket", id), answering(id, "Something else broke."));
      expect(await replyToTicket(form, replying(id, { solved: "on" }))).toMatchObject({
        view: { goTo: `/operator/tickets/${id}?done=unread` },
      });
      expect(await findDeskTicket(id)).toMatchObject({ state: "waits_for_us", messages: [{}, {}, {}] });
    }),
  );

  it(
    "tells the owners instead of somebody who has left",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const owner = await makeActor({ organisationId: member.organisationId });
      await makeMember(
        { id: (await makeActor()).personId },
        { id: member.organisationId },
        { role: "viewer" },
      );
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, member.personId)));
      await reply(operator, id);
      expect((await stored()).letters.map(({ to }) => to)).toEqual([owner.email]);
      expect(await findDeskTicket(id)).toMatchObject({ isMember: false, email: member.email });
    }),
  );
});

describe("closing and noting", () => {
  it(
    "closes once, tells the opener, and writing opens it again",
    rolledBack(async () => {
      const { member, operator, colleague, id } = await scene();
      expect(await close(operator, id)).toMatchObject({
        view: { goTo: `/operator/tickets/${id}?done=solved` },
      });
      expect(await close(colleague, id)).toMatchObject({ code: "stale" });
      expect(await take(colleague, id)).toMatchObject({ code: "stale" });
      const { letters } = await stored();
      expect(letters).toMatchObject([{ to: member.email, subject: expect.stringContaining("is solved") }]);
      await answerTicket(at(member, "answer ticket", id), answering(id));
      expect(await findDeskTicket(id)).toMatchObject({ state: "waits_for_us" });
    }),
  );

  it(
    "keeps notes among the staff: members see neither them nor that there are any",
    rolledBack(async () => {
      const { member, operator, id } = await scene();
      const form = at(operator, "note ticket", id);
      const typed = { do: "note", ticketId: id, note: "Difficult." } as const;
      expect(await noteTicket(form, typed)).toMatchObject({ ok: true });
      expect(await noteTicket(form, typed)).toMatchObject({ code: "stale" });
      expect(await findDeskTicket(id)).toMatchObject({ notes: [{ body: "Difficult.", by: operator.name }] });
      expect(JSON.stringify(await findTicket(viewerOf(member), id))).not.toContain("Difficult");
      const noted = (await stored()).events.filter(({ type }) => type === "ticket.noted");
      expect(noted).toMatchObject([{ organisationId: operator.organisationId, otherOrganisationId: null }]);
      expect(JSON.stringify(noted)).not.toContain("Difficult");
    }),
  );
});

describe("at the same moment", () => {
  beforeAll(() => ownDatabase());

  it("one of two takes it, both who answer are heard, and it is closed once", async () => {
    const { operator, colleague, id } = await scene();
    const taken = await Promise.all([take(operator, id), take(colleague, id)]);
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taken.find(({ ok }) => !ok)).toMatchObject({ code: "stale" });
    const replies = await Promise.all([reply(operator, id), reply(colleague, id, { message: "Or that." })]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const bodies = (await findDeskTicket(id))?.messages.map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    expect(bodies).toEqual(expect.arrayContaining(["Try this.", "Or that."]));
    const closed = await Promise.all([close(operator, id), close(colleague, id)]);
    expect(closed.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
