import type { Viewer } from "@/lib/accounts/find-actor";
import { type InvitationView, listRequests } from "@/lib/links/find-invitation";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { Section } from "../_ui/section";
import { DeclineForm } from "../i/[token]/decline-form";
import { AcceptForm } from "./accept-form";

type Props = { viewer: Viewer; t: Text; done: string };

/** The requests that wait for this seller: accepting leads to the consent page, declining takes a reason. */
export async function Requests({ viewer, t, done }: Props) {
  const said = t.invitations.requests;
  const requests = await listRequests(viewer.organisation.id);
  const may = viewer.organisation.role !== "viewer";
  return (
    <>
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal
        isShown={(act, { invitationId }) =>
          !["decline invitation", "accept request"].includes(act) ||
          (may && requests.some(({ id }) => id === invitationId))
        }
        t={t}
      />
      {requests.length > 0 && (
        <Section id="requests" intro={<p>{said.intro}</p>} title={said.title}>
          <ul className="grid gap-4">
            {await Promise.all(requests.map((request) => Request({ request, t, may })))}
          </ul>
        </Section>
      )}
    </>
  );
}

async function Request({ request, t, may }: { request: InvitationView; t: Text; may: boolean }) {
  const said = t.invitations.requests;
  const { id, clientId, expectedSellerId: sellerId } = request;
  return (
    <li className="card grid gap-3" data-request={id} key={id}>
      <p>
        <strong>{said.asks(request.organisationName)}</strong> {sellerId && said.forAccount(sellerId)} (
        <span className="mono">{clientId}</span>). {said.until(day(request.expiresAt, t.language))}.
      </p>
      {request.message && (
        <blockquote className="whitespace-pre-line break-words">{request.message}</blockquote>
      )}
      {request.suspended && <p>{said.suspended}</p>}
      {may && !request.suspended && <AcceptForm invitationId={id} t={t} />}
      {may && <DeclineForm invitationId={id} name={id} path="/seller" t={t} />}
    </li>
  );
}
