import type { Metadata } from "next";
import { findListing, type OwnListingView } from "@/lib/directory/find-listing";
import { listOwners } from "@/lib/team/list-owners";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { RefusedPage } from "../_refusal";
import { requireViewer } from "../_session";
import { text } from "../_text/text";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Domain } from "./domain";
import { EntryAsItIs, EntryForm } from "./entry";
import { badgeKinds, stateOf } from "./listing-state";
import { Standing } from "./standing";
import { Submit } from "./submit";

type Query = { done?: string; domain?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).listing.title };
}

/** An aggregator's own entry in the list: where it stands, what it says, its domain, and the way to the operator. */
export default async function ListingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  const [t, { done = "", domain = "" }] = [await text(), await searchParams];
  const said = t.listing;
  const { kind, name, role } = viewer.organisation;
  if (kind !== "aggregator")
    return (
      <>
        <PageHeader lead={said.lead} title={said.title} />
        <RefusedPage code="not_allowed" facts={{ who: said.kinds }} t={t}>
          <p>{said.notAggregator(name)}</p>
        </RefusedPage>
      </>
    );
  const view = await findListing(viewer);
  const may = role !== "viewer";
  const { version, clients } = view;
  const state = stateOf(view);
  const isOpen = version?.state === "draft";
  const isEditable = may && clients.length > 0 && version?.state !== "submitted";
  return (
    <>
      <PageHeader
        badge={<Badge kind={badgeKinds[state]}>{said.badges[state]}</Badge>}
        lead={said.lead}
        title={said.title}
      />
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal isShown={(act) => may && isFormShown(act, view)} t={t} />
      {!may && (
        <RefusedPage code="not_allowed" facts={{ who: (await listOwners(viewer)).join(", ") }} t={t} />
      )}
      <Standing may={may} t={t} view={view} />
      {may && clients.length === 0 && (
        <Notice>
          <p>{said.noClient.body}</p>
          <p>
            <ButtonLink href="/new-client?as=aggregator" variant="primary">
              {said.noClient.action}
            </ButtonLink>
          </p>
        </Notice>
      )}
      {isEditable && <EntryForm t={t} view={view} />}
      {!isEditable && state !== "none" && <EntryAsItIs t={t} view={view} />}
      <Domain asked={String(domain)} done={done} t={t} viewer={viewer} />
      {may && isOpen && <Submit t={t} version={version} view={view} />}
    </>
  );
}

/** Whether the form of an act stands on the page now; otherwise its refusal is said at the head of it. */
function isFormShown(act: string, { entry, version, clients }: OwnListingView) {
  if (act === "save listing") return clients.length > 0 && version?.state !== "submitted";
  if (act === "submit listing") return version?.state === "draft";
  if (act === "take back listing") return version?.state === "submitted";
  if (act === "unlist listing") return entry?.state === "listed";
  if (act === "list again") return entry?.state === "unlisted";
  return true;
}
