import type { FoundEventView } from "@/lib/audit/find-events";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { KeyValue } from "../../_ui/key-value";
import { Time } from "../../_ui/time";
import { writeEventQuery } from "./event-query";
import { eventWords } from "./event-words";

/** One event as a row of the list; all that is known of it unfolds in its first cell. */
export function eventRow(event: FoundEventView, t: Text) {
  const { id, type, actorName, at } = event;
  return {
    key: String(id),
    attributes: { "data-event": type },
    cells: [
      <What event={event} key="what" t={t} />,
      actorName,
      <Whose event={event} key="whose" t={t} />,
      <About event={event} key="about" />,
      <Time at={moment(at, t.language)} key="when" />,
    ],
  };
}

type Row = { event: FoundEventView; t: Text };

function What({ event, t }: Row) {
  const said = t.events;
  const { type, requestId, organisationId, otherOrganisationId, otherOrganisationName, data } = event;
  const pairs = [
    { label: said.code, value: <span className="mono">{type}</span> },
    requestId && {
      label: said.fields.requestId,
      value: (
        <a className="link mono wrap-anywhere" href={`/operator/events?${writeEventQuery({ requestId })}`}>
          {requestId}
        </a>
      ),
    },
    organisationId && { label: said.organisationId, value: <Id id={organisationId} /> },
    otherOrganisationName && { label: said.other, value: otherOrganisationName },
    otherOrganisationId && { label: said.otherId, value: <Id id={otherOrganisationId} /> },
    ...Object.entries(data).map(([label, value]) => ({
      label,
      value: <span className="mono wrap-anywhere">{String(value)}</span>,
    })),
  ].filter((pair) => typeof pair === "object" && pair !== null);
  return (
    <>
      {eventWords(event, t)}
      <details>
        <summary className="text-caption text-muted">{said.details}</summary>
        <KeyValue pairs={pairs} />
      </details>
    </>
  );
}

function Id({ id }: { id: string }) {
  return (
    <a className="link mono wrap-anywhere" href={`/operator/events?${writeEventQuery({ organisation: id })}`}>
      {id}
    </a>
  );
}

function Whose({ event, t }: Row) {
  const { organisationId, organisationName, otherOrganisationId, otherOrganisationName } = event;
  const sides = [
    { id: organisationId, name: organisationName },
    { id: otherOrganisationId, name: otherOrganisationName },
  ].filter(({ id }, index, all) => id && all.findIndex((one) => one.id === id) === index);
  if (sides.length === 0) return <span className="text-muted">{t.events.nobody}</span>;
  return (
    <ul>
      {sides.map(({ id, name }) => (
        <li key={id}>
          <a href={`/operator/events?${writeEventQuery({ organisation: id ?? "" })}`}>{name ?? id}</a>
        </li>
      ))}
    </ul>
  );
}

function About({ event: { clientId, sellerId } }: { event: FoundEventView }) {
  const handles = [
    clientId && { value: clientId, query: writeEventQuery({ clientId }) },
    sellerId !== null && { value: String(sellerId), query: writeEventQuery({ sellerId: String(sellerId) }) },
  ].filter((handle) => typeof handle === "object" && handle !== null);
  return (
    <ul>
      {handles.map(({ value, query }) => (
        <li key={query}>
          <a className="link mono wrap-anywhere" href={`/operator/events?${query}`}>
            {value}
          </a>
        </li>
      ))}
    </ul>
  );
}
