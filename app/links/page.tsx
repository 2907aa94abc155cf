import type { Metadata } from "next";
import { listLinks } from "@/lib/links/list-links";
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
import { linkRow } from "./link-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).links.title };
}

export default async function LinksPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await requireViewer();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.links;
  const { kind, name, role } = viewer.organisation;
  const links = await listLinks(viewer);
  const rows = await Promise.all(links.map((link) => linkRow({ link, t, may: role !== "viewer" })));
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
      <OrphanRefusal
        isShown={(_act, { linkId }) => links.some((link) => link.open && link.id === linkId)}
        t={t}
      />
      <DoneNotice done={done} sentences={said.done} />
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
    </>
  );
}
