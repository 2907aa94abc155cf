import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { retryFailedAction } from "./actions";

/** The one button for after a mail server or a network was down. */
export async function RetryLately({ what, t }: { what: "letters" | "deliveries"; t: Text }) {
  return (
    <ActionForm
      action={retryFailedAction}
      formKey={await formKey("retry failed", "/operator/jobs")}
      hidden={{ do: "resend", what }}
      pending={t.common.sending}
      submit={t.jobs.lately}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}
