import type { Metadata } from "next";
import { listLinks } from "@/lib/links/list-links";
import { listSellers } from "@/lib/links/own-seller";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { requireViewer } from "../_session";
import { text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Dialog } from "../_ui/dialog";
import { EmptyState } from "../_ui/empty-state";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Table } from "../_ui/table";
import { AccountFilter } from "./account-filter";
import { linkRow } from "./link-row";

type Query = { done?: string; sellerId?: string | string[]; after?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).links.title };
}

/** Who has access to the seller's accounts: the partner's name first, how it fares, and how to end it. */
export default async function LinksPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  const [t, { done = "", ...query }] = [await text(), await searchParams];
  const said = t.links;
  const { kind, name, role } = viewer.organisation;
  const accounts = await listSellers(viewer);
  const chosen = accounts.find(({ sellerId }) => String(sellerId) === query.sellerId)?.sellerId;
  const after = typeof query.after === "string" ? query.after : undefined;
  const { items: links, next } = await listLinks(viewer, { sellerId: chosen, after });
  const rows = links.map((link) => linkRow({ link, t, may: role !== "viewer" }));
  const pageAt = (place: string) =>
    `/links?${new URLSearchParams({ ...(chosen && { sellerId: String(chosen) }), ...(place && { after: place }) })}`;
  const isShown = (act: string, linkId = "") => {
    if (role === "viewer") return false;
    if (act === "restore link") return links.some((one) => one.restorable && one.id === linkId);
    const link = links.find((one) => one.open && one.id === linkId);
    return Boolean(act === "keep link" ? link?.plannedAt : link);
  };
  return (
    <>
      <PageHeader
        actions={
          <Dialog
            close={t.common.close}
            id="what-a-link-allows"
            open={said.about.open}
            title={said.about.title}
          >
            <ul className="grid list-disc gap-2 pl-5">
              {said.about.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Dialog>
        }
        lead={said.lead}
        title={said.title}
      />
      {kind !== "seller" && <Notice>{said.notSeller(name)}</Notice>}
      <OrphanRefusal isShown={(act, { linkId }) => isShown(act, linkId)} t={t} />
      <DoneNotice done={done} sentences={said.done} />
      {accounts.length > 1 && <AccountFilter accounts={accounts} chosen={chosen} t={t} />}
      {rows.length === 0 ? (
        <EmptyState
          actions={
            kind === "seller" && role !== "viewer" ? (
              <ButtonLink href="/new-client?as=seller" variant="primary">
                {said.empty.action}
              </ButtonLink>
            ) : undefined
          }
          icon="link"
          title={said.empty.title}
        >
          {said.empty.body}
        </EmptyState>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows}
        />
      )}
      {(after || next) && (
        <p className="flex flex-wrap gap-3">
          {after && (
            <ButtonLink href={pageAt("")} size="small" variant="quiet">
              {said.first}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={pageAt(next)} rel="next" size="small">
              {said.next}
            </ButtonLink>
          )}
        </p>
      )}
    </>
  );
}
