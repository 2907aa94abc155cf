import { visitorFormKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { runStarterCallAction } from "./actions";

/** "Try a first call now": one button, no field. Works signed in or not; the report belongs to this browser. */
export async function StarterForm() {
  const t = await text();
  const { submit, sending } = t.firstCall.starter;
  return (
    <ActionForm
      action={runStarterCallAction}
      formKey={await visitorFormKey("run starter call", "/first-call")}
      hidden={{ do: "starter" }}
      pending={sending}
      submit={submit}
      texts={formTexts(t)}
    />
  );
}
