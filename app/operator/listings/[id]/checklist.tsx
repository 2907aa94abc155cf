import type { SubmissionView } from "@/lib/directory/find-submission";
import type { Text } from "../../../_text/text";
import { Icon } from "../../../_ui/icon";
import { Section } from "../../../_ui/section";

type Props = { submission: SubmissionView; t: Text };

/** What the portal has looked at by itself, what a person has to look at, and the names that come close. */
export function Checklist({ submission, t }: Props) {
  const { states, submission: said } = t.listingDesk;
  return (
    <>
      <Section title={said.near}>
        {submission.near.length === 0 ? (
          <p>{said.nearNone}</p>
        ) : (
          <ul className="list-disc pl-6" data-near>
            {submission.near.map(({ name, organisationName, state }) => (
              <li className="wrap-anywhere" key={`${name} ${organisationName}`}>
                {said.nearOne(name, organisationName, states[state])}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={said.checklist}>
        <ul className="grid gap-2">
          {judge(submission, t).map(({ isGood, sentence }) => (
            <li className="flex items-start gap-2" key={sentence}>
              <Icon name={isGood ? "check" : "alert"} />
              <span className={isGood ? undefined : "font-medium"}>{sentence}</span>
            </li>
          ))}
          {said.byEye.map((sentence) => (
            <li className="flex items-start gap-2" key={sentence}>
              <Icon name="search" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function judge(submission: SubmissionView, t: Text) {
  const { nameFault, domain, domainVerifiedAt, clientDeleted, clientSuspended, company } = submission;
  const said = t.listingDesk.submission.checks;
  const isProven = domain !== null && domainVerifiedAt !== null;
  const checks = [
    nameFault
      ? { isGood: false, sentence: said.nameFault(t.fieldErrors[nameFault]) }
      : { isGood: true, sentence: said.nameFree },
    { isGood: isProven, sentence: isProven ? said.domainProven : said.domainUnproven },
    clientDeleted
      ? { isGood: false, sentence: said.clientDeleted }
      : { isGood: !clientSuspended, sentence: clientSuspended ? said.clientSuspended : said.clientLive },
  ];
  return company.suspended ? [...checks, { isGood: false, sentence: said.companySuspended }] : checks;
}
