import type { TicketView } from "@/lib/help/find-ticket";
import { formKey } from "../_session";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FormField } from "../_ui/form-field";
import { helpHref } from "../_ui/help-href";
import { Section } from "../_ui/section";
import { openTicketAction } from "./actions";
import { ContextList } from "./context-list";
import { FilesField } from "./files-field";
import { messageTexts } from "./form-texts";

/** The form that opens a ticket, under the list of what goes along with it. */
export async function AskForm({ context, t }: { context: TicketView["context"]; t: Text }) {
  const { ask: said, context: along } = t.help;
  const isReport = context.topic === "report";
  const words = proposeWords(context, t);
  const hasContext = Object.keys(context).length > 0;
  const key = await formKey("open ticket", helpHref(context), { context: [JSON.stringify(context)] });
  return (
    <>
      {hasContext && (
        <Section
          actions={
            <a className="link" href="/help">
              {along.drop}
            </a>
          }
          card
          id="context"
          intro={<p>{along.intro}</p>}
          title={along.title}
        >
          <ContextList
            context={context}
            report={(id) => (
              <a className="link" href={`/first-call/${id}`}>
                {along.reportOpen}
              </a>
            )}
            t={t}
          />
        </Section>
      )}
      <Section id="ask" title={said.title}>
        <ActionForm
          action={openTicketAction}
          formKey={key}
          id="open"
          labels={{
            subject: said.subject,
            message: said.message,
            file: said.file,
            callMe: said.callMe,
            callNumber: said.callNumber,
          }}
          pending={t.common.sending}
          submit={said.submit}
          texts={messageTexts(t)}
        >
          <FormField
            defaultValue={words?.subject.slice(0, 120)}
            label={said.subject}
            maxLength={120}
            name="subject"
            required
          />
          <FormField
            hint={isReport ? `${t.help.report.hint} ${said.messageHint}` : said.messageHint}
            defaultValue={words?.message}
            kind="textarea"
            label={said.message}
            maxLength={5000}
            name="message"
            required
            rows={6}
          />
          <FilesField t={t} />
          <FormField
            hint={said.callMeHint}
            label={said.callMe}
            maxLength={200}
            name="callMe"
            optional={t.common.optional}
          />
          <FormField
            autoComplete="tel"
            label={said.callNumber}
            maxLength={31}
            name="callNumber"
            optional={t.common.optional}
            type="tel"
          />
        </ActionForm>
      </Section>
    </>
  );
}

/** What may be sent as it stands, where the page before knew what it is about. */
function proposeWords({ topic, clientId, firstCallId, code }: TicketView["context"], t: Text) {
  if (topic === "report") return { subject: t.help.report.subject(clientId ?? ""), message: "" };
  const verdicts: Record<string, { title: string }> = t.firstCall.verdicts;
  const verdict = firstCallId && code && Object.hasOwn(verdicts, code) ? verdicts[code] : undefined;
  return verdict && { subject: t.help.call.subject(verdict.title), message: t.help.call.message };
}
