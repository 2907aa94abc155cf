import type { Metadata } from "next";
import { env } from "@/lib/env";
import { listOwners } from "@/lib/team/list-owners";
import { RefusedPage } from "../_refusal";
import { requireViewer } from "../_session";
import { copyTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { Copy } from "../_ui/copy";
import { PageHeader } from "../_ui/page-header";
import { Consent } from "./consent";
import { pathOf, readQuery } from "./read-query";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { as } = readQuery(await searchParams);
  return { title: (await text()).consent.titles[as ?? "any"] };
}

/** The one page on which a seller gives a client access: nothing is linked anywhere else, and nothing by itself. */
export default async function LinkClientPage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const viewer = await requireViewer();
  const t = await text();
  const said = t.consent;
  const { kind, name, role } = viewer.organisation;
  const header = <PageHeader lead={said.lead} title={said.titles[query.as ?? "any"]} />;
  if (kind !== "seller" || role === "viewer") {
    const who = kind === "seller" ? (await listOwners(viewer)).join(", ") : said.kinds;
    return (
      <>
        {header}
        <RefusedPage code="not_allowed" facts={{ who }} t={t}>
          {kind === "seller" ? (
            <>
              <p>{said.viewer}</p>
              <Copy texts={copyTexts(t, said.addressName)} value={env().PUBLIC_URL + pathOf(query)} />
            </>
          ) : (
            <p>{said.wrongKind(name)}</p>
          )}
        </RefusedPage>
      </>
    );
  }
  return (
    <>
      {header}
      <Consent query={query} t={t} viewer={viewer} />
    </>
  );
}
