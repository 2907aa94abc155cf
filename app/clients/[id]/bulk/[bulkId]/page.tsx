import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findClient } from "@/lib/clients/find-client";
import { countAsked } from "@/lib/links/count-asked";
import { type BulkRunView, findBulkRun, listSkipped } from "@/lib/links/list-bulk-runs";
import { DoneNotice } from "../../../../_done";
import { OrphanRefusal } from "../../../../_orphan";
import { formKey, requireViewer } from "../../../../_session";
import { formTexts } from "../../../../_text/for-forms";
import { type Text, text } from "../../../../_text/text";
import { count, moment } from "../../../../_time";
import { ActionForm } from "../../../../_ui/action-form";
import { ButtonLink } from "../../../../_ui/button";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { LookAgain } from "../../../../links/[id]/look-again";
import { stopBulkRunAction, undoBulkRunAction } from "../actions";
import { RunState, titleOf } from "../runs";

type Params = { id: string; bulkId: string };
type Props = { params: Promise<Params>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, bulkId } = await params;
  const run = await findBulkRun(await requireViewer(), id, bulkId);
  return run ? { title: titleOf(run, await text()) } : {};
}

/** One act on many linked sellers: how far it is, what came of it, and how to stop it or take it back. */
export default async function BulkRunPage({ params, searchParams }: Props) {
  const { id, bulkId } = await params;
  const viewer = await requireViewer();
  const { id: organisationId, kind, role } = viewer.organisation;
  const client = kind === "partner" || kind === "aggregator" ? await findClient(viewer, id) : null;
  const run = client && (await findBulkRun(viewer, id, bulkId));
  if (!client || !run) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.bulk.run;
  const may = role !== "viewer";
  const path = `/clients/${id}/bulk/${bulkId}`;
  const isOver = run.endedAt !== null;
  const shown = (act: string) => may && (act === "stop bulk run" ? run.mayStop : run.mayUndo);
  return (
    <>
      <PageHeader
        back={{ href: `/clients/${id}/bulk`, label: `${client.clientId}: ${t.bulk.list.title}` }}
        badge={<RunState state={run.state} t={t} />}
        title={titleOf(run, t)}
      />
      <DoneNotice done={String(done)} sentences={t.bulk.done} />
      <OrphanRefusal isShown={shown} t={t} />
      <Progress run={run} t={t} />
      {run.state === "waiting" && <p>{said.begins(moment(run.dueAt, t.language).text)}</p>}
      {run.state === "running" && <p>{said.goesOn}</p>}
      {run.state === "stopped" && !run.stoppedBy && <Notice tone="warning">{said.byItself}</Notice>}
      {!isOver && (
        <p className="flex flex-wrap items-center gap-3">
          <ButtonLink href={path} size="small">
            {said.look}
          </ButtonLink>
          <LookAgain words={said.looking} />
          <noscript>
            <meta content="5" httpEquiv="refresh" />
          </noscript>
        </p>
      )}
      {may && run.mayUndo && <Undo path={path} run={run} t={t} />}
      {may && run.mayStop && (
        <div className="grid gap-2">
          <ActionForm
            action={stopBulkRunAction}
            formKey={await formKey("stop bulk run", path, { bulkId: [run.id] })}
            hidden={{ do: "stop", bulkId: run.id }}
            pending={t.common.sending}
            submit={said.stop}
            texts={formTexts(t)}
            variant="secondary"
          />
          <p className="field-hint">{said.stopHint}</p>
        </div>
      )}
      <Others clientRowId={id} run={run} t={t} />
      <Facts clientRowId={id} run={run} t={t} />
      {run.act === "move" && run.changed > 0 && (
        <Answers bulkId={bulkId} organisationId={organisationId} t={t} />
      )}
      {run.skipped > 0 && <Skipped bulkId={bulkId} clientRowId={id} organisationId={organisationId} t={t} />}
    </>
  );
}

type Part = { run: BulkRunView; t: Text };

function Progress({ run, t }: Part) {
  const said = t.bulk.run;
  const { total, changed, skipped } = run;
  const seen = changed + skipped;
  const number = (many: number) => count(many, t.language);
  return (
    <div className="grid gap-2" data-seen={seen} data-total={total}>
      <progress aria-label={said.progress} className="progress" max={total} value={seen} />
      <p>{said.numbers(number(seen), number(total))}</p>
    </div>
  );
}

