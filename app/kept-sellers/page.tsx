import type { Metadata } from "next";
import { listKeptSellers } from "@/lib/links/list-kept-sellers";
import { listOwners } from "@/lib/team/list-owners";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { RefusedPage } from "../_refusal";
import { formKey, requireViewer } from "../_session";
import { formTexts } from "../_text/for-forms";
import { type Text, text } from "../_text/text";
import { ActionForm } from "../_ui/action-form";
import { ButtonLink } from "../_ui/button";
import { FormField } from "../_ui/form-field";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { keepSellerAction } from "./actions";
import { keptSellerRow } from "./kept-seller-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).invitations.kept.title };
}

/** The customers who gave a partner or aggregator their own clientId, beside the linked ones. */
export default async function KeptSellersPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const viewer = await requireViewer();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.invitations.kept;
  const { kind, role } = viewer.organisation;
  const header = <PageHeader lead={said.lead} title={said.title} />;
  if (kind !== "partner" && kind !== "aggregator") {
    return (
      <>
        {header}
        <RefusedPage code="not_allowed" facts={{ who: t.invitations.kinds }} t={t} />
      </>
    );
  }
  const may = role !== "viewer";
  const kept = await listKeptSellers(viewer);
  const rows = await Promise.all(kept.map((one) => keptSellerRow({ one, t, may })));
  return (
    <>
      {header}
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal
        isShown={(act, { keptSellerId }) =>
          may && (act === "keep seller" || kept.some(({ id }) => id === keptSellerId))
        }
        t={t}
      />
      {!may && (
        <RefusedPage code="not_allowed" facts={{ who: (await listOwners(viewer)).join(", ") }} t={t} />
      )}
      {rows.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <>
          <Table
            caption={said.title}
            captionHidden
            columns={Object.values(said.columns).map((label) => ({ label }))}
            rows={rows}
          />
          <ButtonLink href="/kept-sellers/kept-sellers.csv">{said.csv}</ButtonLink>
        </>
      )}
      {may && <KeepForm t={t} />}
    </>
  );
}

async function KeepForm({ t }: { t: Text }) {
  const said = t.invitations.kept;
  const { sellerId, clientId, reference, notes } = said;
  const { optional, sending } = t.common;
  return (
    <Section id="keep" title={said.add}>
      <ActionForm
        action={keepSellerAction}
        formKey={await formKey("keep seller", "/kept-sellers")}
        id="keep"
        labels={{ sellerId, clientId, reference, notes }}
        pending={sending}
        submit={said.submit}
        texts={formTexts(t)}
      >
        <FormField
          errors={{ bad_number: t.invitations.form.expectedError }}
          inputMode="numeric"
          label={sellerId}
          name="sellerId"
        />
        <FormField autoComplete="off" label={clientId} mono name="clientId" spellCheck={false} />
        <FormField label={reference} maxLength={80} name="reference" optional={optional} />
        <FormField label={notes} maxLength={500} name="notes" optional={optional} />
      </ActionForm>
    </Section>
  );
}
