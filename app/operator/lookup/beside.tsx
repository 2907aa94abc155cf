import type { FirstCallRowView, TicketRowView } from "@/lib/links/list-beside";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Badge } from "../../_ui/badge";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";
import { verdictTitle } from "./verdict-title";

/** The last reports of the tester, by their verdict. */
export function Calls({ calls, t }: { calls: FirstCallRowView[]; t: Text }) {
  const said = t.lookup.calls;
  return (
    <Section id="calls" title={said.title}>
      {calls.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={calls.map(({ id, at, verdict, clientId, sellerId }) => ({
            key: id,
            attributes: { "data-verdict": verdict },
            cells: [
              <a className="link" href={`/operator/lookup/calls/${id}`} key="verdict">
                {verdictTitle(verdict, t)}
              </a>,
              <span className="mono wrap-anywhere" key="pair">{`${clientId} · ${sellerId}`}</span>,
              <Time at={moment(at, t.language)} key="when" />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** The last tickets, each leading to where it is answered. */
export function Tickets({ tickets, t }: { tickets: TicketRowView[]; t: Text }) {
  const said = t.lookup.tickets;
  return (
    <Section id="tickets" title={said.title}>
      {tickets.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={tickets.map(({ id, number, subject, lastAt, solved }) => ({
            key: id,
            cells: [
              <a className="link" href={`/operator/tickets/${id}`} key="subject">
                {t.lookup.ticket(number, subject)}
              </a>,
              <Badge key="state" kind={solved ? "active" : "pending"}>
                {solved ? said.solved : said.open}
              </Badge>,
              <Time at={moment(lastAt, t.language)} key="when" />,
            ],
          }))}
        />
      )}
    </Section>
  );
}
