import { asFounder } from "@/db/client";
import { tickets } from "@/db/schema";
import { makeActor } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { answerTicket } from "../help/answer-ticket";
import { closeTicket } from "../help/close-ticket";
import { answering, opening, replying } from "../help/help-scene.testing";
import { noteTicket } from "../help/note-ticket";
import { openTicket } from "../help/open-ticket";
import { replyToTicket } from "../help/reply-to-ticket";
import { solveTicket } from "../help/solve-ticket";
import { takeTicket } from "../help/take-ticket";
import { newId } from "../id";
import { row } from "./rights-table.testing";

/** An open ticket of that actor's organisation. */
async function makeTicket({ organisationId, personId }: Actor) {
  const about = { id: newId(), organisationId, personId, subject: "It does not work" };
  await asFounder((tx) => tx.insert(tickets).values({ ...about, createdAt: now(), lastAt: now() }));
  return { ticketId: about.id };
}

const own = {
  about: "own" as const,
  make: makeTicket,
  offered: ({ ticketId }: { ticketId: string }) => ({ ticketId: [ticketId] }),
  isTyped: true as const,
};
const any = { ...own, about: "any" as const, make: async () => makeTicket(await makeActor()) };

export const rightsOfHelp = {
  "open ticket": row({
    about: "nothing",
    make: async () => ({}),
    offered: () => ({ context: ["{}"] }),
    act: (actor) => openTicket(actor, opening()),
  }),
  "answer ticket": row({ ...own, act: (actor, { ticketId }) => answerTicket(actor, answering(ticketId)) }),
  "solve ticket": row({ ...own, act: solveTicket }),
  "take ticket": row({ ...any, act: takeTicket }),
  "reply to ticket": row({ ...any, act: (actor, { ticketId }) => replyToTicket(actor, replying(ticketId)) }),
  "close ticket": row({ ...any, act: closeTicket, gone: "stale" }),
  "note ticket": row({
    ...any,
    act: (actor, { ticketId }) => noteTicket(actor, { do: "note", ticketId, note: "Ask the bank." }),
  }),
};
