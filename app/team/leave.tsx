import type { Viewer } from "@/lib/accounts/find-actor";
import type { TeamView } from "@/lib/team/find-team";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { FoldForm } from "../_ui/fold-form";
import { FormField } from "../_ui/form-field";
import { Section } from "../_ui/section";
import { leaveOrganisationAction, offerOwnershipAction } from "./actions";
import { canLeave, canOffer } from "./has-form";

type Props = { team: TeamView; viewer: Viewer; t: Text };

/** The ways out: handing the organisation over, and leaving. The last owner is told why they stay. */
export async function Leave({ team, viewer, t }: Props) {
  const { ownership, leave } = t.team;
  const takers = canOffer({ team, viewer });
  const shared = { texts: formTexts(t), pending: t.common.sending };
  return (
    <>
      {takers.length > 0 && (
        <Section id="ownership" intro={<p>{ownership.lead}</p>} title={ownership.title}>
          <FoldForm
            {...shared}
            action={offerOwnershipAction}
            formKey={await formKey("offer ownership", "/team", { memberId: takers.map(({ id }) => id) })}
            hidden={{ do: "offer" }}
            labels={{ memberId: ownership.member }}
            submit={ownership.submit}
            summary={ownership.open}
          >
            <FormField
              hint={ownership.fresh}
              kind="select"
              label={ownership.member}
              name="memberId"
              options={takers.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
            />
          </FoldForm>
        </Section>
      )}
      <Section id="leave" title={leave.title}>
        {canLeave({ team, viewer }) ? (
          <FoldForm
            {...shared}
            action={leaveOrganisationAction}
            consequence={<p>{leave.hint(viewer.organisation.name)}</p>}
            formKey={await formKey("leave organisation", "/team")}
            hidden={{ do: "leave" }}
            submit={leave.submit}
            summary={leave.open}
            variant="danger"
          />
        ) : (
          <p>{team.members.length > 1 ? leave.lastOwner : leave.alone}</p>
        )}
      </Section>
    </>
  );
}
