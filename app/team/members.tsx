import type { Viewer } from "@/lib/accounts/find-actor";
import type { TeamMemberView, TeamView } from "@/lib/team/find-team";
import { roles } from "@/lib/team/team-input";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { day } from "../_time";
import { Badge } from "../_ui/badge";
import { FoldForm } from "../_ui/fold-form";
import type { FormTexts } from "../_ui/form-context";
import { FormField } from "../_ui/form-field";
import { Table } from "../_ui/table";
import { changeRoleAction, removeMemberAction } from "./actions";
import { canLeave } from "./has-form";

type Props = { team: TeamView; viewer: Viewer; t: Text };

/** Everybody in the team; owners change the others' roles, and remove them. */
export async function Members({ team, viewer, t }: Props) {
  const said = t.team;
  // One object for all forms of the page: each would carry its own copy to the browser otherwise.
  const texts = formTexts(t);
  const isOwner = viewer.organisation.role === "owner";
  const mayLeave = canLeave({ team, viewer });
  const { acts, ...columns } = said.columns;
  return (
    <Table
      caption={said.title}
      captionHidden
      columns={[...Object.values(columns), ...(isOwner ? [acts] : [])].map((label) => ({ label }))}
      rows={await Promise.all(team.members.map((member) => row({ member, isOwner, mayLeave, t, texts })))}
    />
  );
}

type Row = { member: TeamMemberView; isOwner: boolean; mayLeave: boolean; t: Text; texts: FormTexts };

async function row({ member, isOwner, mayLeave, t, texts }: Row) {
  const said = t.team;
  const { id, name, email, role, since, seen, isViewer } = member;
  return {
    key: id,
    attributes: { "data-member": email, "data-role": role } as const,
    cells: [
      <span className="grid" key="name">
        <span>
          {name} {isViewer && <Badge kind="active">{said.you}</Badge>}
        </span>
        <span className="text-muted break-all font-normal">{email}</span>
      </span>,
      t.accounts.account.roles[role],
      day(since, t.language),
      said.seen[seen],
      ...(isOwner ? [isViewer ? mayLeave && ownWay(t) : await acts({ member, t, texts })] : []),
    ],
  };
}

/** Nobody changes their own role; what they can do about themselves stands further down. */
function ownWay(t: Text) {
  return (
    <a className="link" href="#leave" key="acts">
      {t.team.leave.open}
    </a>
  );
}

async function acts({ member, t, texts }: Omit<Row, "isOwner" | "mayLeave">) {
  const { change, remove } = t.team;
  const { id: memberId, name, role } = member;
  const shared = { texts, pending: t.common.sending, size: "small" } as const;
  const offered = { memberId: [memberId] };
  return (
    <div className="grid justify-items-start gap-2" key="acts">
      <FoldForm
        {...shared}
        action={changeRoleAction}
        consequence={<p>{change.hint(name)}</p>}
        formKey={await formKey("change role", "/team", offered)}
        hidden={{ memberId }}
        labels={{ role: change.role }}
        submit={change.submit}
        summary={change.open}
      >
        <FormField
          defaultValue={role}
          hint={change.fresh}
          kind="select"
          label={change.role}
          name="role"
          options={roles.map((value) => ({ value, label: t.accounts.account.roles[value] }))}
        />
      </FoldForm>
      <FoldForm
        {...shared}
        action={removeMemberAction}
        consequence={
          <>
            <p>{remove.hint(name)}</p>
            {role === "owner" && <p>{remove.owner}</p>}
          </>
        }
        formKey={await formKey("remove member", "/team", offered)}
        hidden={{ do: "remove", memberId }}
        submit={remove.submit}
        summary={remove.open}
        variant="danger"
      />
    </div>
  );
}
