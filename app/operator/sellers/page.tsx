import type { Metadata } from "next";
import { DoneNotice } from "../../_done";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { requireOperator } from "../require-operator";
import { bindSellerAction } from "./actions";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).sellerDesk.title };
}

/** Where the operator binds an account that its owner cannot prove by a mailed code. */
export default async function SellersPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.sellerDesk;
  // What is unknown or taken here is an account or its owner, never a clientId.
  const refusals = { ...t.refusals, not_found: said.refused, taken: said.refused };
  return (
    <>
      <PageHeader
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <DoneNotice done={String(done)} sentences={said.done} />
      {viewer.organisation.role === "viewer" ? (
        <Notice>{t.clients.viewerHint}</Notice>
      ) : (
        <ActionForm
          action={bindSellerAction}
          formKey={await formKey("bind seller", "/operator/sellers")}
          labels={{ sellerId: said.sellerId, email: said.email, reason: said.reason }}
          pending={t.common.sending}
          submit={said.submit}
          texts={{ ...formTexts(t), refusals }}
        >
          <FormField
            errors={{ bad_choice: said.sellerIdError }}
            hint={said.sellerIdHint}
            label={said.sellerId}
            name="sellerId"
          />
          <FormField
            errors={{ bad_choice: said.emailError }}
            hint={said.emailHint}
            label={said.email}
            name="email"
            type="email"
          />
          <FormField hint={said.reasonHint} label={said.reason} name="reason" />
        </ActionForm>
      )}
    </>
  );
}
