import type { QueueName } from "@/lib/desk/count-queues";

/** The operator's desk: what waits, and the ways from there. */
export const desk = {
  lead: "What waits for the marketplace's staff.",
  waits: "Waiting",
  queues: {
    listings: "Entries for the directory",
    reviews: "Clients to review",
    tickets: "Tickets that wait for us",
    names: "Protected names that want a second person",
    letters: "Letters given up this week",
    deliveries: "Messages to servers given up this week",
  } satisfies Record<QueueName, string>,
  columns: { what: "What", count: "How many", oldest: "Oldest" },
  nothing: { title: "Nothing waits", body: "Every request is decided, and every letter has left." },
  none: "none",
  silent: {
    title: "The worker is silent",
    never: "No worker has been heard of. Letters, messages to servers and reminders do not leave.",
    since: (when: string) =>
      `No worker has been heard of for two minutes, the last on ${when}. Letters, messages to servers and reminders do not leave.`,
    open: "See the jobs",
  },
  ways: {
    lookup: "Look somebody up",
    lookupText: "By SellerId, clientId, e-mail address, trace or reference id.",
    listings: "Directory",
    listingsText: "Entries to decide, and those that are listed.",
    names: "Protected names",
    namesText: "Who may carry a name that is not theirs alone.",
    sellers: "Seller accounts",
    sellersText: "Bind an account whose owner cannot prove it by mail.",
    tickets: "Tickets",
    ticketsText: "What people ask, and what was answered.",
    events: "Events",
    eventsText: "Everything that happened, by whom, to what.",
    jobs: "Jobs and deliveries",
    jobsText: "What the worker does, and what did not arrive.",
    team: "Team",
    teamText: "Who sits at this desk.",
    go: "Open",
  },
};
