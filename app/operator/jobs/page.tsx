import type { Metadata } from "next";
import { listFailingEndpoints } from "@/lib/desk/list-failing-endpoints";
import { listStuckLetters } from "@/lib/desk/list-stuck-letters";
import { readWorker } from "@/lib/desk/read-worker";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { requireOperator } from "../require-operator";
import { SilentWorker } from "../silent-worker";
import { FailingEndpoints } from "./failing-endpoints";
import { JobRuns } from "./job-runs";
import { StuckLetters } from "./stuck-letters";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).jobs.title };
}

/** What the worker does, and what did not arrive, with the buttons that send it again. */
export default async function JobsPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.jobs;
  const [worker, stuck, endpoints] = [
    await readWorker(),
    await listStuckLetters(),
    await listFailingEndpoints(),
  ];
  const may = viewer.organisation.role !== "viewer";
  const letterIds = stuck.letters.filter(({ failedAt }) => failedAt).map(({ id }) => id);
  const messageIds = endpoints
    .filter(({ isGone }) => !isGone)
    .flatMap(({ messages }) => messages.map(({ id }) => id));
  const isShown = (act: string, values: Record<string, string>) =>
    may &&
    (act === "retry failed" ||
      letterIds.includes(values.mailId ?? "") ||
      messageIds.includes(values.deliveryId ?? ""));
  return (
    <>
      <PageHeader
        actions={<ButtonLink href="/operator/jobs">{t.webhooks.deliveries.reload}</ButtonLink>}
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <OrphanRefusal isShown={isShown} t={t} />
      <DoneNotice done={String(done)} sentences={said.done} />
      {!may && <Notice>{t.clients.viewerHint}</Notice>}
      <SilentWorker t={t} worker={worker} />
      <JobRuns t={t} worker={worker} />
      <StuckLetters letterIds={letterIds} may={may} stuck={stuck} t={t} />
      <FailingEndpoints endpoints={endpoints} may={may} messageIds={messageIds} t={t} />
    </>
  );
}
