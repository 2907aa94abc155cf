import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Viewer } from "@/lib/accounts/find-actor";
import { findLinkChain, type LinkChainView } from "@/lib/links/find-link-chain";
import { listLinkEvents } from "@/lib/links/list-link-events";
import { countLinkedSellers } from "@/lib/links/list-linked-sellers";
import { findSellerWords } from "@/lib/links/tags";
import { DoneNotice } from "../../../../_done";
import { OrphanRefusal } from "../../../../_orphan";
import { requireViewer } from "../../../../_session";
import { copyTexts } from "../../../../_text/for-forms";
import { type Text, text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { ButtonLink } from "../../../../_ui/button";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Health } from "../../linked-seller-row";
import { EndForm } from "./end-form";
import { OwnWords } from "./own-words";
import { invitePath, SellerChain, testPath } from "./seller-chain";
import { Timeline } from "./timeline";

type Params = { id: string; linkId: string };
type Props = { params: Promise<Params>; searchParams: Promise<{ done?: string | string[] }> };

/** The link, if it is one of this very client, and the client is the viewer's. */
async function findOwnLink(viewer: Viewer, { id, linkId }: Params) {
  const view = await findLinkChain(viewer, linkId);
  return view?.clientRowId === id && (view.side === "client" || view.own) ? view : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await findOwnLink(await requireViewer(), await params);
  return view ? { title: `${view.shopName} · ${view.sellerId}` } : {};
}

/** One linked seller as the client's side sees it: the chain, the facts, what happened, and the way out. */
export default async function LinkedSellerPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const view = await findOwnLink(viewer, await params);
  if (!view) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.linkedSellers.detail;
  const { id: organisationId, kind, role } = viewer.organisation;
  const { clientRowId, clientId, open } = view;
  const events = await listLinkEvents(organisationId, view);
  const isTheirs = kind === "partner" || kind === "aggregator";
  const words = isTheirs ? await findSellerWords(organisationId, view) : null;
  const mayEdit = role !== "viewer" && kind !== "seller";
  const isShown = (act: string, { tag = "" }) =>
    mayEdit &&
    (act === "unlink seller" ? open : act !== "untag seller" || Boolean(words?.tags.includes(tag)));
  const linkedNow =
    open && mayEdit ? await countLinkedSellers(organisationId, clientRowId, { status: "open" }) : 0;
  return (
    <>
      <PageHeader
        actions={open && <ButtonLink href={testPath(view)}>{said.test}</ButtonLink>}
        back={{ href: `/clients/${clientRowId}#links`, label: `${clientId}: ${said.back}` }}
        badge={
          <Badge kind={open ? "active" : "revoked"}>
            {t.linkedSellers.statuses[open ? "open" : "ended"]}
          </Badge>
        }
        title={view.shopName}
      />
      <DoneNotice done={String(done)} sentences={said.done} />
      <DoneNotice done={String(done)} sentences={t.bulk.done} />
      <OrphanRefusal isShown={isShown} t={t} />
      {role === "viewer" && <Notice>{t.clients.viewerHint}</Notice>}
      <SellerChain t={t} view={view} />
      {!open && <Over may={mayEdit} t={t} view={view} />}
      <Facts t={t} view={view} />
      {words && <OwnWords may={mayEdit} t={t} view={view} words={words} />}
      <Timeline events={events} t={t} />
      {open && mayEdit && <EndForm others={Math.max(0, linkedNow - 1)} t={t} view={view} />}
    </>
  );
}

function Over({ view, may, t }: { view: LinkChainView; may: boolean; t: Text }) {
  const said = t.linkedSellers.detail.over;
  const { endedAt, reason, words } = view;
  const when = endedAt ? moment(endedAt, t.language).text : "";
  return (
    <Notice title={said.title} tone="warning">
      <p>{said.when(when, t.receipt.reasons[reason ?? "lapsed"])}</p>
      {words && <p>{t.receipt.over.words(words)}</p>}
      {may && <ButtonLink href={invitePath(view)}>{said.invite}</ButtonLink>}
    </Notice>
  );
}

function Facts({ view, t }: { view: LinkChainView; t: Text }) {
  const said = t.linkedSellers.detail.facts;
  const { sellerId, shopName, reference, since, via, lastUsedAt, endsAt, open } = view;
  const until = open && endsAt && t.linkedSellers.until(moment(endsAt, t.language).text);
  return (
    <KeyValue
      pairs={[
        { label: said.sellerId, value: String(sellerId), copy: copyTexts(t, said.sellerId) },
        { label: said.shop, value: shopName },
        { label: said.reference, value: reference || said.noReference },
        { label: said.since, value: [moment(since, t.language).text, until].filter(Boolean).join(" · ") },
        { label: said.via, value: t.links.via[via] },
        {
          label: said.used,
          value: lastUsedAt ? moment(lastUsedAt, t.language).text : t.linkedSellers.never,
        },
        ...(open ? [{ label: said.health, value: <Use t={t} view={view} /> }] : []),
        { label: said.told, value: <span data-telling={view.telling.how}>{telling(view, t)}</span> },
      ]}
    />
  );
}

function Use({ view, t }: { view: LinkChainView; t: Text }) {
  const { failingSince, lastUsedAt } = view;
  if (!failingSince) return <Health health={lastUsedAt ? "ok" : "unknown"} t={t} />;
  return (
    <>
      <Health health="failing" t={t} />{" "}
      {t.linkedSellers.detail.failingSince(moment(failingSince, t.language).text)}
    </>
  );
}

function telling({ telling: { how, ...known } }: LinkChainView, t: Text) {
  const said = t.linkedSellers.detail.told[how];
  const at = "at" in known && known.at instanceof Date ? moment(known.at, t.language).text : "";
  return typeof said === "string" ? said : said(at);
}
