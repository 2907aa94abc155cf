import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { FoldForm } from "../_ui/fold-form";
import { listAgainAction, takeBackListingAction, unlistListingAction } from "./actions";

/** Makes a draft again of what waits for a decision. */
export async function TakeBackForm({ id, t }: { id: string; t: Text }) {
  return (
    <ActionForm
      action={takeBackListingAction}
      formKey={await formKey("take back listing", "/listing", { version: [id] })}
      hidden={{ do: "withdraw" }}
      pending={t.common.sending}
      submit={t.listing.takeBack.submit}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}

/** Takes the entry out of the list, after saying what that means. */
export async function UnlistForm({ t }: { t: Text }) {
  const said = t.listing.unlist;
  return (
    <FoldForm
      action={unlistListingAction}
      consequence={<p>{said.body}</p>}
      formKey={await formKey("unlist listing", "/listing")}
      hidden={{ do: "unlist" }}
      pending={t.common.sending}
      submit={said.submit}
      summary={said.open}
      texts={formTexts(t)}
      variant="danger"
    />
  );
}

/** Puts the entry back, as it was approved. */
export async function ListAgainForm({ t }: { t: Text }) {
  return (
    <ActionForm
      action={listAgainAction}
      formKey={await formKey("list again", "/listing")}
      hidden={{ do: "relist" }}
      pending={t.common.sending}
      submit={t.listing.relist.submit}
      texts={formTexts(t)}
    />
  );
}
