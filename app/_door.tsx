import type { ReactNode } from "react";
import { findActor, type Viewer } from "@/lib/accounts/find-actor";
import { listClients } from "@/lib/clients/list-clients";
import { emptyChain, listChains } from "@/lib/links/read-chain";
import { ChainLine, ChainOf } from "./_chain";
import { type DoorKind, doorSteps, nextStep, stepHref } from "./_door-steps";
import { FirstThing, waitsForSeller } from "./_first-thing";
import { LinkNumbers } from "./_link-numbers";
import { Share } from "./_share";
import { type Text, text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { Notice } from "./_ui/notice";
import { PageHeader } from "./_ui/page-header";
import { Section } from "./_ui/section";
import { Steps } from "./_ui/steps";
import { Ways } from "./_ways";

/** The door of partners or aggregators: for members of that kind the guide with its lamps, for others the public guide. */
export async function Door({ kind, children }: { kind: DoorKind; children?: ReactNode }) {
  const [t, viewer] = [await text(), await findActor()];
  if (viewer?.organisation.kind === kind)
    return (
      <OwnDoor kind={kind} t={t} viewer={viewer}>
        {children}
      </OwnDoor>
    );
  const said = kind === "partner" ? t.partnerDoor : t.aggregatorDoor;
  const ways = !viewer && (
    <>
      <ButtonLink href={`/sign-up?kind=${kind}`} variant="primary">
        {said.signUp}
      </ButtonLink>
      <ButtonLink href={`/sign-in?next=/${kind}`}>{said.signIn}</ButtonLink>
    </>
  );
  return (
    <>
      <PageHeader actions={ways} lead={said.publicLead} title={said.title} />
      {viewer && <Notice>{said.otherKind(viewer.organisation.name)}</Notice>}
      <Steps steps={doorSteps({ t, kind, chain: null, may: false })} />
      {children}
      <PortalApiLink t={t} />
      <Ways names={["askMyCustomer"]} t={t} title={t.ways.customersTitle} />
    </>
  );
}

/** How many clients stand on the door itself; the rest is one press away. */
const shown = 5;

type OwnProps = { kind: DoorKind; t: Text; viewer: Viewer; children?: ReactNode };

async function OwnDoor({ kind, t, viewer, children }: OwnProps) {
  const said = kind === "partner" ? t.partnerDoor : t.aggregatorDoor;
  const [chains, clients] = [await listChains(viewer), await listClients(viewer)];
  const chain = chains[0] ?? emptyChain();
  const may = viewer.organisation.role !== "viewer";
  const shared = clients.find(({ suspendedAt }) => !suspendedAt);
  const step = nextStep(chain);
  const { action } = step === "token" ? said.steps.call : said.steps[step];
  // Once the token is there, only a seller can light the next lamp: asking one is the thing to do.
  const next = !waitsForSeller(chain) && (may || step !== "credentials") && (
    <ButtonLink href={stepHref(step, chain, kind)} variant="primary">
      {action}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader actions={next} lead={said.lead} title={viewer.organisation.name} />
      <ChainOf kind={kind} t={t} view={chain} />
      <FirstThing chain={chain} kind={kind} may={may} t={t} />
      <LinkNumbers t={t} viewer={viewer} />
      {clients.length > 0 && (
        <Section
          actions={<ButtonLink href="/clients">{said.allClients}</ButtonLink>}
          title={said.clientsTitle}
        >
          <ul className="grid gap-3">
            {clients.slice(0, shown).map(({ id, clientId }) => {
              const view = chains.find(({ clientRowId }) => clientRowId === id);
              return (
                <li className="flex flex-wrap items-center gap-x-4 gap-y-1" key={id}>
                  <a className="link mono" href={`/clients/${id}`}>
                    {clientId}
                  </a>
                  {view && <ChainLine kind={kind} t={t} view={view} />}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {may && <Ways names={["askMyCustomer"]} t={t} title={t.ways.customersTitle} />}
      <Steps steps={doorSteps({ t, kind, chain, may })} />
      {children}
      <PortalApiLink t={t} />
      {shared && (
        <Share clientId={shared.clientId} kind={kind} organisation={viewer.organisation.name} t={t} />
      )}
    </>
  );
}

function PortalApiLink({ t }: { t: Text }) {
  return (
    <p>
      <a className="link" href="/guide/api">
        {t.portalApi.doorLink}
      </a>
    </p>
  );
}
