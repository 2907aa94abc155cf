import type { ReviewRequestView } from "@/lib/clients/list-reviews";
import { now } from "@/lib/clock";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { count, day } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { FormField } from "../../_ui/form-field";
import { KeyValue } from "../../_ui/key-value";
import { Section } from "../../_ui/section";
import { decideReviewAction } from "./actions";

type Props = { request: ReviewRequestView; may: boolean; t: Text };

/** One request with what it is judged by, and the form that decides it. */
export async function ReviewRequest({ request, may, t }: Props) {
  const said = t.reviews.list;
  const days = Math.floor((now().getTime() - request.requestedAt.getTime()) / 86_400_000);
  const { id, clientId, domain, domainVerifiedAt } = request;
  return (
    <Section card id={`review-${id}`} title={clientId}>
      <KeyValue
        pairs={[
          { label: said.sentence, value: request.sentence },
          { label: said.organisation, value: request.organisationName },
          { label: said.organisationSince, value: day(request.organisationSince, t.language) },
          {
            label: said.domain,
            value: !domain
              ? said.domainNone
              : domainVerifiedAt
                ? said.domainProven(domain, day(domainVerifiedAt, t.language))
                : said.domainUnproven(domain),
          },
          { label: said.clientSince, value: day(request.clientSince, t.language) },
          { label: said.links, value: count(request.openLinks, t.language) },
          {
            label: said.asked,
            value: [said.age(days), ...(request.suspended ? [said.suspended] : [])].join(" · "),
          },
        ]}
      />
      {may && (
        <ActionForm
          action={decideReviewAction}
          formKey={await formKey("decide review", "/operator/reviews", { reviewId: [id] })}
          hidden={{ reviewId: id }}
          labels={{ decision: said.decision, reason: said.reason }}
          pending={t.common.sending}
          submit={said.submit}
          texts={formTexts(t)}
          variant="secondary"
        >
          <FormField
            kind="radios"
            label={said.decision}
            name="decision"
            options={[
              { value: "approve", label: said.approve },
              { value: "reject", label: said.reject },
            ]}
          />
          <FormField
            hint={said.reasonHint}
            kind="textarea"
            label={said.reason}
            maxLength={500}
            name="reason"
          />
        </ActionForm>
      )}
    </Section>
  );
}
