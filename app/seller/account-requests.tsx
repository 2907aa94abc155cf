import type { ClaimRequestView } from "@/lib/accounts/list-claims";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { Section } from "../_ui/section";
import { decideClaimAction } from "./account-actions";

type Props = { requests: ClaimRequestView[]; t: Text };

/** People who proved a seller account that is owned here: its owners let them look, or decline. */
export async function AccountRequests({ requests, t }: Props) {
  const said = t.sellerAccounts.requests;
  if (requests.length === 0) return null;
  return (
    <Section id="account-requests" intro={<p>{said.lead}</p>} title={said.title}>
      <ul className="grid gap-4">{await Promise.all(requests.map((request) => Request({ request, t })))}</ul>
    </Section>
  );
}

async function Request({ request, t }: { request: ClaimRequestView; t: Text }) {
  const said = t.sellerAccounts.requests;
  const { id, name, email, shopName, sellerId } = request;
  const shared = { pending: t.common.sending, texts: formTexts(t), action: decideClaimAction };
  const key = () => formKey("decide claim", "/seller", { requestId: [id] });
  return (
    <li className="section card" data-claim-request={sellerId} key={id}>
      <p>
        <strong>{said.who(name, email)}</strong> {said.account(shopName, sellerId)}
      </p>
      <div className="form-actions">
        <ActionForm
          {...shared}
          formKey={await key()}
          hidden={{ do: "accept", requestId: id }}
          submit={said.accept}
        />
        <ActionForm
          {...shared}
          formKey={await key()}
          hidden={{ do: "decline", requestId: id }}
          submit={said.decline}
          variant="secondary"
        />
      </div>
    </li>
  );
}
