import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/accounts/find-actor";
import { lookAtOrganisation, type OrganisationLook } from "@/lib/links/look-at-organisation";
import { DoneNotice } from "../../../../_done";
import { OrphanRefusal } from "../../../../_orphan";
import { type Text, text } from "../../../../_text/text";
import { day, moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { KeyValue } from "../../../../_ui/key-value";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { requireOperator } from "../../../require-operator";
import { Calls, Tickets } from "../../beside";
import { Events } from "../../events";
import { Notes } from "../../notes";
import { tellOffers } from "../../tell-offers";
import { Acts } from "./acts";
import { Belongings } from "./belongings";
import { SecondFactor, SignOut } from "./member-acts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** One look for head and body of the page, and so one event. */
const look = cache((viewer: Viewer, id: string) => lookAtOrganisation(viewer, id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await look(await requireOperator(), (await params).id);
  return found ? { title: found.name } : {};
}

/** An organisation as its members see it, for the operator: who is in it, what it has, how it fares. */
export default async function OrganisationLookPage({ params, searchParams }: Props) {
  const viewer = await requireOperator();
  const { id } = await params;
  const found = await look(viewer, id);
  if (!found) notFound();
  const [t, { done = "" }] = [await text(), await searchParams];
  const said = t.lookup;
  const may = viewer.organisation.role !== "viewer";
  const path = `/operator/lookup/organisations/${id}`;
  const forms: Record<string, boolean> = {
    "suspend organisation": !found.suspended && found.kind !== "operator",
    "resume organisation": found.suspended !== null && !found.deletedAt,
  };
  return (
    <>
      <PageHeader
        back={{ href: "/operator/lookup", label: said.back }}
        badge={
          <Badge kind={found.suspended ? "attention" : "active"}>
            {said.states[found.deletedAt ? "deleted" : found.suspended ? "suspended" : "active"]}
          </Badge>
        }
        title={found.name}
      />
      <DoneNotice
        done={String(done)}
        sentences={{ ...said.done, second_factor: t.secondFactor.remove.done, signed_out: t.signOut.done }}
      />
      <OrphanRefusal isShown={(act) => may && (forms[act] ?? true)} t={t} />
      {!may && <Notice>{said.viewer}</Notice>}
      <Suspension found={found} t={t} />
      <Facts found={found} t={t} />
      <Belongings found={found} t={t} />
      <Calls calls={found.calls} t={t} />
      <Tickets t={t} tickets={found.tickets} />
      <Events events={found.events} t={t} />
      <Notes may={may} notes={found.notes} path={path} subject={id} t={t} />
      {may && found.kind !== "operator" && !found.deletedAt && <Acts found={found} path={path} t={t} />}
      {may && <SecondFactor id={id} path={path} t={t} />}
      {may && <SignOut id={id} path={path} t={t} />}
    </>
  );
}

type Shown = { found: OrganisationLook; t: Text };

function Suspension({ found: { suspended, deletedAt }, t }: Shown) {
  if (deletedAt)
    return <Notice title={t.lookup.deleted(moment(deletedAt, t.language).text)} tone="warning" />;
  if (!suspended) return null;
  const when = moment(suspended.at, t.language).text;
  const { by, reason } = suspended;
  return (
    <Notice title={by ? t.lookup.suspendedBy(when, by) : t.lookup.suspended(when)} tone="warning">
      {reason && <p>{t.lookup.reason(reason)}</p>}
    </Notice>
  );
}

function Facts({ found, t }: Shown) {
  const said = t.lookup.facts;
  const { domain, domainVerifiedAt } = found;
  const proven = domainVerifiedAt && day(domainVerifiedAt, t.language);
  return (
    <KeyValue
      pairs={[
        { label: said.kind, value: t.lookup.organisationKinds[found.kind] },
        { label: t.lookup.since, value: moment(found.since, t.language).text },
        {
          label: said.domain,
          value: !domain ? said.none : proven ? said.proven(domain, proven) : said.unproven(domain),
        },
        { label: said.teamInvitations, value: String(found.teamInvitations) },
        { label: said.invitations, value: tellOffers(found.invitations, t) },
        { label: said.handOvers, value: tellOffers(found.handOvers, t) },
      ]}
    />
  );
}
