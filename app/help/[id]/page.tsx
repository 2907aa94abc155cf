import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findTicket, type TicketView } from "@/lib/help/find-ticket";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { formKey, requireAsking } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { answerTicketAction, solveTicketAction } from "../actions";
import { ContextList } from "../context-list";
import { FilesField } from "../files-field";
import { messageTexts } from "../form-texts";
import { Messages } from "../messages";
import { TicketStateBadge } from "../ticket-state";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ticket = await findTicket(await requireAsking(), (await params).id);
  return ticket ? { title: (await text()).help.ticket.title(ticket.number) } : {};
}

/** One ticket of the reader's organisation: what was said, writing on it, and saying that it is solved. */
export default async function TicketPage({ params, searchParams }: Props) {
  const ticket = await findTicket(await requireAsking(), (await params).id);
  if (!ticket) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.help.ticket;
  const canSolve = ticket.state !== "solved";
  return (
    <>
      <PageHeader
        back={{ href: "/help", label: t.help.title }}
        badge={<TicketStateBadge side="member" state={ticket.state} words={t.help.states} />}
        lead={said.title(ticket.number)}
        title={ticket.subject}
      />
      <OrphanRefusal isShown={(act) => act !== "solve ticket" || canSolve} t={t} />
      <DoneNotice done={String(done)} sentences={said.done} />
      <Section title={said.messages}>
        <Messages messages={ticket.messages} t={t} ticketId={ticket.id} />
      </Section>
      <AnswerForm t={t} ticket={ticket} />
      {canSolve && <SolveForm t={t} ticket={ticket} />}
      <Facts t={t} ticket={ticket} />
    </>
  );
}

async function AnswerForm({ ticket: { id, state }, t }: { ticket: TicketView; t: Text }) {
  const { ticket: said, ask } = t.help;
  return (
    <Section id="answer" title={said.answerTitle}>
      {state === "solved" && <Notice>{said.reopens}</Notice>}
      <ActionForm
        action={answerTicketAction}
        formKey={await formKey("answer ticket", `/help/${id}`, { ticketId: [id] })}
        hidden={{ ticketId: id }}
        id="answer-form"
        labels={{ message: said.message, file: ask.file }}
        pending={t.common.sending}
        submit={said.send}
        texts={messageTexts(t)}
        variant={state === "waits_for_you" ? "primary" : "secondary"}
      >
        <FormField
          hint={ask.messageHint}
          kind="textarea"
          label={said.message}
          maxLength={5000}
          name="message"
          required
          rows={5}
        />
        <FilesField t={t} />
      </ActionForm>
    </Section>
  );
}

async function SolveForm({ ticket: { id }, t }: { ticket: TicketView; t: Text }) {
  const said = t.help.ticket;
  return (
    <Section id="solve" intro={<p>{said.solveIntro}</p>} title={said.solveTitle}>
      <ActionForm
        action={solveTicketAction}
        formKey={await formKey("solve ticket", `/help/${id}`, { ticketId: [id] })}
        hidden={{ do: "solve", ticketId: id }}
        pending={t.common.sending}
        submit={said.solve}
        texts={formTexts(t)}
        variant="secondary"
      />
    </Section>
  );
}

function Facts({ ticket, t }: { ticket: TicketView; t: Text }) {
  const { ticket: said, context: along } = t.help;
  const { callTimes, callNumber } = ticket;
  const after = [
    { label: said.openedBy, value: ticket.openedBy },
    { label: said.openedAt, value: moment(ticket.openedAt, t.language).text },
    ...(callTimes || callNumber ? [{ label: said.call, value: callTimes ?? said.callNoTime }] : []),
    ...(callNumber ? [{ label: said.callNumber, value: callNumber }] : []),
  ];
  return (
    <Section card title={said.facts}>
      <ContextList
        after={after}
        context={ticket.context}
        report={(id) => (
          <a className="link" href={`/first-call/${id}`}>
            {along.reportOpen}
          </a>
        )}
        t={t}
      />
    </Section>
  );
}
