import type { Metadata } from "next";
import { deskQuery } from "@/lib/directory/desk-input";
import { listEntries } from "@/lib/directory/list-entries";
import { listSubmissions } from "@/lib/directory/list-submissions";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { requireOperator } from "../require-operator";
import { deskText } from "./desk-texts";
import { Entries } from "./entries";
import { Waiting } from "./waiting";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).listingDesk.title };
}

/** What aggregators submitted, oldest first, and the entries of the directory. */
export default async function ListingsPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, asked] = [await text(), await searchParams];
  const { q } = deskQuery.parse(asked);
  const [submissions, entries] = [await listSubmissions(), await listEntries(q)];
  const said = t.listingDesk;
  const may = viewer.organisation.role !== "viewer";
  const shown = new Set([...submissions, ...entries].map(({ id }) => id));
  return (
    <>
      <PageHeader
        actions={<ButtonLink href="/operator/names">{said.names}</ButtonLink>}
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <OrphanRefusal isShown={(_act, { listingId = "" }) => may && shown.has(listingId)} t={deskText(t)} />
      <DoneNotice done={String(asked.done)} sentences={said.done} />
      {!may && <Notice>{said.submission.viewer}</Notice>}
      <Section title={said.queue.title}>
        {submissions.length === 0 ? (
          <EmptyState icon="check" title={said.queue.empty.title}>
            {said.queue.empty.body}
          </EmptyState>
        ) : (
          <ul className="grid gap-3">
            {submissions.map((submission) => (
              <Waiting key={submission.id} may={may} submission={submission} t={t} />
            ))}
          </ul>
        )}
      </Section>
      <Entries entries={entries} may={may} q={q} t={t} />
    </>
  );
}
