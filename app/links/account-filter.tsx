import type { SellerView } from "@/lib/links/own-seller";
import type { Text } from "../_text/text";
import { Button } from "../_ui/button";
import { Field } from "../_ui/field";
import { PlainForm } from "../_ui/plain-form";

type Props = { accounts: SellerView[]; chosen?: number; t: Text };

/** Narrows the list to one of several seller accounts. */
export function AccountFilter({ accounts, chosen, t }: Props) {
  const said = t.links.filter;
  return (
    <PlainForm className="form-filter" label={said.label} method="get" role="search" to="/links">
      <Field
        defaultValue={chosen ? String(chosen) : ""}
        kind="select"
        label={said.account}
        name="sellerId"
        options={[
          { value: "", label: said.all },
          ...accounts.map(({ sellerId, shopName }) => ({
            value: String(sellerId),
            label: `${shopName} · ${sellerId}`,
          })),
        ]}
      />
      <Button>{said.submit}</Button>
    </PlainForm>
  );
}
