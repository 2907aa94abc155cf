import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ClientView, findClient } from "@/lib/clients/find-client";
import { isId } from "@/lib/id";
import { bulkActs } from "@/lib/links/bulk-input";
import { countChosen, mostAtOnce } from "@/lib/links/choose-links";
import { listMoveTargets } from "@/lib/links/move-targets";
import { listTags } from "@/lib/links/tags";
import { listOwners } from "@/lib/team/list-owners";
import { RefusedPage } from "../../../_refusal";
import { requireViewer } from "../../../_session";
import { type Text, text } from "../../../_text/text";
import { count } from "../../../_time";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { Notice } from "../../../_ui/notice";
import { PageHeader } from "../../../_ui/page-header";
import { Runs } from "./runs";
import { StartForm } from "./start-form";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).bulk.list.title };
}

/** What follows when something is done with many linked sellers, and the form that begins it; else all such acts so far. */
export default async function BulkPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const { id: organisationId, kind, role } = viewer.organisation;
  const client = kind === "partner" || kind === "aggregator" ? await findClient(viewer, id) : null;
  if (!client) notFound();
  const [t, query] = [await text(), await searchParams];
  const act = bulkActs.find((one) => one === query.act);
  const back = { href: `/clients/${client.id}#links`, label: `${client.clientId}: ${t.bulk.start.back}` };
  if (!act) {
    const { title, lead } = t.bulk.list;
    return (
      <>
        <PageHeader back={back} lead={lead} title={title} />
        <Runs clientRowId={client.id} organisationId={organisationId} t={t} />
      </>
    );
  }
  const header = <PageHeader back={back} title={t.bulk.start.titles[act]} />;
  if (role === "viewer" || client.deletedAt) {
    return (
      <>
        {header}
        <RefusedPage code="not_allowed" facts={{ who: (await listOwners(viewer)).join(", ") }} t={t} />
      </>
    );
  }
  const ticked = [query.link ?? []].flat().filter(isId).slice(0, 200);
  const isAll = query.all === "on";
  const choice = { links: isAll ? [] : ticked, query: String(query.query ?? "").slice(0, 2000) };
  const isNobody = !isAll && ticked.length === 0;
  const numbers = isNobody
    ? { chosen: 0, needing: 0 }
    : await countChosen(organisationId, client.id, act, choice);
  if (numbers.chosen === 0) return <Nobody client={client} header={header} t={t} />;
  if (numbers.chosen > mostAtOnce) {
    return (
      <>
        {header}
        <Notice tone="warning">{t.bulk.start.tooMany}</Notice>
      </>
    );
  }
  const tags = act === "tag" || act === "untag" ? await listTags(organisationId, client.id) : [];
  const targets = act === "move" ? await listMoveTargets(organisationId, client.id) : [];
  return (
    <>
      {header}
      <p className="text-lead" data-chosen={numbers.chosen}>
        {t.bulk.start.chosen(count(numbers.chosen, t.language))}
      </p>
      <StartForm
        act={act}
        choice={choice}
        clientRowId={client.id}
        numbers={numbers}
        t={t}
        tags={tags}
        targets={targets}
      />
    </>
  );
}

function Nobody({ client, header, t }: { client: ClientView; header: React.ReactNode; t: Text }) {
  const { nobody, cancel } = t.bulk.start;
  return (
    <>
      {header}
      <EmptyState
        actions={<ButtonLink href={`/clients/${client.id}#links`}>{cancel}</ButtonLink>}
        icon="search"
        title={nobody.title}
      >
        {nobody.body}
      </EmptyState>
    </>
  );
}
