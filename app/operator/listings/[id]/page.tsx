import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findSubmission, type SubmissionView } from "@/lib/directory/find-submission";
import { OrphanRefusal } from "../../../_orphan";
import { type Text, text } from "../../../_text/text";
import { Badge } from "../../../_ui/badge";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { requireOperator } from "../../require-operator";
import { DecisionForm } from "../decision-form";
import { deskText } from "../desk-texts";
import { Checklist } from "./checklist";
import { Company } from "./company";
import { Decision, Decisions } from "./decisions";
import { Differences } from "./differences";
import { Preview } from "./preview";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireOperator();
  const submission = await findSubmission((await params).id);
  return submission ? { title: submission.content.displayName || (await text()).listingDesk.title } : {};
}

/** One submission with all that it is judged by, and the form that decides it. */
export default async function SubmissionPage({ params }: Props) {
  const viewer = await requireOperator();
  const submission = await findSubmission((await params).id);
  if (!submission) notFound();
  const t = await text();
  const said = t.listingDesk.submission;
  const { id, state, content, company, decided } = submission;
  const may = viewer.organisation.role !== "viewer";
  const isOpen = may && state === "waiting";
  const header = (
    <PageHeader
      back={{ href: "/operator/listings", label: t.listingDesk.title }}
      badge={<State submission={submission} t={t} />}
      lead={said.of(company.name)}
      title={state === "taken_back" ? company.name : content.displayName}
    />
  );
  const orphan = <OrphanRefusal isShown={() => isOpen} t={deskText(t)} />;
  if (state === "taken_back")
    return (
      <>
        {header}
        {orphan}
        <Notice>{said.takenBackBody}</Notice>
        <Company submission={submission} t={t} />
        <Decisions decisions={submission.earlier} t={t} />
      </>
    );
  return (
    <>
      {header}
      {orphan}
      {!may && <Notice>{said.viewer}</Notice>}
      {decided && <Decision card decision={decided} t={t} />}
      <Preview submission={submission} t={t} />
      <Differences submission={submission} t={t} />
      <Company submission={submission} t={t} />
      {state === "waiting" && <Checklist submission={submission} t={t} />}
      <Decisions decisions={submission.earlier} t={t} />
      {isOpen && (
        <Section card id="decide" title={said.decide}>
          <DecisionForm path={`/operator/listings/${id}`} submission={submission} t={t} />
        </Section>
      )}
    </>
  );
}

function State({ submission: { state }, t }: { submission: SubmissionView; t: Text }) {
  const said = t.listingDesk.submission;
  if (state === "waiting") return <Badge kind="pending">{said.waiting}</Badge>;
  return <Badge kind="expired">{state === "decided" ? said.decided : said.takenBack}</Badge>;
}
