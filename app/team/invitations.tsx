import type { PendingInvitationView, TeamView } from "@/lib/team/find-team";
import { roles } from "@/lib/team/team-input";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { day, moment } from "../_time";
import { ActionForm } from "../_ui/action-form";
import { Badge } from "../_ui/badge";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { Section } from "../_ui/section";
import { Table } from "../_ui/table";
import { inviteMemberAction, resendMemberInvitationAction, withdrawMemberInvitationAction } from "./actions";

/** The form that asks a colleague in, and whom a letter has reached that nobody has answered yet. */
export async function Invitations({ team, t }: { team: TeamView; t: Text }) {
  const { invite, invitations } = t.team;
  const plain = formTexts(t);
  const texts = { ...plain, refusals: { ...plain.refusals, taken: invite.taken } };
  return (
    <>
      {team.invitations.length > 0 && (
        <Section id="invitations" title={invitations.title}>
          <Table
            caption={invitations.title}
            captionHidden
            columns={Object.values(invitations.columns).map((label) => ({ label }))}
            rows={await Promise.all(team.invitations.map((one) => row(one, t, texts)))}
          />
        </Section>
      )}
      <Section card id="invite" intro={<p>{invite.lead}</p>} title={invite.title}>
        <ActionForm
          action={inviteMemberAction}
          formKey={await formKey("invite member", "/team")}
          labels={{ email: invite.email, role: invite.role }}
          pending={t.common.sending}
          submit={invite.submit}
          texts={texts}
        >
          <FormField autoComplete="off" label={invite.email} name="email" required type="email" />
          <FormField
            defaultValue="editor"
            kind="radios"
            label={invite.role}
            name="role"
            options={roles.map((value) => ({
              value,
              label: t.accounts.account.roles[value],
              hint: value === "owner" ? `${t.team.about.owner} ${invite.fresh}` : t.team.about[value],
            }))}
            required
          />
        </ActionForm>
      </Section>
    </>
  );
}

async function row(one: PendingInvitationView, t: Text, texts: FormTexts) {
  const said = t.team.invitations;
  const { id: invitationId, email, role, createdAt, invitedBy, expiresAt, isOver, sends } = one;
  const shared = { texts, pending: t.common.sending, size: "small", variant: "secondary" } as const;
  const offered = { invitationId: [invitationId] };
  return {
    key: invitationId,
    attributes: { "data-team-invitation": email, "data-state": isOver ? "expired" : "open" } as const,
    cells: [
      <span className="break-all" key="email">
        {email}
      </span>,
      t.accounts.account.roles[role],
      <span key="sent">
        {day(createdAt, t.language)}, {said.by(invitedBy)}
        {sends > 1 && `, ${said.sends(sends)}`}
      </span>,
      <Badge key="state" kind={isOver ? "expired" : "pending"}>
        {isOver ? said.over : said.open(moment(expiresAt, t.language).text)}
      </Badge>,
      <div className="flex flex-wrap gap-2" key="acts">
        <ActionForm
          {...shared}
          action={resendMemberInvitationAction}
          formKey={await formKey("resend member invitation", "/team", offered)}
          hidden={{ do: "resend", invitationId }}
          submit={said.resend}
        />
        <ActionForm
          {...shared}
          action={withdrawMemberInvitationAction}
          formKey={await formKey("withdraw member invitation", "/team", offered)}
          hidden={{ do: "withdraw", invitationId }}
          submit={said.withdraw}
        />
      </div>,
    ],
  };
}
