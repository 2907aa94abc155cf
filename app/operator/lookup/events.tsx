import type { EventView } from "@/lib/audit/list-events";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";

/** What happened lately, newest first, with who it was. */
export function Events({ events, t }: { events: EventView[]; t: Text }) {
  const said = t.lookup.events;
  return (
    <Section id="events" title={said.title}>
      {events.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={events.map(({ id, at, type, actorName, sellerId, data }) => ({
            key: String(id),
            attributes: { "data-event": type },
            cells: [
              <span key="what">
                {t.clients.activity.events[type](data)}
                {sellerId && `, ${said.seller(sellerId)}`}
                {data.words && <span className="text-muted"> · {data.words}</span>}
              </span>,
              actorName,
              <Time at={moment(at, t.language)} key="when" />,
            ],
          }))}
        />
      )}
    </Section>
  );
}
