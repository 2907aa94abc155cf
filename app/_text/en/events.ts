import type { FilterName } from "@/lib/audit/event-filter";

/** The operator's search through everything that happened. */
export const events = {
  title: "Events",
  lead: "Everything that happened, newest first. The address of this page holds the whole search, so it can be kept or passed on.",
  fields: {
    type: "What happened",
    organisation: "Organisation",
    clientId: "clientId",
    sellerId: "SellerId",
    actor: "Who did it",
    requestId: "Trace or request id",
    from: "From",
    to: "Until",
  } satisfies Record<FilterName, string>,
  organisationHint: "Its exact name or its id",
  actorHint: "Exact name or e-mail address",
  dayHint: "In UTC, the day itself included",
  any: "Anything",
  search: "Search events",
  submit: "Search",
  reset: "Show all",
  unknown: (fields: string) => `Nothing here goes by what was typed: ${fields}.`,
  columns: { what: "What", who: "By", whose: "Whose", about: "About", when: "When" },
  nobody: "nobody's",
  details: "All of it",
  code: "Type",
  organisationId: "Organisation's id",
  other: "The other side",
  otherId: "The other side's id",
  next: "Older events",
  first: "Newest events",
  none: { title: "Nothing found", body: "No event fits this search. Leave a field out, or widen the days." },
  export: "Take these as a file",
  exportHint: (most: string) =>
    `The file is CSV and holds the newest ${most} events of this search at most; its last line says when it was cut. Taking it is an event too.`,
};
