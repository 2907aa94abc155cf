import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { listLinkedSellers as listOwnLinked } from "@/lib/clients/linked-sellers";
import { countLinks, type LinkCountsView } from "@/lib/links/count-links";
import { type LinkQuery, readShownFilter, writeLinkFilter } from "@/lib/links/link-filter";
import { countLinkedSellers, listLinkedSellers } from "@/lib/links/list-linked-sellers";
import { listMoveTargets } from "@/lib/links/move-targets";
import { listSellers } from "@/lib/links/own-seller";
import { listSellerWords, listTags } from "@/lib/links/tags";
import { countOf } from "../../_count";
import { DoneNotice } from "../../_done";
import type { Text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { BulkForm } from "./bulk-form";
import { LinkFilterForm } from "./link-filter-form";
import { LinkOwnForm } from "./link-own-form";
import { linkedSellerRow } from "./linked-seller-row";
import { Views } from "./views";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean; query: LinkQuery };

/** The seller accounts a client may act for, or once might: searched, narrowed, in pages, and as a file. */
export async function LinkedSellers({ client, t, viewer, may, query }: Props) {
  const said = t.linkedSellers;
  const { id: organisationId, kind } = viewer.organisation;
  const path = `/clients/${client.id}`;
  const { filter, after } = readShownFilter(query);
  const [counts] = await countLinks(organisationId, client.id);
  const { items, next } = await listLinkedSellers(organisationId, client.id, filter, { after });
  const found = await countLinkedSellers(organisationId, client.id, filter);
  const isNarrowed = Boolean(after) || writeLinkFilter(filter) !== writeLinkFilter({ status: "open" });
  const hasAny = found > 0 || isNarrowed || (await countLinkedSellers(organisationId, client.id, {}, 1)) > 0;
  // A seller's own client has no customers to sort.
  const isTheirs = kind === "partner" || kind === "aggregator";
  const mayAct = may && isTheirs;
  const targets = mayAct ? await listMoveTargets(organisationId, client.id) : [];
  const tags = isTheirs ? await listTags(organisationId, client.id) : [];
  const sellerIds = isTheirs ? items.map(({ sellerId }) => sellerId) : [];
  const words = await listSellerWords(organisationId, client.id, sellerIds);
  const shown = { clientRowId: client.id, kind, t, mayPick: mayAct };
  const own = may && kind === "seller" ? await listSellers(viewer) : [];
  const linked = own.length > 0 ? await listOwnLinked(viewer, client.id) : [];
  const free = own.filter((account) => !linked.some(({ sellerId }) => sellerId === account.sellerId));
  return (
    <Section
      actions={
        items.length > 0 && (
          <ButtonLink href={`${path}/links.csv?${writeLinkFilter(filter)}`} size="small">
            {said.export}
          </ButtonLink>
        )
      }
      id="links"
      title={said.title}
    >
      {counts && <Attention counts={counts} t={t} />}
      <DoneNotice done={String(query.done ?? "")} sentences={t.bulk.done} />
      {isTheirs && hasAny && (
        <Views clientRowId={client.id} filter={filter} may={may} organisationId={organisationId} t={t} />
      )}
      {hasAny && <LinkFilterForm filter={filter} isNarrowed={isNarrowed} path={path} t={t} tags={tags} />}
      {items.length > 0 ? (
        <>
          <p data-found={found}>{said.found(countOf(found, t))}</p>
          <BulkForm
            clientRowId={client.id}
            filter={filter}
            found={found}
            mayAct={mayAct}
            mayMove={targets.length > 0}
            t={t}
          >
            <Table
              caption={said.title}
              captionHidden
              columns={Object.values(said.columns).map((label) => ({ label }))}
              rows={items.map((link) => linkedSellerRow(link, { ...shown, words: words.get(link.sellerId) }))}
            />
          </BulkForm>
          <p className="flex flex-wrap gap-3">
            {after && (
              <ButtonLink href={`${path}?${writeLinkFilter(filter)}#links`} size="small" variant="quiet">
                {said.first}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink href={`${path}?${writeLinkFilter(filter, next)}#links`} rel="next" size="small">
                {said.next}
              </ButtonLink>
            )}
          </p>
        </>
      ) : hasAny ? (
        <EmptyState
          actions={
            <ButtonLink href={`${path}?${writeLinkFilter({ ...filter, status: undefined })}#links`}>
              {said.noneFound.all}
            </ButtonLink>
          }
          icon="search"
          title={said.noneFound.title}
        >
          {said.noneFound.body}
        </EmptyState>
      ) : (
        <EmptyState
          actions={
            may && kind !== "seller" ? (
              <ButtonLink href="/invitations">{said.none.invite}</ButtonLink>
            ) : undefined
          }
          icon="link"
          title={said.none.title}
        >
          {kind === "seller" ? t.clients.links.none : said.none.body}
        </EmptyState>
      )}
      {free.length > 0 && <LinkOwnForm clientRowId={client.id} free={free} t={t} />}
    </Section>
  );
}

/** What wants attention among the links of a client, each as the way to exactly those. */
export function Attention({ counts, t }: { counts: LinkCountsView; t: Text }) {
  const said = t.linkedSellers.attention;
  const { clientRowId, failing, notTold, endingSoon } = counts;
  const rows = [
    { name: "failing", count: failing, label: said.failing, filter: { health: "failing" } },
    { name: "not-told", count: notTold, label: said.notTold, filter: { lamp: "told" } },
    { name: "ending-soon", count: endingSoon, label: said.endingSoon, filter: { ends: "soon" } },
  ] as const;
  const shown = rows.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={said.title} className="flex flex-wrap gap-3">
      {shown.map(({ name, count, label, filter }) => (
        <li data-attention={name} key={name}>
          <ButtonLink
            href={`/clients/${clientRowId}?${writeLinkFilter({ status: "open", ...filter })}#links`}
            size="small"
          >
            {label(countOf(count, t))}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
