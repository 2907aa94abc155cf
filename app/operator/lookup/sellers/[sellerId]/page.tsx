import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/accounts/find-actor";
import { lookAtSeller, type SellerLook } from "@/lib/links/look-at-seller";
import { DoneNotice } from "../../../../_done";
import { formKey } from "../../../../_session";
import { copyTexts } from "../../../../_text/for-forms";
import { type Text, text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { FormField } from "../../../../_ui/form-field";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { requireOperator } from "../../../require-operator";
import { ActForm } from "../../act-form";
import { linkForOthersAction } from "../../actions";
import { Calls, Tickets } from "../../beside";
import { Events } from "../../events";
import { Links } from "../../links-table";
import { Notes } from "../../notes";

type Query = { done?: string | string[]; after?: string | string[] };
type Props = { params: Promise<{ sellerId: string }>; searchParams: Promise<Query> };

/** One look for head and body of the page, and so one event. */
const look = cache((viewer: Viewer, sellerId: string, after: string) =>
  lookAtSeller(viewer, sellerId, after || undefined),
);

async function find({ params, searchParams }: Props) {
  const { after = "" } = await searchParams;
  return look(await requireOperator(), (await params).sellerId, String(after));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  return found ? { title: `${found.shopName} · ${found.sellerId}` } : {};
}

/** A seller account as its owners see it, for the operator: whose it is, and who may act for it. */
export default async function SellerLookPage(props: Props) {
  const viewer = await requireOperator();
  const found = await find(props);
  if (!found) notFound();
  const [t, { done = "" }] = [await text(), await props.searchParams];
  const said = t.lookup;
  const may = viewer.organisation.role !== "viewer";
  const path = `/operator/lookup/sellers/${found.sellerId}`;
  const { owner } = found;
  return (
    <>
      <PageHeader back={{ href: "/operator/lookup", label: said.back }} title={found.shopName} />
      <DoneNotice done={String(done)} sentences={said.done} />
      {!may && <Notice>{said.viewer}</Notice>}
      {found.isOpenTest && <Notice>{said.facts.openTest}</Notice>}
      {owner?.suspendedAt && (
        <Notice tone="warning">
          {`${owner.name}: ${said.suspended(moment(owner.suspendedAt, t.language).text)}`}
        </Notice>
      )}
      <KeyValue
        pairs={[
          {
            label: "SellerId",
            value: String(found.sellerId),
            copy: copyTexts(t, "SellerId"),
          },
          { label: said.facts.owner, value: <Owner found={found} t={t} /> },
          { label: said.facts.contact, value: found.contactEmail },
          { label: said.since, value: moment(found.since, t.language).text },
        ]}
      />
      <Links links={found.links} of="seller" path={path} t={t} />
      <Calls calls={found.calls} t={t} />
      <Tickets t={t} tickets={found.tickets} />
      <Events events={found.events} t={t} />
      <Notes may={may} notes={found.notes} path={path} subject={String(found.sellerId)} t={t} />
      {may && !found.isOpenTest && !owner?.suspendedAt && <Acts found={found} path={path} t={t} />}
    </>
  );
}

type Shown = { found: SellerLook; t: Text };

function Owner({ found: { owner }, t }: Shown) {
  if (owner) {
    return (
      <a className="link" href={`/operator/lookup/organisations/${owner.id}`}>
        {owner.name}
      </a>
    );
  }
  return (
    <>
      {t.lookup.nobody}.{" "}
      <a className="link" href="/operator/sellers">
        {t.sellerDesk.title}
      </a>
    </>
  );
}

async function Acts({ found, path, t }: Shown & { path: string }) {
  const said = t.lookup.acts;
  return (
    <Section card id="acts" title={said.title}>
      <ActForm
        action={linkForOthersAction}
        formKey={await formKey("link for others", path, { seller: [String(found.sellerId)] })}
        labels={{ clientId: said.link.clientId }}
        refusals={{ not_found: said.link.unknown }}
        t={t}
        words={said.link}
      >
        <FormField
          autoComplete="off"
          errors={{ bad_choice: said.link.unknown }}
          hint={said.link.clientIdHint}
          label={said.link.clientId}
          mono
          name="clientId"
          spellCheck={false}
        />
      </ActForm>
    </Section>
  );
}
