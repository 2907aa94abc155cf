import { now } from "@/lib/clock";
import type { SubmissionRowView } from "@/lib/directory/list-submissions";
import type { Text } from "../../_text/text";
import { ago } from "../../_time";
import { Badge } from "../../_ui/badge";
import { ButtonLink } from "../../_ui/button";
import { ListingFace } from "../../choose-aggregator/listing-face";
import { DecisionForm } from "./decision-form";

type Props = { submission: SubmissionRowView; may: boolean; t: Text };

/** One submission in the queue: who, since when, the first or a change, and the way to look at it. */
export function Waiting({ submission, may, t }: Props) {
  const { id, name, logo, organisationName, submittedAt, kind, suspended } = submission;
  const { queue: said, states } = t.listingDesk;
  const badges = (
    <>
      <Badge kind={kind === "change" ? "attention" : "pending"}>{said.kinds[kind]}</Badge>
      {suspended && <Badge kind="revoked">{states.suspended}</Badge>}
    </>
  );
  return (
    <li className="card grid gap-3" data-listing={id}>
      <ListingFace
        actions={
          <ButtonLink aria-label={said.lookName(name)} href={`/operator/listings/${id}`} variant="primary">
            {said.look}
          </ButtonLink>
        }
        badges={badges}
        description={[organisationName, said.waits(ago(submittedAt, now(), t.language))].join(" · ")}
        logo={logo}
        name={name}
      />
      {may && <DecisionForm fold={said.decide} path="/operator/listings" submission={submission} t={t} />}
    </li>
  );
}
