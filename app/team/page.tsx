import type { Metadata } from "next";
import { findTeam } from "@/lib/team/find-team";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { requireViewer } from "../_session";
import { text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Dialog } from "../_ui/dialog";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { hasForm } from "./has-form";
import { Invitations } from "./invitations";
import { Leave } from "./leave";
import { Members } from "./members";
import { Ownership } from "./ownership";

type Props = { searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).team.title };
}

/** Who is in the team of the organisation that is shown; its owners say who comes, goes, and as what. */
export default async function TeamPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const [t, team, { done = "" }] = [await text(), await findTeam(viewer), await searchParams];
  const said = t.team;
  const { name, role, kind } = viewer.organisation;
  const { roles } = t.accounts.account;
  const part = { team, viewer, t };
  return (
    <>
      <PageHeader
        actions={
          <Dialog close={t.common.close} id="roles" open={said.about.open} title={said.about.open}>
            <ul className="grid list-disc gap-2 pl-5">
              {(["owner", "editor", "viewer"] as const).map((one) => (
                <li key={one}>
                  <strong>{roles[one]}</strong>
                  {t.common.colon}
                  {said.about[one]}
                </li>
              ))}
            </ul>
          </Dialog>
        }
        lead={said.lead(name)}
        title={said.title}
      />
      {done === "joined" && (
        <Notice live tone="success">
          <p>{said.joined(name, roles[role])}</p>
          <p>
            <ButtonLink href={`/${kind}`} size="small">
              {said.joinedNext}
            </ButtonLink>
          </p>
        </Notice>
      )}
      {done === "left" && (
        <Notice live tone="success">
          {said.leave.left(name)}
        </Notice>
      )}
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal isShown={(act, values) => hasForm(part, act, values)} t={t} />
      <Ownership {...part} />
      <Members {...part} />
      {role === "owner" && <Invitations {...part} />}
      <Leave {...part} />
    </>
  );
}
