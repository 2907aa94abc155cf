import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type DeskTicketView, findDeskTicket } from "@/lib/help/find-desk-ticket";
import { DoneNotice } from "../../../_done";
import { OrphanRefusal } from "../../../_orphan";
import { type Text, text } from "../../../_text/text";
import { moment } from "../../../_time";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { Time } from "../../../_ui/time";
import { ContextList } from "../../../help/context-list";
import { Messages } from "../../../help/messages";
import { TicketStateBadge } from "../../../help/ticket-state";
import { requireOperator } from "../../require-operator";
import { FirstCall } from "./first-call";
import { CloseForm, NoteForm, ReplyForm, TakeForm } from "./forms";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireOperator();
  const ticket = await findDeskTicket((await params).id);
  return ticket ? { title: (await text()).help.ticket.title(ticket.number) } : {};
}

/** One ticket at the operator's desk: who asks and from where, what was said, and what the staff can do. */
export default async function DeskTicketPage({ params, searchParams }: Props) {
  const viewer = await requireOperator();
  const ticket = await findDeskTicket((await params).id);
  if (!ticket) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.ticketDesk;
  const may = viewer.organisation.role !== "viewer";
  const isOpen = ticket.state !== "solved";
  const canTake = may && isOpen && ticket.holder?.personId !== viewer.personId;
  const forms: Record<string, boolean> = { "take ticket": canTake, "close ticket": may && isOpen };
  const { firstCallId } = ticket.context;
  return (
    <>
      <PageHeader
        back={{ href: "/operator/tickets", label: said.title }}
        badge={<TicketStateBadge side="operator" state={ticket.state} words={said.states} />}
        lead={t.help.ticket.title(ticket.number)}
        title={ticket.subject}
      />
      <OrphanRefusal isShown={(act) => forms[act] ?? may} t={t} />
      <DoneNotice done={String(done)} sentences={said.ticket.done} />
      {!may && <Notice>{t.clients.viewerHint}</Notice>}
      <Who t={t} ticket={ticket} />
      {canTake && <TakeForm t={t} ticket={ticket} />}
      <Section title={t.help.ticket.messages}>
        <Messages messages={ticket.messages} t={t} ticketId={ticket.id} />
      </Section>
      {may && <ReplyForm t={t} ticket={ticket} />}
      {may && isOpen && <CloseForm t={t} ticket={ticket} />}
      {firstCallId && <FirstCall id={firstCallId} organisationId={ticket.organisationId} t={t} />}
      <Section id="notes" intro={<p>{said.ticket.notesIntro}</p>} title={said.ticket.notes}>
        {ticket.notes.length === 0 && <p className="text-muted">{said.ticket.notesNone}</p>}
        <ul className="grid max-w-3xl gap-3">
          {ticket.notes.map(({ id, body, by, at }) => (
            <li className="card grid gap-1" data-note="" key={id}>
              <p className="whitespace-pre-wrap wrap-anywhere">{body}</p>
              <p className="text-caption text-muted">
                {by} · <Time at={moment(at, t.language)} />
              </p>
            </li>
          ))}
        </ul>
        {may && <NoteForm t={t} ticket={ticket} />}
      </Section>
    </>
  );
}

/** Where an id, an address or a reference is looked up. */
const lookUp = (what: string) => `/operator/lookup?${new URLSearchParams({ q: what })}`;

function Who({ ticket, t }: { ticket: DeskTicketView; t: Text }) {
  const { ticket: said } = t.ticketDesk;
  const { callTimes, callNumber, context, email, holder, isMember } = ticket;
  const call = [callTimes ?? t.help.ticket.callNoTime, ...(callNumber ? [callNumber] : [])].join(" · ");
  const person = (
    <>
      {ticket.openedBy},{" "}
      <a className="link" href={lookUp(email)}>
        {email}
      </a>
      {!isMember && <span className="text-muted">{` · ${said.left}`}</span>}
    </>
  );
  return (
    <Section card title={said.who}>
      <ContextList
        after={[
          { label: t.help.ticket.openedAt, value: moment(ticket.openedAt, t.language).text },
          ...(callTimes || callNumber ? [{ label: t.help.ticket.call, value: call }] : []),
          { label: said.holder, value: holder?.name ?? t.ticketDesk.nobody },
        ]}
        before={[
          { label: said.organisation, value: ticket.organisationName },
          { label: said.person, value: person },
        ]}
        context={context}
        lookUp={lookUp}
        report={() => (
          <a className="link" href="#first-call">
            {t.help.context.reportOpen}
          </a>
        )}
        t={t}
      />
    </Section>
  );
}
