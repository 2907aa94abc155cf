import type { Viewer } from "@/lib/accounts/find-actor";
import { findClientForConsent } from "@/lib/links/find-client-for-consent";
import {
  findInvitationByToken,
  findRequest,
  type InvitationView,
  isInvitationToken,
} from "@/lib/links/find-invitation";
import { listAccountsToLink } from "@/lib/links/list-accounts-to-link";
import { findMovedClientId } from "@/lib/links/moved-link";
import { noteInvitationStep } from "@/lib/links/note-invitation-step";
import { HelpLink } from "../_help-link";
import { OrphanRefusal } from "../_orphan";
import { RefusedPage } from "../_refusal";
import type { Text } from "../_text/text";
import { Alert } from "../_ui/alert";
import { Notice } from "../_ui/notice";
import { AskForClientId } from "./ask-for-client-id";
import { ConsentForm } from "./consent-form";
import { LinkedAlready } from "./linked-already";
import { NoMatch } from "./no-match";
import { PartnerCard } from "./partner-card";
import { type ConsentQuery, pathOf } from "./read-query";

type Props = { query: ConsentQuery; t: Text; viewer: Viewer };

/** Whatever the page has to say to somebody who may link: the question, a stop with its way out, or the form. */
export async function Consent({ query, t, viewer }: Props) {
  const said = t.consent;
  const invitation = query.invitation ? await findInvitation(viewer, query.invitation) : null;
  const isOpen = invitation?.state === "open" && fits(invitation, query);
  const without = pathOf({
    ...query,
    invitation: "",
    clientId: query.clientId || (invitation?.clientId ?? ""),
  });
  if (query.invitation && !isOpen) {
    return (
      <Alert code="expired" mend={{ href: without, label: said.expired.without }}>
        <p>{said.expired.body}</p>
        <HelpLink clientId={query.clientId} code="expired" t={t} />
      </Alert>
    );
  }
  const clientId = query.clientId || invitation?.clientId;
  if (!clientId) return <AskForClientId query={query} t={t} />;
  const found = await findClientForConsent(viewer, clientId);
  if (!found.ok) return <RefusedPage code={found.code} facts={found.facts} t={t} />;
  if (!found.view.client) return <NoMatch found={found.view} query={query} t={t} />;

  const { client } = found.view;
  if (isInvitationToken(query.invitation)) await noteInvitationStep(query.invitation, "consent");
  const accounts = await listAccountsToLink(viewer, client.clientRowId);
  const expected = invitation?.expectedSellerId ?? null;
  const wanted = accounts.filter(({ sellerId }) => expected === null || sellerId === expected);
  const card = <PartnerCard client={client} message={invitation?.message ?? ""} t={t} />;
  if (client.suspended) {
    return (
      <>
        <Alert code="unavailable" title={said.suspended.title}>
          <p>{said.suspended.body(client.listing?.name ?? client.organisationName)}</p>
          <HelpLink clientId={clientId} code="unavailable" t={t} />
        </Alert>
        {card}
      </>
    );
  }
  if (accounts.length === 0) return <Notice>{said.noAccount}</Notice>;
  if (wanted.length === 0) {
    return (
      <>
        <Alert
          code="invalid"
          mend={{ href: without, label: said.expired.without }}
          title={said.expected.title}
        >
          <p>{said.expected.body(expected ?? 0, viewer.organisation.name)}</p>
          <p>{said.expected.switch}</p>
          <HelpLink clientId={clientId} code="invalid" t={t} />
        </Alert>
        {card}
      </>
    );
  }
  if (wanted.every(({ linkId }) => linkId)) {
    return (
      <>
        <OrphanRefusal isShown={() => false} t={t} />
        <LinkedAlready accounts={wanted} t={t} viewer={viewer} />
        {card}
      </>
    );
  }
  const expectedAccount = expected === null ? undefined : wanted[0];
  const moved = invitation && (await findMovedClientId(viewer.organisation.id, invitation.id));
  return (
    <>
      {card}
      {moved && <Notice>{said.moves(moved)}</Notice>}
      <ConsentForm
        accounts={accounts}
        client={client}
        expected={expectedAccount}
        path={pathOf(query)}
        query={query}
        t={t}
        viewer={viewer}
      />
    </>
  );
}

function findInvitation(viewer: Viewer, tokenOrId: string) {
  return isInvitationToken(tokenOrId)
    ? findInvitationByToken(tokenOrId)
    : findRequest(viewer.organisation.id, tokenOrId);
}

/** An invitation speaks for its own client only: it lends no other clientId its words. */
function fits(invitation: InvitationView, { clientId }: ConsentQuery) {
  return !clientId || clientId === invitation.clientId;
}
