import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findFreeClientIds } from "@/lib/clients/find-free-client-ids";
import { env } from "@/lib/env";
import { listSellers } from "@/lib/links/own-seller";
import { listOwners } from "@/lib/team/list-owners";
import { RefusedPage } from "../_refusal";
import { revealTexts } from "../_reveal-texts";
import { formKey, requireViewer } from "../_session";
import { formTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { createClientAction, createLinkedClientAction } from "./actions";
import { NewClientForm } from "./new-client-form";
import { Steer } from "./steer";

const kinds = ["seller", "partner", "aggregator"] as const;
type Query = { as?: string; for?: string; clientId?: string; contactEmail?: string; purpose?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).newClient.titles.seller };
}

export default async function NewClientPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const as = kinds.find((kind) => kind === query.as);
  const forWhom = query.for === "aggregator" || query.for === "plugin" ? query.for : undefined;
  const path = `/new-client?${new URLSearchParams({ ...(as && { as }), ...(forWhom && { for: forWhom }) })}`;
  const viewer = await requireViewer();
  const { organisation } = viewer;
  if (!as) redirect(`/new-client?as=${organisation.kind === "operator" ? "partner" : organisation.kind}`);

  const t = await text();
  const said = t.newClient;
  const sellers = as === "seller" ? await listSellers(viewer) : [];
  const header = <PageHeader lead={said.leads[as]} title={said.titles[as]} />;
  if (organisation.kind !== as || organisation.role === "viewer") {
    const who = organisation.kind === as ? (await listOwners(viewer)).join(", ") : said.kinds[as];
    return (
      <>
        {header}
        <RefusedPage code="not_allowed" facts={{ who }} t={t}>
          {organisation.kind !== as && <p>{said.wrongKind(organisation.name)}</p>}
        </RefusedPage>
      </>
    );
  }
  if (as === "seller" && sellers.length === 0) {
    return (
      <>
        {header}
        <Notice>{said.noSeller}</Notice>
      </>
    );
  }
  const offered = { sellerId: sellers.map(({ sellerId }) => String(sellerId)) };
  const [suggestion = ""] = await findFreeClientIds(organisation.name, 1);
  const { TOKEN_URL, SELLER_API_URL } = env();
  return (
    <>
      {header}
      {forWhom && (
        <>
          <p className="max-w-measure">{forWhom === "plugin" ? said.forPlugin : said.forAggregator}</p>
          <Steer t={t} />
        </>
      )}
      <NewClientForm
        action={as === "seller" ? createLinkedClientAction : createClientAction}
        formKey={
          as === "seller"
            ? await formKey("create linked client", path, offered)
            : await formKey("create client", path)
        }
        initial={{
          clientId: query.clientId ?? suggestion,
          contactEmail: query.contactEmail ?? viewer.email,
          purpose: query.purpose ?? "",
        }}
        path={path}
        proveKey={await formKey("run first call", "/first-call")}
        reveal={revealTexts(t)}
        sellers={sellers.map(({ sellerId, shopName }) => ({
          value: String(sellerId),
          label: `${shopName} · ${sellerId}`,
        }))}
        texts={formTexts(t)}
        urls={{ tokenUrl: TOKEN_URL, sellerApiUrl: SELLER_API_URL }}
        words={formWords(said)}
      />
    </>
  );
}

function formWords(said: Awaited<ReturnType<typeof text>>["newClient"]) {
  const { clientId, clientIdHint, clientIdFree, suggestions, staleLink, signIn } = said;
  const { contactEmail, contactEmailHint, purpose, purposeHint, seller, terms, submit, sending } = said;
  const first = { clientId, clientIdHint, clientIdFree, suggestions, staleLink, signIn };
  return { ...first, contactEmail, contactEmailHint, purpose, purposeHint, seller, terms, submit, sending };
}
