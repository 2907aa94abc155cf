import type { Metadata } from "next";
import { listClients } from "@/lib/clients/list-clients";
import { expiries } from "@/lib/links/invitation-input";
import { invitationStates, listInvitations } from "@/lib/links/list-invitations";
import { listOwners } from "@/lib/team/list-owners";
import { DoneNotice } from "../_done";
import { OrphanRefusal } from "../_orphan";
import { RefusedPage } from "../_refusal";
import { formKey, requireViewer } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { FileForm } from "./file-form";
import { invitedTexts, newLinkTexts } from "./form-words";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";
import { knownSeller } from "./known-seller";

type Query = Partial<
  Record<"state" | "after" | "done" | "clientId" | "expectedSellerId" | "reference", string>
>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).invitations.title };
}

export default async function InvitationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  const [t, query] = [await text(), await searchParams];
  const said = t.invitations;
  const { kind, name, role } = viewer.organisation;
  const header = <PageHeader lead={said.lead} title={said.title} />;
  if (kind !== "partner" && kind !== "aggregator") {
    return (
      <>
        {header}
        <RefusedPage code="not_allowed" facts={{ who: said.kinds }} t={t} />
      </>
    );
  }
  const may = role !== "viewer";
  const state = invitationStates.find((one) => one === query.state);
  const page = await listInvitations(viewer, { state, after: query.after });
  const renewable = page.items.filter((one) => one.state === "open" || one.state === "expired");
  const clients = (await listClients(viewer)).filter(({ suspendedAt }) => !suspendedAt);
  const clientIds = clients.map(({ clientId }) => clientId);
  const chosen = clientIds.find((id) => id === query.clientId) ?? clientIds[0] ?? "";
  const canInvite = may && clientIds.length > 0;
  const made = newLinkTexts(t, name);
  // What is taken here is an addressee, never a clientId.
  const refusals = { ...t.refusals, taken: said.openRequest };
  const shared = { clientIds, chosen, texts: { ...formTexts(t), refusals } };
  const words = { sending: t.common.sending, optional: t.common.optional };
  const { messageHint, clientId, lives } = said.form;
  return (
    <>
      {header}
      <DoneNotice done={query.done ?? ""} sentences={said.done} />
      <OrphanRefusal
        isShown={(act, values) =>
          act.startsWith("invite ")
            ? canInvite
            : may &&
              renewable.some(
                ({ id, state: now }) =>
                  id === values.invitationId && (act === "resend invitation" || now === "open"),
              )
        }
        t={t}
      />
      {!may && (
        <RefusedPage code="not_allowed" facts={{ who: (await listOwners(viewer)).join(", ") }} t={t} />
      )}
      {may && !canInvite && (
        <Notice>
          <p>{said.noClient}</p>
          <ButtonLink href={`/new-client?as=${kind}`}>{said.createClient}</ButtonLink>
        </Notice>
      )}
      {canInvite && (
        <>
          <InviteForm
            {...shared}
            formKey={await formKey("invite seller", "/invitations", { clientId: clientIds })}
            known={knownSeller(query)}
            lives={expiries.map((value) => ({ value, label: lives[value] }))}
            made={made}
            words={{
              ...formWords(said.form),
              ...words,
              madeTitle: said.made.title,
              another: said.made.another,
            }}
          />
          <FileForm
            {...shared}
            formKey={await formKey("invite from file", "/invitations", { clientId: clientIds })}
            invited={invitedTexts(t)}
            words={{ ...fileWords(said.file), ...words, messageHint, clientId }}
          />
        </>
      )}
      <InvitationList made={made} may={may} page={page} state={state} t={t} />
    </>
  );
}

type Said = Awaited<ReturnType<typeof text>>["invitations"];

function formWords({ lives: _lives, ...words }: Said["form"]) {
  return words;
}

function fileWords({ title, intro, csv, sample, message, submit }: Said["file"]) {
  return { title, intro, csv, sample, message, submit };
}
