import type { Metadata } from "next";
import { listReviews } from "@/lib/clients/list-reviews";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { text } from "../../_text/text";
import { EmptyState } from "../../_ui/empty-state";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { requireOperator } from "../require-operator";
import { ReviewRequest } from "./review-request";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireOperator();
  return { title: (await text()).reviews.list.title };
}

/** The clients that ask to be looked at, oldest first. */
export default async function ReviewsPage({ searchParams }: Props) {
  const viewer = await requireOperator();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.reviews.list;
  const requests = await listReviews();
  const may = viewer.organisation.role !== "viewer";
  return (
    <>
      <PageHeader
        back={{ href: "/operator", label: t.reviews.door.title }}
        lead={said.lead}
        title={said.title}
      />
      <OrphanRefusal
        isShown={(_act, { reviewId }) => may && requests.some(({ id }) => id === reviewId)}
        t={t}
      />
      <DoneNotice done={String(done)} sentences={said.done} />
      {!may && <Notice>{t.clients.viewerHint}</Notice>}
      {requests.length === 0 ? (
        <EmptyState icon="check" title={said.empty.title}>
          {said.empty.body}
        </EmptyState>
      ) : (
        requests.map((request) => <ReviewRequest key={request.id} may={may} request={request} t={t} />)
      )}
    </>
  );
}
