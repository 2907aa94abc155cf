import type { DeskTicketView } from "@/lib/help/find-desk-ticket";
import { formKey } from "../../../_session";
import { formTexts } from "../../../_text/for-forms";
import type { Text } from "../../../_text/text";
import { ActionForm } from "../../../_ui/action-form";
import { FormField } from "../../../_ui/form-field";
import { Section } from "../../../_ui/section";
import { FilesField } from "../../../help/files-field";
import { messageTexts } from "../../../help/form-texts";
import { closeTicketAction, noteTicketAction, replyToTicketAction, takeTicketAction } from "../actions";

type Props = { ticket: DeskTicketView; t: Text };

const pathOf = ({ id }: DeskTicketView) => `/operator/tickets/${id}`;

/** Takes the ticket up, or over from whoever holds it as this page stands. */
export async function TakeForm({ ticket, t }: Props) {
  const { id, holder } = ticket;
  const said = t.ticketDesk.ticket;
  const offered = { ticketId: [id], holder: [holder?.personId ?? ""] };
  return (
    <ActionForm
      action={takeTicketAction}
      formKey={await formKey("take ticket", pathOf(ticket), offered)}
      hidden={{ do: "take", ticketId: id }}
      pending={t.common.sending}
      submit={holder ? said.takeOver : said.take}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}

/** The answer, which goes to the ticket's page and by mail. */
export async function ReplyForm({ ticket, t }: Props) {
  const { id, messages } = ticket;
  const said = t.ticketDesk.ticket;
  const seen = messages.findLast(({ side }) => side === "member")?.id ?? "";
  return (
    <Section id="reply" title={said.reply}>
      <ActionForm
        action={replyToTicketAction}
        formKey={await formKey("reply to ticket", pathOf(ticket), { ticketId: [id], seen: [seen] })}
        hidden={{ do: "reply", ticketId: id }}
        id="reply-form"
        labels={{ message: said.message, file: t.help.ask.file }}
        pending={t.common.sending}
        submit={said.send}
        texts={messageTexts(t)}
      >
        <FormField
          hint={said.messageHint}
          kind="textarea"
          label={said.message}
          maxLength={5000}
          name="message"
          required
          rows={6}
        />
        <FilesField t={t} />
        <FormField kind="checkbox" label={said.solved} name="solved" />
      </ActionForm>
    </Section>
  );
}

/** Solved without another word. */
export async function CloseForm({ ticket, t }: Props) {
  const { id } = ticket;
  return (
    <ActionForm
      action={closeTicketAction}
      formKey={await formKey("close ticket", pathOf(ticket), { ticketId: [id] })}
      hidden={{ do: "close", ticketId: id }}
      pending={t.common.sending}
      submit={t.ticketDesk.ticket.close}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}

/** A note that stays among the staff. */
export async function NoteForm({ ticket, t }: Props) {
  const { id } = ticket;
  const said = t.ticketDesk.ticket;
  return (
    <ActionForm
      action={noteTicketAction}
      formKey={await formKey("note ticket", pathOf(ticket), { ticketId: [id] })}
      hidden={{ do: "note", ticketId: id }}
      id="note-form"
      labels={{ note: said.note }}
      pending={t.common.sending}
      submit={said.addNote}
      texts={formTexts(t)}
      variant="secondary"
    >
      <FormField kind="textarea" label={said.note} maxLength={2000} name="note" required rows={3} />
    </ActionForm>
  );
}
