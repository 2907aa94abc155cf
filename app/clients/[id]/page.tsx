import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listClientEvents } from "@/lib/audit/list-events";
import { findClient } from "@/lib/clients/find-client";
import { env } from "@/lib/env";
import type { LinkQuery } from "@/lib/links/link-filter";
import { emptyChain, listChains } from "@/lib/links/read-chain";
import { ChainOf } from "../../_chain";
import { DoneNotice } from "../../_done";
import { OrphanRefusal } from "../../_orphan";
import { requireViewer } from "../../_session";
import { Share } from "../../_share";
import { copyTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { moment } from "../../_time";
import { Badge } from "../../_ui/badge";
import { ButtonLink } from "../../_ui/button";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Activity } from "./activity";
import { Danger } from "./danger";
import { HandOver } from "./hand-over";
import { LinkedSellers } from "./linked-sellers";
import { Review } from "./review";
import { Secrets } from "./secrets";
import { Webhook } from "./webhook";

type Query = LinkQuery & { made?: string; done?: string };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const client = await findClient(await requireViewer(), id);
  return client ? { title: client.clientId } : {};
}

export default async function ClientPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const client = await findClient(viewer, id);
  if (!client) notFound();
  const [t, query] = [await text(), await searchParams];
  const { made, done = "" } = query;
  const said = t.clients;
  const chains = await listChains(viewer, id);
  const events = await listClientEvents(viewer.organisation.id, id);
  const { kind, role } = viewer.organisation;
  const may = role !== "viewer" && !client.deletedAt;
  const status = client.deletedAt ? "deleted" : client.suspendedAt ? "suspended" : "active";
  const newest = client.secrets[0];
  const live = client.secrets.filter((secret) => secret.live).map((secret) => secret.id);
  const forms: Record<string, (values: Record<string, string>) => boolean> = {
    "retire secret": ({ secretId = "" }) => live.includes(secretId),
    "add secret": () => live.length < 2,
    "suspend client": () => status === "active",
    "resume client": () => status === "suspended" && !client.operatorSuspendedAt,
  };
  const hasForm = (act: string, values: Record<string, string>) => may && (forms[act]?.(values) ?? true);
  const shared = { client, t, viewer, may };
  const { TOKEN_URL, SELLER_API_URL } = env();
  return (
    <>
      <PageHeader
        actions={
          status === "active" && (
            <ButtonLink href={`/first-call?clientId=${encodeURIComponent(client.clientId)}`}>
              {said.test}
            </ButtonLink>
          )
        }
        back={{ href: "/clients", label: said.title }}
        badge={<Badge kind={status === "active" ? "active" : "attention"}>{said.status[status]}</Badge>}
        title={<span className="mono">{client.clientId}</span>}
      />
      {made && newest && (
        <div className="unless-revealed">
          <Notice tone="warning">{said.made(moment(newest.createdAt, t.language).text)}</Notice>
        </div>
      )}
      <DoneNotice done={done} sentences={said.done} />
      <OrphanRefusal isShown={hasForm} t={t} />
      {role === "viewer" && <Notice>{said.viewerHint}</Notice>}
      <ChainOf kind={kind} t={t} view={chains[0] ?? emptyChain()} />
      <KeyValue
        pairs={[
          { label: "clientId", value: client.clientId, copy: copyTexts(t, "clientId") },
          { label: said.tokenUrl, value: TOKEN_URL, copy: copyTexts(t, said.tokenUrl) },
          { label: said.apiUrl, value: SELLER_API_URL, copy: copyTexts(t, said.apiUrl) },
          { label: said.contactEmail, value: client.contactEmail },
          ...(client.purpose ? [{ label: said.purpose, value: client.purpose }] : []),
        ]}
      />
      <p>
        <a className="link" href={`/tools/collections?clientId=${encodeURIComponent(client.clientId)}`}>
          {t.tools.collections.open}
        </a>
      </p>
      <Secrets {...shared} />
      <LinkedSellers {...shared} query={query} />
      {status === "active" && (kind === "partner" || kind === "aggregator") && (
        <>
          <Share clientId={client.clientId} kind={kind} organisation={viewer.organisation.name} t={t} />
          <p>
            <a className="link" href={`/clients/${client.id}/help-page`}>
              {t.helpPage.open}
            </a>
          </p>
        </>
      )}
      <HandOver {...shared} done={done} />
      <Webhook {...shared} done={done} />
      <Review {...shared} />
      <Activity events={events} t={t} />
      {may && <Danger {...shared} openLinks={client.openLinks} />}
    </>
  );
}
