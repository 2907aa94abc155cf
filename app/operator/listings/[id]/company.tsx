import type { SubmissionView } from "@/lib/directory/find-submission";
import type { Text } from "../../../_text/text";
import { count, day, moment } from "../../../_time";
import { KeyValue } from "../../../_ui/key-value";
import { Section } from "../../../_ui/section";

type Props = { submission: SubmissionView; t: Text };

/** Who submitted it, in facts and numbers. */
export function Company({ submission, t }: Props) {
  const { states, submission: said } = t.listingDesk;
  const { facts } = said;
  const { company, clientId, live, submittedAt, submittedBy } = submission;
  const number = (value: number) => count(value, t.language);
  return (
    <Section card title={said.company}>
      <KeyValue
        pairs={[
          { label: facts.name, value: company.name },
          { label: facts.since, value: day(company.since, t.language) },
          { label: facts.members, value: number(company.members) },
          { label: facts.clients, value: number(company.clients) },
          { label: facts.links, value: number(company.openLinks) },
          { label: facts.clientId, value: clientId },
          { label: facts.domain, value: domainOf(submission, t) },
          {
            label: facts.live,
            value: live ? [states[live.state], live.suspendReason].filter(Boolean).join(" · ") : said.notLive,
          },
          ...(submittedAt
            ? [
                {
                  label: facts.submitted,
                  value: [moment(submittedAt, t.language).text, submittedBy].filter(Boolean).join(" · "),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function domainOf({ domain, domainVerifiedAt, domainProof }: SubmissionView, t: Text) {
  const said = t.listingDesk.submission.domain;
  if (!domain) return said.none;
  if (!domainVerifiedAt) return said.unproven(domain);
  const since = day(domainVerifiedAt, t.language);
  return domainProof === "dns" ? said.dns(domain, since) : said.mail(domain, since);
}
