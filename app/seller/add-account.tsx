import type { Viewer } from "@/lib/accounts/find-actor";
import { type ClaimView, hasExtraSeller, listClaimRequests, listClaims } from "@/lib/accounts/list-claims";
import { env } from "@/lib/env";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { ButtonLink } from "../_ui/button";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { Section } from "../_ui/section";
import { claimSellerAction, mintSellerAction, proveSellerAction } from "./account-actions";
import { AccountRequests } from "./account-requests";

type Props = { t: Text; viewer: Viewer; done: string };

/** How one more seller account comes to an organisation, and who asks to see one it owns. */
export async function AddAccount({ t, viewer, done }: Props) {
  const said = t.sellerAccounts;
  const may = viewer.organisation.role !== "viewer";
  const claims = may ? await listClaims(viewer) : [];
  const requests = await listClaimRequests(viewer);
  const forms: Record<string, (values: Record<string, string>) => boolean> = {
    "mint seller": () => may,
    "claim seller": () => may,
    "prove seller": ({ claimId }) => claims.some(({ id }) => id === claimId),
    "decide claim": ({ requestId }) => requests.some(({ id }) => id === requestId),
  };
  return (
    <>
      <DoneNotice done={done} sentences={said.done} />
      {done === "claimed" && (
        <div className="form-actions">
          <ButtonLink href="/links">{said.afterClaim}</ButtonLink>
        </div>
      )}
      <OrphanRefusal isShown={(act, values) => forms[act]?.(values) ?? true} t={t} />
      <AccountRequests requests={requests} t={t} />
      {may && (
        <Section id="add-account" intro={<p>{said.lead}</p>} title={said.title}>
          {await Promise.all(claims.map((claim) => CodeForm({ claim, t })))}
          <FoldForm
            action={claimSellerAction}
            consequence={<p>{said.claim.body}</p>}
            formKey={await formKey("claim seller", "/seller")}
            hidden={{ do: "claim" }}
            labels={{ sellerId: said.claim.sellerId }}
            pending={t.common.sending}
            submit={said.claim.submit}
            summary={said.claim.open}
            texts={formTexts(t)}
          >
            <FormField
              autoComplete="off"
              inputMode="numeric"
              label={said.claim.sellerId}
              maxLength={12}
              mono
              name="sellerId"
            />
          </FoldForm>
          {env().AUTHORITY === "builtin" && <Mint t={t} viewer={viewer} />}
        </Section>
      )}
    </>
  );
}

async function CodeForm({ claim: { id, sellerId, expiresAt }, t }: { claim: ClaimView; t: Text }) {
  const said = t.sellerAccounts.code;
  return (
    <div className="section card" data-claim={sellerId} key={id}>
      <h3>{said.title(sellerId)}</h3>
      <p>{said.body(moment(expiresAt, t.language).text)}</p>
      <ActionForm
        action={proveSellerAction}
        formKey={await formKey("prove seller", "/seller", { claimId: [id] })}
        hidden={{ do: "claim", claimId: id }}
        labels={{ code: said.label }}
        pending={t.common.sending}
        submit={said.submit}
        texts={formTexts(t)}
      >
        <FormField
          autoComplete="one-time-code"
          inputMode="numeric"
          label={said.label}
          maxLength={9}
          mono
          name="code"
        />
      </ActionForm>
    </div>
  );
}

async function Mint({ t, viewer }: Pick<Props, "t" | "viewer">) {
  const said = t.sellerAccounts.mint;
  const isUsed = await hasExtraSeller(viewer);
  return (
    <FoldForm
      action={mintSellerAction}
      consequence={<p>{isUsed ? said.used : said.body}</p>}
      formKey={await formKey("mint seller", "/seller")}
      hidden={{ do: "mint" }}
      pending={t.common.sending}
      submit={said.submit}
      summary={said.open}
      texts={formTexts(t)}
      variant="secondary"
    />
  );
}
