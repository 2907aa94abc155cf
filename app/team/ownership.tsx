import type { Viewer } from "@/lib/accounts/find-actor";
import type { TeamView } from "@/lib/team/find-team";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { Section } from "../_ui/section";
import { acceptOwnershipAction, declineOwnershipAction, withdrawOwnershipAction } from "./actions";

type Props = { team: TeamView; viewer: Viewer; t: Text };

/** The offer of the ownership that is open: whoever it is made to answers it, an owner takes it back. */
export async function Ownership({ team: { offer }, viewer, t }: Props) {
  if (!offer) return null;
  const said = t.team.ownership;
  const { id: offerId, giver, taker, isToViewer } = offer;
  const until = moment(offer.expiresAt, t.language).text;
  const shared = { texts: formTexts(t), pending: t.common.sending };
  const offered = { offerId: [offerId] };
  if (!isToViewer) {
    return (
      <Section card id="ownership" title={said.title}>
        <p>{said.waiting(giver, taker, until)}</p>
        <ActionForm
          {...shared}
          action={withdrawOwnershipAction}
          formKey={await formKey("withdraw ownership", "/team", offered)}
          hidden={{ do: "withdraw", offerId }}
          submit={said.withdraw}
          variant="secondary"
        />
      </Section>
    );
  }
  return (
    <Section card id="ownership" title={said.toYou(giver)}>
      <p>{said.toYouLead(giver, viewer.organisation.name, until)}</p>
      <div className="form-actions">
        <ActionForm
          {...shared}
          action={acceptOwnershipAction}
          formKey={await formKey("accept ownership", "/team", offered)}
          hidden={{ do: "accept", offerId }}
          submit={said.accept}
        />
        <ActionForm
          {...shared}
          action={declineOwnershipAction}
          formKey={await formKey("decline ownership", "/team", offered)}
          hidden={{ do: "decline", offerId }}
          submit={said.decline}
          variant="secondary"
        />
      </div>
    </Section>
  );
}
