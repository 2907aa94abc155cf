import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { findLinkChain, type LinkChainView } from "@/lib/links/find-link-chain";
import { findSupport } from "@/lib/links/find-support";
import { undoSeconds } from "@/lib/links/undo-link";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { requireViewer } from "../../_session";
import { copyTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { moment } from "../../_time";
import { Badge } from "../../_ui/badge";
import { ButtonLink } from "../../_ui/button";
import { helpHref } from "../../_ui/help-href";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { EndForm } from "./end-form";
import { LinkChain } from "./link-chain";
import { LookAgain } from "./look-again";
import { Over } from "./over";
import { Telling } from "./telling";
import { UndoForm } from "./undo-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const view = await findLinkChain(await requireViewer(), id);
  return view?.side === "seller" ? { title: (await text()).receipt.title(view.partner) } : {};
}

/** One link as the seller sees it: the receipt after consent, the chain that lights, and the way back. */
export default async function LinkPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const view = await findLinkChain(viewer, id);
  if (view?.side !== "seller") notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.receipt;
  const may = viewer.organisation.role !== "viewer";
  const until = new Date(view.since.getTime() + undoSeconds * 1000);
  const canUndo = may && view.open && until > now();
  const canEnd = may && view.open && !canUndo;
  const isWaiting = view.open && view.lamps.some(({ state }) => state !== "lit");
  const support = isWaiting && !view.own ? await findSupport(view.clientId) : null;
  const forms: Record<string, boolean> = { "undo link": canUndo, "unlink client": canEnd };
  return (
    <>
      <PageHeader
        back={{ href: "/links", label: said.back }}
        badge={<State t={t} view={view} />}
        title={said.title(view.partner)}
      />
      <OrphanRefusal isShown={(act) => forms[act] ?? true} t={t} />
      <DoneNotice done={String(done)} sentences={said.done} />
      {!may && <Notice>{said.end.viewer}</Notice>}
      <LinkChain support={support} t={t} view={view} />
      {isWaiting && (
        <p className="flex flex-wrap items-center gap-3">
          <ButtonLink href={`/links/${view.linkId}`} size="small">
            {said.look}
          </ButtonLink>
          <LookAgain words={said.looking} />
        </p>
      )}
      {view.open ? <Telling t={t} view={view} /> : <Over may={may} t={t} view={view} />}
      <Facts t={t} view={view} />
      {canUndo && <UndoForm t={t} until={until} view={view} />}
      {canEnd && <EndForm t={t} view={view} />}
    </>
  );
}

function State({ view, t }: { view: LinkChainView; t: Text }) {
  const said = t.receipt;
  if (!view.open) return <Badge kind="revoked">{said.ended}</Badge>;
  const { endsAt } = view;
  return <Badge kind="active">{endsAt ? said.until(moment(endsAt, t.language).text) : said.open}</Badge>;
}

function Facts({ view, t }: { view: LinkChainView; t: Text }) {
  const said = t.receipt.facts;
  const { sellerId, shopName, clientId, clientRowId, lastUsedAt } = view;
  return (
    <>
      <KeyValue
        pairs={[
          { label: said.account, value: shopName },
          { label: said.sellerId, value: String(sellerId), copy: copyTexts(t, said.sellerId) },
          {
            label: said.client,
            value: view.own ? (
              <a className="link mono" href={`/clients/${clientRowId}`}>
                {clientId}
              </a>
            ) : (
              <span className="mono">{clientId}</span>
            ),
          },
          { label: said.since, value: moment(view.since, t.language).text },
          { label: said.via, value: t.links.via[view.via] },
          { label: said.used, value: lastUsedAt ? moment(lastUsedAt, t.language).text : said.never },
        ]}
      />
      {!view.own && (
        <>
          <p className="text-muted">{t.receipt.sellerIdHint(view.partner)}</p>
          <p>
            <a
              className="link text-caption"
              href={helpHref({ path: `/links/${view.linkId}`, clientId, topic: "report" })}
            >
              {t.help.report.link}
            </a>
          </p>
        </>
      )}
    </>
  );
}
