import type { Metadata } from "next";
import { listTickets, type TicketLineView } from "@/lib/help/list-tickets";
import { RefusedPage } from "../_refusal";
import { requireAsking } from "../_session";
import { type Text, text } from "../_text/text";
import { moment } from "../_time";
import { ButtonLink } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { Time } from "../_ui/time";
import { AskForm } from "./ask-form";
import { type HelpQuery, readContext } from "./read-context";
import { Stopped } from "./stopped";
import { TicketStateBadge } from "./ticket-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).help.title };
}

/** Help: asking, with what the page before knew, and what was asked before. */
export default async function HelpPage({ searchParams }: { searchParams: Promise<HelpQuery> }) {
  const viewer = await requireAsking();
  const [t, query] = [await text(), await searchParams];
  const said = t.help;
  if (viewer.organisation.kind === "operator") {
    return (
      <>
        <PageHeader lead={said.operator} title={said.title} />
        <RefusedPage code="not_allowed" facts={{ who: said.who }} t={t}>
          <p>
            <ButtonLink href="/operator/tickets">{said.desk}</ButtonLink>
          </p>
        </RefusedPage>
      </>
    );
  }
  const isStopped = "stopped" in viewer;
  // What the page before knew is for those who can still see that page.
  const context = isStopped ? {} : await readContext(query, viewer, t);
  const tickets = await listTickets(viewer);
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      {isStopped && <Stopped t={t} viewer={viewer} />}
      <AskForm context={context} t={t} />
      <Section id="tickets" title={said.list.title}>
        {tickets.length === 0 ? (
          <EmptyState icon="lifeBuoy" title={said.list.empty.title}>
            {said.list.empty.body}
          </EmptyState>
        ) : (
          <Table
            caption={said.list.title}
            captionHidden
            columns={Object.values(said.list.columns).map((label) => ({ label }))}
            rows={tickets.map((ticket) => row(ticket, t))}
          />
        )}
      </Section>
    </>
  );
}

function row({ id, number, subject, state, changedAt, openedBy }: TicketLineView, t: Text) {
  return {
    key: id,
    attributes: { "data-ticket": String(number), "data-state": state } as const,
    cells: [
      <a className="link wrap-anywhere" href={`/help/${id}`} key="ticket">
        {`${number} · ${subject}`}
      </a>,
      <TicketStateBadge key="state" side="member" state={state} words={t.help.states} />,
      <Time at={moment(changedAt, t.language)} key="changed" />,
      openedBy,
    ],
  };
}
