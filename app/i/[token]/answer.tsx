import type { Viewer } from "@/lib/accounts/find-actor";
import type { InvitationView } from "@/lib/links/find-invitation";
import { listAccountsToLink } from "@/lib/links/list-accounts-to-link";
import { listOwners } from "@/lib/team/list-owners";
import { HelpLink } from "../../_help-link";
import { RefusedPage } from "../../_refusal";
import type { Text } from "../../_text/text";
import { Alert } from "../../_ui/alert";
import { ButtonLink } from "../../_ui/button";
import { DeclineForm } from "./decline-form";

type Props = { found: InvitationView; token: string; as: string; t: Text; viewer: Viewer | null };

/** What whoever opened an invitation can do about it. Only a seller who may link gets a way on. */
export async function Answer({ found, token, as, t, viewer }: Props) {
  const said = t.invitations.landing;
  if (found.suspended) {
    return (
      <Alert code="unavailable">
        <p>{said.suspended}</p>
        <HelpLink clientId={found.clientId} code="unavailable" t={t} />
      </Alert>
    );
  }
  const query = new URLSearchParams({ clientId: found.clientId, as, invitation: token });
  const consent = `/link-client?${query}`;
  const next = encodeURIComponent(consent);
  if (!viewer) {
    return (
      <div className="form-actions">
        <ButtonLink href={`/sign-in?next=${next}`} variant="primary">
          {said.signIn}
        </ButtonLink>
        <ButtonLink href={`/sign-up?kind=seller&next=${next}`}>{said.signUp}</ButtonLink>
      </div>
    );
  }
  const { kind, role, name, id } = viewer.organisation;
  if (kind !== "seller") {
    return (
      <RefusedPage code="not_allowed" facts={{ who: said.sellers }} t={t}>
        <p>{id === found.organisationId ? said.mine : said.notSeller(name)}</p>
      </RefusedPage>
    );
  }
  if (role === "viewer") {
    return <RefusedPage code="not_allowed" facts={{ who: (await listOwners(viewer)).join(", ") }} t={t} />;
  }
  const stop = await findStop(viewer, found, t);
  if (stop) return stop;
  return (
    <>
      <div className="form-actions">
        <ButtonLink href={consent} variant="primary">
          {said.goOn}
        </ButtonLink>
      </div>
      <DeclineForm invitationId={found.id} name={token} path={`/i/${token}`} t={t} />
    </>
  );
}

/** Why this seller cannot go on: the account meant is not theirs, or all is linked already. */
async function findStop(
  viewer: Viewer,
  { clientRowId, clientId, expectedSellerId: expected }: InvitationView,
  t: Text,
) {
  const said = t.invitations.landing;
  const accounts = await listAccountsToLink(viewer, clientRowId);
  const meant = accounts.filter(({ sellerId }) => expected === null || sellerId === expected);
  if (meant.length === 0) {
    return (
      <Alert code="not_allowed">
        <p>{expected === null ? said.noSeller : said.other(expected)}</p>
        {expected !== null && <p>{said.otherWays}</p>}
        <p>
          <a href="/seller#add-account">{said.addAccount}</a>
        </p>
        <HelpLink clientId={clientId} code="not_allowed" t={t} />
      </Alert>
    );
  }
  if (meant.every(({ linkId }) => linkId !== null)) {
    return (
      <Alert code="already_linked">
        <p>{said.linked}</p>
        <p>
          <a href="/links">{said.seeLinks}</a>
        </p>
        <HelpLink clientId={clientId} code="already_linked" t={t} />
      </Alert>
    );
  }
  return null;
}
