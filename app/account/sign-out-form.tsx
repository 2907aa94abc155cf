import { formKey } from "../_session";
import { text } from "../_text/text";
import { signOutAction } from "./actions";
import { MenuForm } from "./menu-form";

/** The menu's entry that signs out of this browser; `path` is the page it stands on. */
export async function SignOutForm({ path }: { path: string }) {
  const t = await text();
  return (
    <MenuForm
      action={signOutAction}
      formKey={await formKey("sign out", path)}
      hidden={{ do: "sign_out" }}
      refused={t.accounts.formFailed}
    >
      {t.common.signOut}
    </MenuForm>
  );
}
