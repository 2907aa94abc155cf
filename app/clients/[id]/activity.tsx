import type { EventView } from "@/lib/audit/list-events";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";

/** What happened to a client, newest first. */
export function Activity({ events, t }: { events: EventView[]; t: Text }) {
  const said = t.clients.activity;
  return (
    <Section id="activity" title={said.title}>
      <Table
        caption={said.title}
        captionHidden
        columns={Object.values(said.columns).map((label) => ({ label }))}
        rows={events.map(({ id, at, type, actorName, sellerId, data }) => ({
          key: String(id),
          attributes: { "data-event": type },
          cells: [
            <span key="what">
              {said.events[type](data)}
              {sellerId && `, ${said.seller(sellerId)}`}
            </span>,
            data.by === "operator" ? said.operator : actorName || said.other,
            <Time at={moment(at, t.language)} key="when" />,
          ],
        }))}
      />
    </Section>
  );
}
