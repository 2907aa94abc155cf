import type { JobRunView, WorkerView } from "@/lib/desk/read-worker";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Badge } from "../../_ui/badge";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";
import { Time } from "../../_ui/time";

/** The worker's jobs: when each ran last, did something, and whether it fails. */
export function JobRuns({ worker, t }: { worker: WorkerView; t: Text }) {
  const said = t.jobs.worker;
  const time = (at: Date | null) => (at ? <Time at={moment(at, t.language)} /> : said.never);
  return (
    <Section
      id="worker"
      intro={worker.seenAt && <p>{said.seen(moment(worker.seenAt, t.language).text)}</p>}
      title={said.title}
    >
      {worker.jobs.length > 0 && (
        <Table
          caption={said.title}
          captionHidden
          columns={Object.values(said.columns).map((label) => ({ label }))}
          rows={worker.jobs.map((job) => ({
            key: job.name,
            attributes: { "data-job": job.name, "data-state": job.fault === null ? "works" : "fails" },
            cells: [
              said.names[job.name] ?? job.name,
              time(job.lastStartedAt),
              time(job.lastDidAt),
              <State job={job} key="state" t={t} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function State({ job: { fault, lastStartedAt, lastFailedAt }, t }: { job: JobRunView; t: Text }) {
  const said = t.jobs.worker;
  if (!lastStartedAt) return <Badge kind="pending">{said.unrun}</Badge>;
  if (fault === null) return <Badge kind="active">{said.works}</Badge>;
  return (
    <>
      <Badge kind="failed">{said.fails}</Badge>{" "}
      {lastFailedAt && said.failed(moment(lastFailedAt, t.language).text)}
      <br />
      <span className="mono wrap-anywhere">{fault}</span>
    </>
  );
}
