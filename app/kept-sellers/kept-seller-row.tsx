import type { KeptSellerView } from "@/lib/links/list-kept-sellers";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { editKeptSellerAction, removeKeptSellerAction } from "./actions";

type Props = { one: KeptSellerView; t: Text; may: boolean };

/** One kept seller as a row, with the forms that change or remove the note. */
export async function keptSellerRow({ one, t, may }: Props) {
  return {
    key: one.id,
    attributes: { "data-kept": String(one.sellerId) } as const,
    cells: [
      <span className="mono" key="seller">
        {one.sellerId}
      </span>,
      <span className="mono break-all" key="client">
        {one.clientId}
      </span>,
      one.reference,
      one.notes,
      may ? await editForm(one, t) : "",
      may ? await removeForm(one, t) : "",
    ],
  };
}

async function editForm({ id, reference, notes }: KeptSellerView, t: Text) {
  const said = t.invitations.kept;
  return (
    <FoldForm
      action={editKeptSellerAction}
      formKey={await formKey("edit kept seller", "/kept-sellers", { keptSellerId: [id] })}
      hidden={{ do: "edit", keptSellerId: id }}
      key="edit"
      labels={{ reference: said.reference, notes: said.notes }}
      pending={t.common.sending}
      size="small"
      submit={said.editSubmit}
      summary={said.edit}
      texts={formTexts(t)}
      variant="secondary"
    >
      <FormField defaultValue={reference} label={said.reference} maxLength={80} name="reference" />
      <FormField defaultValue={notes} label={said.notes} maxLength={500} name="notes" />
    </FoldForm>
  );
}

async function removeForm({ id }: KeptSellerView, t: Text) {
  const said = t.invitations.kept;
  return (
    <FoldForm
      action={removeKeptSellerAction}
      consequence={<p key="hint">{said.removeHint}</p>}
      formKey={await formKey("remove kept seller", "/kept-sellers", { keptSellerId: [id] })}
      hidden={{ do: "remove", keptSellerId: id }}
      key="remove"
      pending={t.common.sending}
      size="small"
      submit={said.removeSubmit}
      summary={said.remove}
      texts={formTexts(t)}
      variant="danger"
    />
  );
}
