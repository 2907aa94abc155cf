import type { DeskList } from "@/lib/help/list-desk-tickets";

/** The operator's side of help. */
export const ticketDesk = {
  title: "Tickets",
  lead: "What people ask, and what we told them.",
  waiting: (count: number) =>
    count === 0
      ? "Nobody waits for an answer."
      : count === 1
        ? "1 ticket waits for us."
        : `${count} tickets wait for us.`,
  lists: { waiting: "Waiting for us", mine: "Mine", all: "All", solved: "Solved" } satisfies Record<
    DeskList,
    string
  >,
  listsLabel: "Which tickets",
  empty: { title: "Nothing here", body: "No ticket fits this list at the moment." },
  columns: { ticket: "Ticket", who: "Who asks", state: "State", since: "Since", holder: "Looked after by" },
  states: { waits_for_us: "Waits for us", waits_for_you: "Waits for them", solved: "Solved" },
  nobody: "nobody yet",
  wantsCall: "wants a call",
  full: "The first hundred are shown.",
  ticket: {
    who: "Who asks",
    organisation: "Company",
    person: "Person",
    left: "No longer a member: answers go to the owners.",
    holder: "Looked after by",
    report: "The first call",
    reportGone: "The report is gone: they are kept for 30 days.",
    take: "Take it",
    takeOver: "Take it over",
    reply: "Answer",
    message: "Your answer",
    messageHint: "Goes to the ticket's page and by mail. You sign with your first name.",
    solved: "With this it is solved",
    send: "Send the answer",
    close: "Mark as solved",
    notes: "Internal notes",
    notesIntro: "For the staff alone. The company never sees them.",
    notesNone: "No notes yet.",
    note: "New note",
    addNote: "Keep the note",
    done: {
      taken: "You look after this ticket now.",
      replied: "Sent, to the page and by mail.",
      unread: "Sent. Meanwhile something new was written here: read it, the ticket still waits for us.",
      solved: "Solved, and told by mail.",
      noted: "The note is kept.",
    } as Record<string, string>,
  },
};
