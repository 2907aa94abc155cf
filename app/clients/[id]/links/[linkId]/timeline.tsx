import type { LinkEventView } from "@/lib/links/list-link-events";
import type { Text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { Time } from "../../../../_ui/time";

/** What happened to one link, newest first, as both of its sides know it. */
export function Timeline({ events, t }: { events: LinkEventView[]; t: Text }) {
  const said = t.linkedSellers.detail.timeline;
  return (
    <Section id="timeline" title={said.title}>
      <Table
        caption={said.title}
        captionHidden
        columns={Object.values(said.columns).map((label) => ({ label }))}
        rows={events.map((event) => ({
          key: String(event.id),
          attributes: { "data-event": event.type },
          cells: [what(event, t), who(event, t), <Time at={moment(event.at, t.language)} key="when" />],
        }))}
      />
    </Section>
  );
}

function what({ type, data }: LinkEventView, t: Text) {
  const words = t.clients.activity.events[type](data);
  const reasons: Record<string, string> = t.receipt.reasons;
  const known: Record<string, string> = t.bulk.start.unlink.reasons;
  const reason = [reasons[String(data.reason)], known[String(data.because)]].filter(Boolean).join("; ");
  return reason ? t.linkedSellers.detail.timeline.reason(words, reason) : words;
}

function who({ by }: LinkEventView, t: Text) {
  const said = t.linkedSellers.detail.timeline.by;
  return by.side === "own" ? by.name : said[by.side];
}
