import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { text } from "../../_text/text";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { Downloads } from "./downloads";
import { type FileAreasQuery, fileAreas } from "./file-areas";
import { fillQuery, fillValues } from "./fill-values";
import { Filling } from "./filling";
import { Programs } from "./programs";
import { Steps } from "./steps";

type Query = FileAreasQuery & { clientId?: string | string[]; sellerId?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).tools.collections.title };
}

/** The files for Postman and for programs: filled with the reader's own values, or with placeholders. */
export default async function CollectionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, viewer, query] = [await text(), await findActor(), await searchParams];
  const asked = { clientId: first(query.clientId), sellerId: first(query.sellerId) };
  const filled = await fillValues(viewer, asked);
  const chosen = await fileAreas(viewer, filled, query);
  const said = t.tools.collections;
  const firstCall = filled.isOwn ? `/first-call?${fillQuery(filled, [])}` : "/first-call";
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      {!viewer && (
        <Notice title={said.placeholders}>
          <a href={`/sign-in?next=${encodeURIComponent("/tools/collections")}`}>{said.signIn}</a>
        </Notice>
      )}
      {viewer && !filled.isOwn && (
        <Notice title={filled.clientIds.length > 0 ? said.noClient : said.placeholders}>
          {filled.clientIds.length === 0 && viewer.organisation.kind !== "operator" && (
            <a href={`/new-client?as=${viewer.organisation.kind}`}>{said.create}</a>
          )}
        </Notice>
      )}
      <Filling chosen={chosen} filled={filled} t={t} />
      <Downloads areas={chosen.areas} filled={filled} t={t} />
      <Steps firstCall={firstCall} t={t} values={filled.values} />
      <Programs t={t} values={filled.values} />
    </>
  );
}

/** Of a repeated parameter the first counts. */
function first(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value;
}
