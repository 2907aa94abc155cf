import { asOperator } from "@/db/client";
import { guardText, writeCsv } from "../csv";
import type { EventFilter } from "./event-filter";
import { type FoundEventView, findEvents } from "./find-events";
import { recordEvent } from "./record-event";

const head = [
  "at",
  "type",
  "actor",
  "organisation",
  "organisationId",
  "otherOrganisation",
  "otherOrganisationId",
  "clientId",
  "sellerId",
  "requestId",
  "data",
];

/** A file has so many events at most; a narrower filter reaches the others. */
export const mostExported = 100_000;

type Who = { personId: string; name: string; organisationId: string; requestId?: string };

/**
 * The events that a filter leaves as CSV, newest first, piece by piece: no more than one page of them is held at a
 * time. A file that was cut says so in its last line. That somebody took it is an event itself.
 */
export async function* exportEvents(
  who: Who,
  filter: EventFilter,
  { limit = 1000, most = mostExported } = {},
): AsyncGenerator<string> {
  const { organisationId } = who;
  await asOperator((tx) =>
    recordEvent(tx, who, { type: "events.exported", organisationId, data: { ...filter } }),
  );
  yield `${writeCsv([head])}\r\n`;
  let after: string | undefined;
  for (let left = most; left > 0; ) {
    const page = await findEvents(filter, { after, limit: Math.min(limit, left) });
    if (page.items.length > 0) yield `${writeCsv(page.items.map(toCells))}\r\n`;
    left -= page.items.length;
    if (!page.next) return;
    after = page.next;
  }
  yield `${writeCsv([[`Cut after ${most} events. Narrow the filter for the others.`]])}\r\n`;
}

function toCells(view: FoundEventView) {
  const { at, type, sellerId, requestId, organisationId, otherOrganisationId, data } = view;
  return [
    at.toISOString(),
    guardText(type),
    guardText(view.actorName),
    guardText(view.organisationName ?? ""),
    organisationId ?? "",
    guardText(view.otherOrganisationName ?? ""),
    otherOrganisationId ?? "",
    guardText(view.clientId ?? ""),
    sellerId === null ? "" : String(sellerId),
    guardText(requestId ?? ""),
    guardText(JSON.stringify(data)),
  ];
}