async function Undo({ run, path, t }: Part & { path: string }) {
  const { undo, answers } = t.bulk.run;
  const hint = run.act === "move" ? answers.takeBack : undo.overHint(count(run.changed, t.language));
  const isWaiting = run.state === "waiting";
  return (
    <div className="grid gap-2">
      <ActionForm
        action={undoBulkRunAction}
        formKey={await formKey("undo bulk run", path, { bulkId: [run.id] })}
        hidden={{ do: "undo", bulkId: run.id }}
        pending={t.common.sending}
        submit={isWaiting ? undo.waiting : undo.over}
        texts={formTexts(t)}
        variant="secondary"
      />
      {!isWaiting && <p className="field-hint">{hint}</p>}
    </div>
  );
}

function Others({ run, clientRowId, t }: Part & { clientRowId: string }) {
  const said = t.bulk.run;
  const links = [
    { id: run.undoneBy, words: said.undone },
    { id: run.undoes, words: said.undoes },
  ];
  return links.map(
    ({ id, words }) =>
      id && (
        <p key={words}>
          {words}{" "}
          <a className="link" href={`/clients/${clientRowId}/bulk/${id}`}>
            {said.see}
          </a>
        </p>
      ),
  );
}

function Facts({ run, clientRowId, t }: Part & { clientRowId: string }) {
  const { facts, final } = t.bulk.run;
  const { reasons } = t.bulk.start.unlink;
  const { act, choice, query, total, changed, skipped, because, endedAt, stoppedBy } = run;
  const isFinal = (act === "unlink" || act === "remind") && changed > 0;
  const reason = because && (reasons as Record<string, string>)[because];
  const number = (many: number) => count(many, t.language);
  const search = query ? (
    <a className="link" href={`/clients/${clientRowId}?${query}#links`}>
      {facts.openSearch}
    </a>
  ) : (
    facts.ticked
  );
  return (
    <>
      <KeyValue
        pairs={[
          { label: facts.changed, value: <span data-changed={changed}>{number(changed)}</span> },
          { label: facts.skipped, value: number(skipped) },
          { label: facts.left, value: number(total - changed - skipped) },
          { label: facts.search, value: search },
          ...(reason ? [{ label: facts.reason, value: reason }] : []),
          ...(act === "remind" && choice ? [{ label: facts.message, value: choice }] : []),
          { label: facts.by, value: run.startedBy },
          { label: facts.at, value: moment(run.createdAt, t.language).text },
          ...(endedAt ? [{ label: facts.ended, value: moment(endedAt, t.language).text }] : []),
          ...(stoppedBy ? [{ label: facts.stoppedBy, value: stoppedBy }] : []),
        ]}
      />
      {isFinal && <p className="text-muted">{final}</p>}
    </>
  );
}

type AnswersProps = { bulkId: string; organisationId: string; t: Text };

async function Answers({ bulkId, organisationId, t }: AnswersProps) {
  const { title, counts } = t.bulk.run.answers;
  const found = await countAsked(organisationId, bulkId);
  const names = Object.keys(counts) as (keyof typeof found)[];
  return (
    <Section id="answers" title={title}>
      <KeyValue
        pairs={names.map((name) => ({
          label: counts[name],
          value: <span data-answer={name}>{count(found[name], t.language)}</span>,
        }))}
      />
    </Section>
  );
}

type SkippedProps = { bulkId: string; clientRowId: string; organisationId: string; t: Text };

async function Skipped({ bulkId, clientRowId, organisationId, t }: SkippedProps) {
  const said = t.bulk.run;
  const rows = await listSkipped(organisationId, bulkId);
  return (
    <Section id="skipped" title={said.skippedTitle}>
      <Table
        caption={said.skippedTitle}
        captionHidden
        columns={[{ label: said.columns.seller }, { label: said.columns.why }]}
        rows={rows.map(({ linkId, sellerId, shopName, why }) => ({
          key: linkId,
          attributes: { "data-skipped": why } as const,
          cells: [
            <span key="seller">
              <a className="link" href={`/clients/${clientRowId}/links/${linkId}`}>
                {shopName}
              </a>{" "}
              <span className="mono">{sellerId}</span>
            </span>,
            said.why[why],
          ],
        }))}
      />
      {rows.length === 100 && <p>{said.skippedMore}</p>}
    </Section>
  );
}
