import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { acceptRequestAction } from "./request-actions";

/** The button that leads from a waiting request to its consent page. */
export async function AcceptForm({ invitationId, t }: { invitationId: string; t: Text }) {
  return (
    <ActionForm
      action={acceptRequestAction}
      formKey={await formKey("accept request", "/seller", { invitationId: [invitationId] })}
      hidden={{ do: "accept", invitationId }}
      pending={t.common.sending}
      submit={t.invitations.requests.accept}
      texts={formTexts(t)}
    />
  );
}
