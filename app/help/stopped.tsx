import type { StoppedViewer } from "@/lib/accounts/find-stopped";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { Alert } from "../_ui/alert";
import { signOutAction } from "../account/actions";

/** To whom nothing else is open: which of their organisations are suspended, since when, by whom and why. */
export async function Stopped({ viewer, t }: { viewer: StoppedViewer; t: Text }) {
  const said = t.help.stopped;
  return (
    <>
      <Alert code="not_allowed" title={said.title}>
        {viewer.stopped.map(({ name, since, reason }) => (
          <p key={`${name} ${since.getTime()}`}>
            {said.why({ name, since: moment(since, t.language).text, reason })}
          </p>
        ))}
        <p>{said.write(viewer.organisation.name)}</p>
      </Alert>
      <ActionForm
        action={signOutAction}
        formKey={await formKey("sign out", "/help")}
        hidden={{ do: "sign_out" }}
        pending={t.common.sending}
        submit={t.common.signOut}
        texts={formTexts(t)}
        variant="secondary"
      />
    </>
  );
}
