import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findActor } from "@/lib/accounts/find-actor";
import { findInvitationByToken, type InvitationView } from "@/lib/links/find-invitation";
import { findInviter, type InviterView } from "@/lib/links/find-inviter";
import { noteInvitationStep } from "@/lib/links/note-invitation-step";
import { DoneNotice } from "../../_done";
import { HelpLink } from "../../_help-link";
import { type Text, text } from "../../_text/text";
import { day } from "../../_time";
import { Alert } from "../../_ui/alert";
import { KeyValue } from "../../_ui/key-value";
import { PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Answer } from "./answer";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).invitations.title, robots: { index: false } };
}

/** Where the link of an invitation leads: who asks, for what, and the way on for whoever holds it. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { token } = await params;
  const found = await findInvitationByToken(token);
  if (!found) notFound();
  const [t, viewer, { done = "" }] = [await text(), await findActor(), await searchParams];
  const said = t.invitations.landing;
  const header = <PageHeader title={said.title(found.organisationName)} />;
  if (found.state !== "open") {
    const declinedNow = found.state === "declined" && done === "declined";
    return (
      <>
        {header}
        {declinedNow ? (
          <DoneNotice done={done} sentences={{ declined: said.declinedNow }} />
        ) : (
          <Alert code="expired">
            <p>{said.ended[found.state]}</p>
            <HelpLink code="expired" t={t} />
          </Alert>
        )}
      </>
    );
  }
  const isSender = viewer?.organisation.id === found.organisationId;
  if (!isSender)
    await noteInvitationStep(token, viewer?.organisation.kind === "seller" ? "signed_in" : "opened");
  const inviter = await findInviter(found.clientId);
  const as = inviter?.kind === "aggregator" ? "aggregator" : "partner";
  return (
    <>
      {header}
      <Asker found={found} inviter={inviter} t={t} />
      <Section title={said.sharedTitle}>
        <ul className="grid list-disc gap-2 pl-5">
          {said.shared.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Section>
      <Section title={said.nextTitle}>
        <ol className="grid list-decimal gap-2 pl-5">
          {said.next.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
        <Answer as={as} found={found} t={t} token={token} viewer={viewer} />
        <p className="text-muted">{said.caution}</p>
      </Section>
    </>
  );
}

/** Who is behind the invitation, as far as it is public, and their words. */
function Asker({ found, inviter, t }: { found: InvitationView; inviter: InviterView | null; t: Text }) {
  const said = t.invitations.landing;
  const expected = found.expectedSellerId;
  return (
    <>
      <KeyValue
        pairs={[
          { label: said.by, value: found.organisationName },
          { label: said.clientId, value: <span className="mono">{found.clientId}</span> },
          {
            label: said.listed,
            value: inviter?.listedName ? said.isListed(inviter.listedName) : said.isNotListed,
          },
          { label: said.domain, value: inviter?.domain ?? said.noDomain },
          ...(inviter ? [{ label: said.since, value: day(inviter.since, t.language) }] : []),
          ...(expected ? [{ label: said.expects, value: <span className="mono">{expected}</span> }] : []),
          { label: said.until, value: day(found.expiresAt, t.language) },
        ]}
      />
      {found.message && (
        <Section title={said.message(found.organisationName)}>
          <blockquote className="whitespace-pre-line break-words">{found.message}</blockquote>
        </Section>
      )}
    </>
  );
}
