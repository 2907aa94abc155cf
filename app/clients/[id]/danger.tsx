import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { deleteClientAction, resumeClientAction, suspendClientAction } from "./actions";

type Props = { client: ClientView; t: Text; viewer: Viewer; openLinks: number };

/** The acts that stop a client, for a while or for good. */
export async function Danger({ client, t, openLinks }: Props) {
  const { suspend, remove } = t.clients;
  const path = `/clients/${client.id}`;
  const offered = { client: [client.id] };
  const texts = formTexts(t);
  const shared = { texts, pending: t.common.sending };
  return (
    <>
      <Section id="suspend" title={client.suspendedAt ? suspend.resumeTitle : suspend.title}>
        <p>{client.suspendedAt ? suspend.resumeBody : suspend.body}</p>
        {client.suspendedAt ? (
          <ActionForm
            {...shared}
            action={resumeClientAction}
            formKey={await formKey("resume client", path, offered)}
            hidden={{ do: "resume" }}
            submit={suspend.resumeSubmit}
          />
        ) : (
          <ActionForm
            {...shared}
            action={suspendClientAction}
            formKey={await formKey("suspend client", path, offered)}
            hidden={{ do: "suspend" }}
            submit={suspend.submit}
            variant="secondary"
          />
        )}
      </Section>
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
