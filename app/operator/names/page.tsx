import type { Metadata } from "next";
import { listNamePermits } from "@/lib/directory/list-name-permits";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { ActionForm } from "../../_ui/action-form";
import { EmptyState } from "../../_ui/empty-state";
import { FormField } from "../../_ui/form-field";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { requireOperator } from "../require-operator";
import { proposeNameAction } from "./actions";
import { Permit } from "./permit";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).listingDesk.permits.title };
}

/** The protected names that a company may carry after all: one person proposes, another confirms. */
export default async function NamesPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { done = "" }] = [await text(), await searchParams];
  const { permits, deciders } = await listNamePermits();
  const said = t.listingDesk.permits;
  const may = viewer.organisation.role !== "viewer";
  const isShown = (act: string, { permitId }: Record<string, string>) => {
    const state = permits.find(({ id }) => id === permitId)?.state;
    if (act === "withdraw name") return state === "proposed" || state === "confirmed";
    return act !== "confirm name" || state === "proposed";
  };
  return (
    <>
      <PageHeader
        back={{ href: "/operator/listings", label: t.listingDesk.title }}
        lead={said.lead}
        title={said.title}
      />
      <OrphanRefusal isShown={(act, values) => may && isShown(act, values)} t={t} />
      <DoneNotice done={String(done)} sentences={said.done} />
      {!may && <Notice>{t.listingDesk.submission.viewer}</Notice>}
      {deciders < 2 && (
        <Notice tone="warning">
          <p>
            {said.alone}{" "}
            <a className="link" href="/team">
              {said.invite}
            </a>
          </p>
        </Notice>
      )}
      <Section title={said.list}>
        {permits.length === 0 ? (
          <EmptyState icon="shield" title={said.empty.title}>
            {said.empty.body}
          </EmptyState>
        ) : (
          permits.map((permit) => (
            <Permit key={permit.id} may={may} permit={permit} t={t} viewerId={viewer.personId} />
          ))
        )}
      </Section>
      {may && <ProposeForm t={t} />}
    </>
  );
}

async function ProposeForm({ t }: { t: Text }) {
  const said = t.listingDesk.permits;
  // What is unknown or taken here is a company or its name, never a clientId.
  const refusals = { ...t.refusals, not_found: said.refused, taken: said.refused };
  return (
    <Section card id="propose" title={said.propose}>
      <ActionForm
        action={proposeNameAction}
        formKey={await formKey("propose name", "/operator/names")}
        labels={{ organisation: said.organisation, name: said.name, reason: said.reason }}
        pending={t.common.sending}
        submit={said.submit}
        texts={{ ...formTexts(t), refusals }}
      >
        <FormField
          errors={{ bad_choice: said.organisationError }}
          hint={said.organisationHint}
          label={said.organisation}
          name="organisation"
        />
        <FormField
          errors={{ bad_choice: said.nameTaken }}
          hint={said.nameHint}
          label={said.name}
          maxLength={60}
          name="name"
        />
        <FormField hint={said.reasonHint} label={said.reason} maxLength={500} name="reason" />
      </ActionForm>
    </Section>
  );
}
