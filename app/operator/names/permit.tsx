import type { NamePermitView } from "@/lib/directory/list-name-permits";
import { formKey } from "../../_session";
import { formTexts } from "../../_text/for-forms";
import type { Text } from "../../_text/text";
import { day } from "../../_time";
import { ActionForm } from "../../_ui/action-form";
import { Badge } from "../../_ui/badge";
import { FoldForm } from "../../_ui/fold-form";
import { FormField } from "../../_ui/form-field";
import { KeyValue } from "../../_ui/key-value";
import { confirmNameAction, withdrawNameAction } from "./actions";

type Props = { permit: NamePermitView; may: boolean; viewerId: string; t: Text };

const badges = { proposed: "pending", confirmed: "active", withdrawn: "revoked" } as const;

/** One protected name: whose, why, who said so when, and what can still be done about it. */
export function Permit({ permit, may, viewerId, t }: Props) {
  const said = t.listingDesk.permits;
  const { name, state, organisationName, reason } = permit;
  const who = (label: string, by: string | null, at: Date | null) =>
    by && at ? [{ label, value: said.who(by, day(at, t.language)) }] : [];
  return (
    <div className="card grid gap-3" data-permit={permit.id} data-state={state}>
      <h3 className="flex flex-wrap items-center gap-2 wrap-anywhere">
        {name} <Badge kind={badges[state]}>{said.states[state]}</Badge>
      </h3>
      <KeyValue
        pairs={[
          { label: said.facts.organisation, value: organisationName },
          { label: said.facts.why, value: reason },
          ...who(said.facts.proposed, permit.proposedBy, permit.proposedAt),
          ...who(said.facts.confirmed, permit.confirmedBy, permit.confirmedAt),
          ...who(said.facts.withdrawn, permit.withdrawnBy, permit.withdrawnAt),
        ]}
      />
      {may && state === "proposed" && permit.proposedById === viewerId && (
        <p className="text-muted">{said.own}</p>
      )}
      {may && state === "proposed" && permit.proposedById !== viewerId && (
        <ConfirmForm permit={permit} t={t} />
      )}
      {may && state !== "withdrawn" && <WithdrawForm permit={permit} t={t} />}
    </div>
  );
}

type FormProps = { permit: NamePermitView; t: Text };

async function ConfirmForm({ permit: { id }, t }: FormProps) {
  return (
    <ActionForm
      action={confirmNameAction}
      formKey={await formKey("confirm name", "/operator/names", { permitId: [id] })}
      hidden={{ do: "accept", permitId: id }}
      pending={t.common.sending}
      submit={t.listingDesk.permits.confirm}
      texts={formTexts(t)}
    />
  );
}

async function WithdrawForm({ permit: { id }, t }: FormProps) {
  const said = t.listingDesk.permits;
  return (
    <FoldForm
      action={withdrawNameAction}
      formKey={await formKey("withdraw name", "/operator/names", { permitId: [id] })}
      hidden={{ do: "withdraw", permitId: id }}
      labels={{ reason: said.withdrawReason }}
      pending={t.common.sending}
      submit={said.withdraw}
      summary={said.withdraw}
      texts={formTexts(t)}
      variant="danger"
    >
      <FormField hint={said.withdrawHint} label={said.withdrawReason} maxLength={500} name="reason" />
    </FoldForm>
  );
}
