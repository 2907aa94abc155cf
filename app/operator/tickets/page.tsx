import type { Metadata } from "next";
import { now } from "@/lib/clock";
import {
  countWaitingTickets,
  type DeskLineView,
  deskLists,
  listDeskTickets,
} from "@/lib/help/list-desk-tickets";
import { type Text, text } from "../../_text/text";
import { ago } from "../../_time";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { PageHeader } from "../../_ui/page-header";
import { Table } from "../../_ui/table";
import { TicketStateBadge } from "../../help/ticket-state";
import { requireOperator } from "../require-operator";

type Props = { searchParams: Promise<{ show?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).ticketDesk.title };
}

/** The tickets of everybody: those that wait for the operator, the longest first, unless another list is asked for. */
export default async function TicketsPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { show }] = [await text(), await searchParams];
  const said = t.ticketDesk;
  const list = deskLists.find((name) => name === show) ?? "waiting";
  const [waiting, tickets] = [await countWaitingTickets(), await listDeskTickets(list, viewer.personId)];
  return (
    <>
      <PageHeader
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={`${said.lead} ${said.waiting(waiting)}`}
        title={said.title}
      />
      <nav aria-label={said.listsLabel} className="flex flex-wrap gap-2">
        {deskLists.map((name) => (
          <ButtonLink
            aria-current={name === list ? "page" : undefined}
            href={`/operator/tickets?show=${name}`}
            key={name}
            size="small"
            variant={name === list ? "primary" : "quiet"}
          >
            {said.lists[name]}
          </ButtonLink>
        ))}
      </nav>
      {tickets.length === 0 ? (
        <EmptyState icon="check" title={said.empty.title}>
          {said.empty.body}
        </EmptyState>
      ) : (
        <Table
          caption={said.lists[list]}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={tickets.map((ticket) => row(ticket, t))}
        />
      )}
      {tickets.length === 100 && <p className="text-muted">{said.full}</p>}
    </>
  );
}

function row(ticket: DeskLineView, t: Text) {
  const said = t.ticketDesk;
  const { id, number, subject, organisationName, openedBy, state, lastAt, takenBy, wantsCall } = ticket;
  return {
    key: id,
    attributes: { "data-ticket": String(number), "data-state": state } as const,
    cells: [
      <a className="link wrap-anywhere" href={`/operator/tickets/${id}`} key="ticket">
        {`${number} · ${subject}`}
      </a>,
      [`${organisationName} (${openedBy})`, ...(wantsCall ? [said.wantsCall] : [])].join(" · "),
      <TicketStateBadge key="state" side="operator" state={state} words={said.states} />,
      ago(lastAt, now(), t.language),
      takenBy ?? said.nobody,
    ],
  };
}
