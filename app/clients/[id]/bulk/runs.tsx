import { type BulkRunView, listBulkRuns } from "@/lib/links/list-bulk-runs";
import type { Text } from "../../../_text/text";
import { count, moment } from "../../../_time";
import { Badge, type BadgeKind } from "../../../_ui/badge";
import { Table } from "../../../_ui/table";
import { Time } from "../../../_ui/time";

const badges: Record<BulkRunView["state"], BadgeKind> = {
  waiting: "pending",
  running: "pending",
  finished: "active",
  stopped: "revoked",
};

/** How far an act on many is, in a word. */
export function RunState({ state, t }: { state: BulkRunView["state"]; t: Text }) {
  return <Badge kind={badges[state]}>{t.bulk.run.states[state]}</Badge>;
}

/** What an act on many does, and to how many. */
export function titleOf({ act, total, choice }: BulkRunView, t: Text) {
  return t.bulk.run.titles[act](count(total, t.language), choice);
}

/** All acts on many sellers of a client, the newest first. */
export async function Runs({
  clientRowId,
  organisationId,
  t,
}: {
  clientRowId: string;
  organisationId: string;
  t: Text;
}) {
  const said = t.bulk.list;
  const runs = await listBulkRuns(organisationId, clientRowId);
  if (runs.length === 0) return <p>{said.none}</p>;
  return (
    <Table
      caption={said.title}
      captionHidden
      columns={Object.values(said.columns).map((label) => ({ label }))}
      rows={runs.map((run) => ({
        key: run.id,
        attributes: { "data-run": run.state, "data-act": run.act } as const,
        cells: [
          <a className="link" href={`/clients/${clientRowId}/bulk/${run.id}`} key="what">
            {titleOf(run, t)}
          </a>,
          <RunState key="state" state={run.state} t={t} />,
          count(run.changed, t.language),
          count(run.skipped, t.language),
          run.startedBy,
          <Time at={moment(run.createdAt, t.language)} key="when" />,
        ],
      }))}
    />
  );
}
