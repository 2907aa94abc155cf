import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { declineInvitationAction } from "./actions";

type Props = {
  t: Text;
  invitationId: string;
  /** The token of its link, or the id of a request. */
  name: string;
  /** Where the form stands. */
  path: string;
};

/** Says no to an invitation, with a reason if one likes. */
export async function DeclineForm({ t, invitationId, name, path }: Props) {
  const said = t.invitations.landing;
  const offered = { invitation: [name], invitationId: [invitationId] };
  return (
    <FoldForm
      action={declineInvitationAction}
      consequence={<p key="hint">{said.declineHint}</p>}
      formKey={await formKey("decline invitation", path, offered)}
      hidden={{ do: "decline", invitationId }}
      labels={{ reason: said.reason }}
      pending={t.common.sending}
      submit={said.declineSubmit}
      summary={said.decline}
      texts={formTexts(t)}
      variant="secondary"
    >
      <FormField label={said.reason} maxLength={200} name="reason" optional={t.common.optional} />
    </FoldForm>
  );
}
