import type { SentInvitationView } from "@/lib/links/list-invitations";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { day, moment } from "../_time";
import { Badge, type BadgeKind } from "../_ui/badge";
import { FoldForm } from "../_ui/fold-form";
import { Time } from "../_ui/time";
import { withdrawInvitationAction } from "./actions";
import type { NewLinkTexts } from "./new-link";
import { ResendForm } from "./resend-form";

const badges: Record<SentInvitationView["state"], BadgeKind> = {
  open: "pending",
  accepted: "active",
  declined: "failed",
  expired: "expired",
  withdrawn: "revoked",
};

type Props = { one: SentInvitationView; t: Text; may: boolean; made: NewLinkTexts };

/** One invitation as a row: to whom, how far it came, and the forms that send it again or take it back. */
export async function invitationRow({ one, t, may, made }: Props) {
  const said = t.invitations.list;
  const canRenew = one.state === "open" || one.state === "expired";
  return {
    key: one.id,
    attributes: { "data-invitation": one.id, "data-state": one.state } as const,
    cells: [
      <span key="who">
        {one.reference && <strong>{one.reference} </strong>}
        <span className="break-all">{one.addressee ?? said.nobody}</span>
        {one.expectedSellerId && <span className="text-muted">, {said.expects(one.expectedSellerId)}</span>}
      </span>,
      <a className="link mono" href={`/clients/${one.clientRowId}`} key="client">
        {one.clientId}
      </a>,
      state(one, t),
      one.state === "open" ? day(one.expiresAt, t.language) : "",
      may && canRenew ? await resendForm(one, t, made) : "",
      may && one.state === "open" ? await withdrawForm(one, t) : "",
    ],
  };
}

function state(one: SentInvitationView, t: Text) {
  const said = t.invitations.list;
  const { step, stepAt, link } = one;
  const how = !step ? said.steps.none : one.isAbandoned ? said.abandoned[step] : said.steps[step];
  return (
    <div className="grid gap-1" key="state">
      <Badge kind={one.isAbandoned ? "attention" : badges[one.state]}>{said.states[one.state]}</Badge>
      {(one.state === "open" || one.state === "expired") && (
        <span className="text-muted" data-abandoned={one.isAbandoned} data-step={step ?? "none"}>
          {how}
          {stepAt && (
            <>
              , <Time at={moment(stepAt, t.language)} />
            </>
          )}
          {one.sends > 1 && `, ${said.sends(one.sends)}`}
        </span>
      )}
      {link && (
        <a className="link" href={`/clients/${one.clientRowId}/links/${link.id}`}>
          {link.shopName} <span className="mono">{link.sellerId}</span>
        </a>
      )}
      {one.endedAt && <Time at={moment(one.endedAt, t.language)} />}
      {one.declineReason && <span>{said.reason(one.declineReason)}</span>}
    </div>
  );
}

async function resendForm({ id }: SentInvitationView, t: Text, made: NewLinkTexts) {
  const said = t.invitations.list;
  const { again, oldDead } = t.invitations.made;
  return (
    <ResendForm
      formKey={await formKey("resend invitation", "/invitations", { invitationId: [id] })}
      invitationId={id}
      key="resend"
      made={made}
      texts={formTexts(t)}
      words={{
        summary: said.resend,
        hint: said.resendHint,
        submit: said.resendSubmit,
        sending: t.common.sending,
        again,
        oldDead,
      }}
    />
  );
}

async function withdrawForm({ id }: SentInvitationView, t: Text) {
  const said = t.invitations.list;
  return (
    <FoldForm
      action={withdrawInvitationAction}
      consequence={<p key="hint">{said.withdrawHint}</p>}
      formKey={await formKey("withdraw invitation", "/invitations", { invitationId: [id] })}
      hidden={{ do: "withdraw", invitationId: id }}
      key="withdraw"
      pending={t.common.sending}
      size="small"
      submit={said.withdrawSubmit}
      summary={said.withdraw}
      texts={formTexts(t)}
      variant="danger"
    />
  );
}
