import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/accounts/find-actor";
import { type LinkLook, lookAtLink } from "@/lib/links/look-at-link";
import { DoneNotice } from "../../../../_done";
import { OrphanRefusal } from "../../../../_orphan";
import { formKey } from "../../../../_session";
import { type Text, text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { Telling } from "../../../../links/[id]/telling";
import { requireOperator } from "../../../require-operator";
import { ActForm } from "../../act-form";
import { endAnyLinkAction } from "../../actions";
import { Events } from "../../events";
import { LookChain } from "../../look-chain";
import { Notes } from "../../notes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** One look for head and body of the page, and so one event for each side. */
const look = cache((viewer: Viewer, id: string) => lookAtLink(viewer, id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await look(await requireOperator(), (await params).id);
  return found ? { title: titleOf(found) } : {};
}

const titleOf = ({ chain }: LinkLook) => `${chain.clientId} · ${chain.shopName}`;

/** A link as its two sides see it, for the operator: the chain, what happened, and its end where it must be. */
export default async function LinkLookPage({ params, searchParams }: Props) {
  const viewer = await requireOperator();
  const found = await look(viewer, (await params).id);
  if (!found) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.lookup;
  const may = viewer.organisation.role !== "viewer";
  const { chain, clientSide, sellerSide } = found;
  const path = `/operator/lookup/links/${chain.linkId}`;
  const mayEnd = may && chain.open;
  const sides = {
    client: clientSide?.name ?? chain.partner,
    seller: sellerSide?.name ?? chain.shopName,
  };
  return (
    <>
      <PageHeader
        back={{ href: "/operator/lookup", label: said.back }}
        badge={
          <Badge kind={chain.open ? "active" : "revoked"}>
            {chain.open ? said.links.open : t.receipt.ended}
          </Badge>
        }
        title={titleOf(found)}
      />
      <DoneNotice done={String(done)} sentences={said.done} />
      <OrphanRefusal isShown={(act) => (act === "end any link" ? mayEnd : may)} t={t} />
      {!may && <Notice>{said.viewer}</Notice>}
      <Ended found={found} t={t} />
      <Section id="chain" title={said.chain.title}>
        <LookChain
          lamps={chain.lamps}
          name={`${chain.clientId} · SellerId ${chain.sellerId}`}
          sides={sides}
          t={t}
        />
      </Section>
      {chain.open && <Telling t={t} view={chain} />}
      <Facts found={found} t={t} />
      <Events events={found.events} t={t} />
      <Notes may={may} notes={found.notes} path={path} subject={chain.linkId} t={t} />
      {mayEnd && <Acts found={found} path={path} t={t} />}
    </>
  );
}

type Shown = { found: LinkLook; t: Text };

function Ended({ found: { chain }, t }: Shown) {
  const { endedAt, endedBy, reason, words } = chain;
  if (!endedAt || !endedBy) return null;
  const said = t.lookup.ended;
  const by = said.by[endedBy.side];
  return (
    <Notice title={said.title} tone="warning">
      <p>{t.receipt.over.when(moment(endedAt, t.language).text)}</p>
      <p>{endedBy.name ? t.receipt.over.person(by, endedBy.name) : by}</p>
      {reason && <p>{t.receipt.over.reason(t.receipt.reasons[reason])}</p>}
      {words && <p>{t.receipt.over.words(words)}</p>}
    </Notice>
  );
}

function Facts({ found, t }: Shown) {
  const said = t.lookup.facts;
  const { chain, clientSide, sellerSide } = found;
  const on = (at: Date | null) => (at ? moment(at, t.language).text : t.lookup.never);
  const way = (href: string, name: string) => (
    <a className="link" href={href}>
      {name}
    </a>
  );
  const organisation = (side: LinkLook["clientSide"]) =>
    side ? way(`/operator/lookup/organisations/${side.id}`, side.name) : t.lookup.nobody;
  return (
    <KeyValue
      pairs={[
        { label: said.partner, value: organisation(clientSide) },
        { label: "clientId", value: way(`/operator/lookup/clients/${chain.clientRowId}`, chain.clientId) },
        { label: said.seller, value: organisation(sellerSide) },
        {
          label: "SellerId",
          value: way(`/operator/lookup/sellers/${chain.sellerId}`, String(chain.sellerId)),
        },
        { label: t.lookup.since, value: on(chain.since) },
        { label: said.via, value: t.links.via[chain.via] },
        ...(chain.open && chain.endsAt ? [{ label: said.ends, value: on(chain.endsAt) }] : []),
        ...(chain.reference ? [{ label: said.reference, value: chain.reference }] : []),
        { label: said.lastUsed, value: on(chain.lastUsedAt) },
        ...(chain.failingSince ? [{ label: said.failingSince, value: on(chain.failingSince) }] : []),
      ]}
    />
  );
}

async function Acts({ found: { chain }, path, t }: Shown & { path: string }) {
  const { title, endLink } = t.lookup.acts;
  const { body, ...words } = endLink;
  return (
    <Section card id="acts" title={title}>
      <ActForm
        action={endAnyLinkAction}
        danger
        formKey={await formKey("end any link", path, { linkId: [chain.linkId] })}
        hidden={{ linkId: chain.linkId }}
        t={t}
        words={{ ...words, body: body(chain.clientId, chain.shopName) }}
      />
    </Section>
  );
}
