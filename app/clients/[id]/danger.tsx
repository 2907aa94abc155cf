import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { ButtonLink } from "../../_ui/button";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { helpHref } from "../../_ui/help-href";
import { Section } from "../../_ui/section";
import { deleteClientAction, resumeClientAction, suspendClientAction } from "./actions";

type Props = { client: ClientView; t: Text; viewer: Viewer; openLinks: number };

/** The acts that stop a client, for a while or for good. */
export async function Danger({ client, t, openLinks }: Props) {
  const { remove } = t.clients;
  const path = `/clients/${client.id}`;
  const offered = { client: [client.id] };
  const texts = formTexts(t);
  const shared = { texts, pending: t.common.sending };
  return (
    <>
      <Suspension client={client} t={t} />
      <Section id="delete" title={remove.title}>
        <FoldForm
          {...shared}
          action={deleteClientAction}
          consequence={<p>{remove.body(openLinks)}</p>}
          formKey={await formKey("delete client", path, offered)}
          labels={{ typedClientId: remove.typed(client.clientId), endLinks: remove.endLinks }}
          submit={remove.submit}
          summary={remove.open}
          variant="danger"
        >
          <FormField
            autoComplete="off"
            label={remove.typed(client.clientId)}
            mono
            name="typedClientId"
            spellCheck={false}
          />
          {openLinks > 0 && <FormField kind="checkbox" label={remove.endLinks} name="endLinks" />}
        </FoldForm>
      </Section>
    </>
  );
}

/** Stops the client for a while, or lets it work again; what the marketplace stopped, only it lets work again. */
async function Suspension({ client, t }: Pick<Props, "client" | "t">) {
  const { suspend } = t.clients;
  const { id, clientId, suspendedAt, operatorSuspendedAt, suspendReason } = client;
  const path = `/clients/${id}`;
  const shared = { texts: formTexts(t), pending: t.common.sending };
  if (operatorSuspendedAt) {
    return (
      <Section id="suspend" title={suspend.stoppedTitle}>
        <p>{suspend.stopped(moment(operatorSuspendedAt, t.language).text)}</p>
        {suspendReason && <p>{suspend.stoppedReason(suspendReason)}</p>}
        <p>
          <ButtonLink href={helpHref({ path, clientId, lamp: "client" })}>{suspend.ask}</ButtonLink>
        </p>
      </Section>
    );
  }
  return (
    <Section id="suspend" title={suspendedAt ? suspend.resumeTitle : suspend.title}>
      <p>{suspendedAt ? suspend.resumeBody : suspend.body}</p>
      {suspendedAt ? (
        <ActionForm
          {...shared}
          action={resumeClientAction}
          formKey={await formKey("resume client", path, { client: [id] })}
          hidden={{ do: "resume" }}
          submit={suspend.resumeSubmit}
        />
      ) : (
        <ActionForm
          {...shared}
          action={suspendClientAction}
          formKey={await formKey("suspend client", path, { client: [id] })}
          hidden={{ do: "suspend" }}
          submit={suspend.submit}
          variant="secondary"
        />
      )}
    </Section>
  );
}
