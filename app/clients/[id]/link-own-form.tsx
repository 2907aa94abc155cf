import type { SellerView } from "@/lib/links/own-seller";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { linkOwnClientAction } from "./actions";

type Props = { clientRowId: string; free: SellerView[]; t: Text };

/** For a seller: links the client with one more of the organisation's own accounts. */
export async function LinkOwnForm({ clientRowId, free, t }: Props) {
  const said = t.clients.links;
  return (
    <ActionForm
      action={linkOwnClientAction}
      formKey={
        await formKey("link own client", `/clients/${clientRowId}`, {
          client: [clientRowId],
          sellerId: free.map(({ sellerId }) => String(sellerId)),
        })
      }
      hidden={{ do: "link" }}
      labels={{ sellerId: said.add }}
      pending={t.common.sending}
      submit={said.addSubmit}
      texts={formTexts(t)}
      variant="secondary"
    >
      <FormField
        kind="select"
        label={said.add}
        name="sellerId"
        options={free.map(({ sellerId, shopName }) => ({
          value: String(sellerId),
          label: `${shopName} · ${sellerId}`,
        }))}
      />
    </ActionForm>
  );
}
