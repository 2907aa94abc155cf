import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { listSellers } from "@/lib/links/own-seller";
import { type ChainView, emptyChain, listChains } from "@/lib/links/read-chain";
import { ChainLine, ChainOf } from "../_chain";
import { copyTexts } from "../_text/for-forms";
import { text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { KeyValue } from "../_ui/key-value";
import { Notice } from "../_ui/notice";
import { PageHeader } from "../_ui/page-header";
import { Section } from "../_ui/section";
import { Steps } from "../_ui/steps";
import { AddAccount } from "./add-account";
import { guideSteps } from "./guide-steps";
import { Requests } from "./requests";
import { SellerWays } from "./seller-ways";
import { WhoHasAccess } from "./who-has-access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).sellerDoor.title };
}

/** The seller's door: signed in, the guide with its lamps lit from facts; signed out, the public guide. */
export default async function SellerPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const [t, viewer, { done = "" }] = [await text(), await findActor(), await searchParams];
  const said = t.sellerDoor;
  if (viewer?.organisation.kind !== "seller") {
    const actions = !viewer && (
      <>
        <ButtonLink href="/sign-up?kind=seller" variant="primary">
          {said.signUp}
        </ButtonLink>
        <ButtonLink href="/sign-in?next=/seller">{said.signIn}</ButtonLink>
      </>
    );
    return (
      <>
        <PageHeader actions={actions} lead={said.publicLead} title={said.title} />
        {viewer && <Notice>{said.otherKind(viewer.organisation.name)}</Notice>}
        <Steps steps={guideSteps({ t, chain: null, may: false })} />
        <SellerWays t={t} />
      </>
    );
  }
  const chains = await listChains(viewer);
  const sellers = await listSellers(viewer);
  const chain = chains[0] ?? emptyChain();
  const may = viewer.organisation.role !== "viewer";
  return (
    <>
      <PageHeader lead={isWhole(chain) ? said.wholeLead : said.lead} title={viewer.organisation.name} />
      <Requests done={done} t={t} viewer={viewer} />
      <ChainOf kind="seller" t={t} view={chain} />
      <WhoHasAccess t={t} viewer={viewer} />
      {may && <SellerWays t={t} />}
      <Steps steps={guideSteps({ t, chain, may, sellerId: chain.sellerId ?? sellers[0]?.sellerId })} />
      <Section id="accounts" intro={<p>{said.accountsHint}</p>} title={said.yourAccounts}>
        {sellers.length === 0 ? (
          <p>{said.noAccounts}</p>
        ) : (
          <KeyValue
            pairs={sellers.map(({ sellerId, shopName }) => ({
              label: shopName,
              value: String(sellerId),
              copy: copyTexts(t, said.sellerId),
            }))}
          />
        )}
      </Section>
      <AddAccount done={done} t={t} viewer={viewer} />
      {chains.length > 1 && (
        <Section actions={<ButtonLink href="/clients">{said.allClients}</ButtonLink>} title={t.clients.title}>
          <ul className="grid gap-4">
            {chains.slice(0, 5).map((one) => (
              <li key={`${one.clientRowId}-${one.sellerId}`}>
                <a className="mono" href={`/clients/${one.clientRowId}`}>
                  {one.clientId}
                </a>
                <ChainLine kind="seller" t={t} view={one} />
              </li>
            ))}
          </ul>
          {chains.length > 5 && <p>{said.moreChains(chains.length - 5)}</p>}
        </Section>
      )}
    </>
  );
}

function isWhole({ lamps }: ChainView) {
  return lamps.every(({ state }) => state === "lit");
}
