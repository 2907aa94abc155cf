import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/accounts/find-actor";
import { type ClientLook, lookAtClient } from "@/lib/links/look-at-client";
import { DoneNotice } from "../../../../_done";
import { OrphanRefusal } from "../../../../_orphan";
import { formKey } from "../../../../_session";
import { type Text, text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Badge } from "../../../../_ui/badge";
import { Notice } from "../../../../_ui/notice";
import { PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { requireOperator } from "../../../require-operator";
import { ActForm } from "../../act-form";
import { resumeAnyClientAction, suspendAnyClientAction } from "../../actions";
import { Calls, Tickets } from "../../beside";
import { Events } from "../../events";
import { Links } from "../../links-table";
import { LookChain } from "../../look-chain";
import { Notes } from "../../notes";
import { Facts } from "./facts";
import { Secrets } from "./secrets";

type Query = { done?: string | string[]; after?: string | string[] };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** One look for head and body of the page, and so one event. */
const look = cache((viewer: Viewer, id: string, after: string) =>
  lookAtClient(viewer, id, after || undefined),
);

async function find({ params, searchParams }: Props) {
  const { after = "" } = await searchParams;
  return look(await requireOperator(), (await params).id, String(after));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  return found ? { title: found.clientId } : {};
}

/** A client as its owners see it, for the operator: its chain, its links, and of its secrets only that they are. */
export default async function ClientLookPage(props: Props) {
  const viewer = await requireOperator();
  const found = await find(props);
  if (!found) notFound();
  const [t, { done = "" }] = [await text(), await props.searchParams];
  const said = t.lookup;
  const may = viewer.organisation.role !== "viewer";
  const path = `/operator/lookup/clients/${found.id}`;
  const mayStop = !found.deletedAt && !found.isStarter;
  const forms: Record<string, boolean> = {
    "suspend any client": mayStop && !found.stopped,
    "resume any client": mayStop && found.stopped !== null,
  };
  const { chain, organisation } = found;
  const sides = { client: organisation.name, seller: chain?.shopName ?? said.chain.seller };
  const state = found.deletedAt ? "deleted" : found.suspendedAt ? "suspended" : "active";
  return (
    <>
      <PageHeader
        back={{ href: "/operator/lookup", label: said.back }}
        badge={<Badge kind={state === "active" ? "active" : "attention"}>{said.states[state]}</Badge>}
        title={<span className="mono">{found.clientId}</span>}
      />
      <DoneNotice done={String(done)} sentences={said.done} />
      <OrphanRefusal isShown={(act) => may && (forms[act] ?? true)} t={t} />
      {!may && <Notice>{said.viewer}</Notice>}
      <Suspensions found={found} t={t} />
      {chain && (
        <LookChain
          lamps={chain.lamps}
          name={[found.clientId, chain.sellerId && `SellerId ${chain.sellerId}`].filter(Boolean).join(" · ")}
          sides={sides}
          stopped={found.stopped !== null}
          t={t}
        />
      )}
      <Facts found={found} t={t} />
      <Secrets found={found} t={t} />
      <Links links={found.links} of="client" path={path} t={t} />
      <Calls calls={found.calls} t={t} />
      <Tickets t={t} tickets={found.tickets} />
      <Events events={found.events} t={t} />
      <Notes may={may} notes={found.notes} path={path} subject={found.id} t={t} />
      {may && mayStop && (
        <Section card id="acts" title={said.acts.title}>
          <Acts found={found} path={path} t={t} />
        </Section>
      )}
    </>
  );
}

type Shown = { found: ClientLook; t: Text };

function Suspensions({ found: { stopped, suspendedAt, organisation }, t }: Shown) {
  const said = t.lookup;
  const on = (at: Date) => moment(at, t.language).text;
  return (
    <>
      {organisation.suspendedAt && (
        <Notice tone="warning">{`${organisation.name}: ${said.suspended(on(organisation.suspendedAt))}`}</Notice>
      )}
      {stopped && (
        <Notice
          title={stopped.by ? said.suspendedBy(on(stopped.at), stopped.by) : said.suspended(on(stopped.at))}
          tone="warning"
        >
          <p>{said.reason(stopped.reason)}</p>
        </Notice>
      )}
      {!stopped && suspendedAt && (
        <Notice>{`${organisation.name}: ${said.suspended(on(suspendedAt))}`}</Notice>
      )}
    </>
  );
}

async function Acts({ found, path, t }: Shown & { path: string }) {
  const { suspendClient, resumeClient } = t.lookup.acts;
  const offered = { client: [found.id] };
  const { body, ...words } = suspendClient;
  return found.stopped ? (
    <ActForm
      act="resume"
      action={resumeAnyClientAction}
      formKey={await formKey("resume any client", path, offered)}
      t={t}
      words={resumeClient}
    />
  ) : (
    <ActForm
      act="suspend"
      action={suspendAnyClientAction}
      danger
      formKey={await formKey("suspend any client", path, offered)}
      t={t}
      words={{ ...words, body: body(found.openLinks) }}
    />
  );
}
