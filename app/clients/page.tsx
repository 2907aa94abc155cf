import type { Metadata } from "next";
import { type ClientRowView, listClients } from "@/lib/clients/list-clients";
import { DoneNotice } from "../_done";
import { requireViewer } from "../_session";
import { type Text, text } from "../_text/text";
import { moment } from "../_time";
import { Badge } from "../_ui/badge";
import { ButtonLink } from "../_ui/button";
import { EmptyState } from "../_ui/empty-state";
import { PageHeader } from "../_ui/page-header";
import { Table } from "../_ui/table";
import { Time } from "../_ui/time";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).clients.title };
}

export default async function ClientsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await requireViewer();
  const [t, rows, { done = "" }] = [await text(), await listClients(viewer), await searchParams];
  const said = t.clients;
  const { kind, role } = viewer.organisation;
  const create = role !== "viewer" && kind !== "operator" && (
    <ButtonLink href={`/new-client?as=${kind}`} variant="primary">
      {said.create}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader actions={rows.length > 0 && create} lead={said.lead} title={said.title} />
      <DoneNotice done={done} sentences={said.done} />
      {rows.length === 0 ? (
        <EmptyState actions={create} icon="key" title={said.empty.title}>
          {said.empty.body}
        </EmptyState>
      ) : (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <a className="mono" href={`/clients/${row.id}`} key="id">
                {row.clientId}
              </a>,
              <Status key="status" row={row} t={t} />,
              row.liveSecrets,
              row.openLinks,
              row.lastTokenAt ? <Time at={moment(row.lastTokenAt, t.language)} key="last" /> : said.never,
              <Time at={moment(row.createdAt, t.language)} key="since" />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Status({ row, t }: { row: ClientRowView; t: Text }) {
  const said = t.clients.status;
  if (row.suspendedAt) return <Badge kind="attention">{said.suspended}</Badge>;
  if (row.liveSecrets === 0) return <Badge kind="attention">{said.noSecret}</Badge>;
  return <Badge kind="active">{said.active}</Badge>;
}
