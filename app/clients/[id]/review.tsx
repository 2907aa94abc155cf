import type { Viewer } from "@/lib/accounts/find-actor";
import type { ClientView } from "@/lib/clients/find-client";
import { findReview, type ReviewView } from "@/lib/clients/find-review";
import { OrphanRefusal } from "../../_orphan";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { day } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { Section } from "../../_ui/section";
import { askForReviewAction } from "./actions";

type Props = { client: ClientView; t: Text; viewer: Viewer; may: boolean };

/** Where the review of a client stands, and the form that asks for one, in one sentence. */
export async function Review({ client, t, viewer, may }: Props) {
  const said = t.reviews.ask;
  const { kind } = viewer.organisation;
  if (kind === "operator" || client.deletedAt) return null;
  const review = await findReview(viewer, client.id);
  const canAsk = may && (review.state === "none" || review.state === "rejected");
  return (
    <Section id="review" title={said.title}>
      <OrphanRefusal isShown={(act) => act !== "ask for review" || canAsk} t={t} />
      <Standing review={review} t={t} />
      {canAsk && (
        <ActionForm
          action={askForReviewAction}
          formKey={await formKey("ask for review", `/clients/${client.id}`, { client: [client.id] })}
          hidden={{ do: "review" }}
          labels={{ sentence: said.sentence }}
          pending={t.common.sending}
          submit={review.state === "rejected" ? said.again : said.submit}
          texts={formTexts(t)}
          variant="secondary"
        >
          <FormField hint={said.sentenceHint} label={said.sentence} maxLength={500} name="sentence" />
        </ActionForm>
      )}
    </Section>
  );
}

function Standing({ review, t }: { review: ReviewView; t: Text }) {
  const said = t.reviews.ask;
  if (review.state === "none") return <p>{said.none}</p>;
  if (review.state === "approved") {
    return <p>{review.at ? said.approved(day(review.at, t.language)) : said.listed}</p>;
  }
  if (review.state === "rejected") {
    return (
      <>
        <p>{said.rejected(day(review.at, t.language))}</p>
        <p>{said.why(review.reason)}</p>
      </>
    );
  }
  return (
    <>
      <p>{said.waiting(day(review.at, t.language))}</p>
      <blockquote>{review.sentence}</blockquote>
    </>
  );
}
