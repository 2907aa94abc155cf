import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findActor } from "@/lib/accounts/find-actor";
import { findTeamInvitation } from "@/lib/team/find-team-invitation";
import { text } from "../../_text/text";
import { moment } from "../../_time";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { KeyValue } from "../../_ui/key-value";
import { PageHeader } from "../../_ui/page-header";
import { WayIn } from "./way-in";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).team.title, robots: { index: false } };
}

/** Where the letter of an invitation leads. Looking changes nothing; one button or form lets the invited one in. */
export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const found = await findTeamInvitation(token);
  if (!found) notFound();
  const [t, viewer] = [await text(), await findActor()];
  const said = t.team.join;
  const { organisationId, organisationName: company, invitedBy, email, role, expiresAt, isOpen } = found;
  const isMember = viewer?.organisations.some(({ id }) => id === organisationId);
  if (!isOpen) {
    return (
      <>
        <PageHeader title={said.title(company)} />
        <Alert code="expired">
          <p>{said.ended}</p>
          <p>{isMember ? said.isMember(company) : said.endedMore}</p>
        </Alert>
        {isMember && (
          <p>
            <ButtonLink href="/team" variant="primary">
              {said.toTeam}
            </ButtonLink>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader lead={said.lead(invitedBy, company)} title={said.title(company)} />
      <KeyValue
        pairs={[
          { label: said.facts.company, value: company },
          { label: said.facts.by, value: invitedBy },
          { label: said.facts.email, value: email },
          {
            label: said.facts.role,
            value: t.accounts.account.roles[role] + t.common.colon + t.team.about[role],
          },
          { label: said.facts.until, value: moment(expiresAt, t.language).text },
        ]}
      />
      <WayIn found={found} t={t} token={token} viewer={viewer} />
    </>
  );
}
