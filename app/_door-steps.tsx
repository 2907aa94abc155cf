import type { ReactNode } from "react";
import { curlLines } from "@/lib/collections/curl";
import { env } from "@/lib/env";
import type { LampName } from "@/lib/links/judge-chain";
import type { ChainView } from "@/lib/links/read-chain";
import { copyTexts } from "./_text/for-forms";
import type { Text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { CodeBlock } from "./_ui/code-block";
import type { Step } from "./_ui/steps";
import { isLinked, openSellerIds, placeholderClientId } from "./tools/collections/fill-values";

export type DoorKind = "partner" | "aggregator";
type StepName = keyof Text["partnerDoor"]["steps"];
type Props = { t: Text; kind: DoorKind; chain: ChainView | null; may: boolean };

/** What a door's reader does next, judged by the lamps alone. */
export function nextStep(chain: ChainView): StepName {
  if (!isLit(chain, "client") || !isLit(chain, "secret")) return "credentials";
  if (!isLit(chain, "token")) return "token";
  return isLit(chain, "call") ? "practices" : "call";
}

/** The five steps for partners and aggregators; without a chain, as the public guide. */
export function doorSteps({ t, kind, chain, may }: Props): Step[] {
  const door = kind === "partner" ? t.partnerDoor : t.aggregatorDoor;
  const { credentials, collection, token, call, practices } = door.steps;
  const values = callValues(chain, kind);
  const query = new URLSearchParams(
    chain?.clientId ? { clientId: values.clientId, sellerId: values.sellerId } : {},
  );
  const curl = curlLines(values);
  const code = (label: string, lines: string) => (
    <CodeBlock code={lines} copy={copyTexts(t, label)} label={label} />
  );
  const bodies: Record<StepName, ReactNode> = {
    credentials: (
      <>
        <p>{credentials.body}</p>
        {may && (
          <ButtonLink href={`/new-client?as=${kind}`}>
            {chain?.clientId ? door.create : credentials.action}
          </ButtonLink>
        )}
        <p>
          {credentials.other} <a href="/seller">{credentials.otherAction}</a>
        </p>
      </>
    ),
    collection: (
      <>
        <p>{collection.body}</p>
        <ButtonLink href={`/tools/collections${query.size > 0 ? `?${query}` : ""}`}>
          {collection.action}
        </ButtonLink>
      </>
    ),
    token: (
      <>
        <p>{token.body}</p>
        {code(token.label, curl.token)}
      </>
    ),
    call: (
      <>
        <p>{call.body}</p>
        {code(call.label, curl.call)}
        <ButtonLink href={`/first-call${query.size > 0 ? `?${query}` : ""}`}>{call.action}</ButtonLink>
      </>
    ),
    practices: (
      <>
        <p>{practices.body}</p>
        <ButtonLink href="/guide/best-practices">{practices.action}</ButtonLink>
      </>
    ),
  };
  const next = chain && nextStep(chain);
  return (Object.keys(bodies) as StepName[]).map((id) => {
    const state = isDone(chain, id) ? "done" : id === next ? "current" : "open";
    const word = state === "open" ? "" : door.states[state];
    return { id, title: door.steps[id].title, state, word, children: bodies[id] };
  });
}

/** Where the step's own button leads, for the one button at the head of the door. */
export function stepHref(step: StepName, chain: ChainView, kind: DoorKind) {
  if (step === "credentials") return `/new-client?as=${kind}`;
  if (step === "practices") return "/guide/best-practices";
  const { clientId, sellerId } = callValues(chain, kind);
  return `/first-call?${new URLSearchParams({ clientId, sellerId })}`;
}

function callValues(chain: ChainView | null, kind: DoorKind) {
  const open = openSellerIds[kind === "partner" ? 0 : 1];
  return {
    clientId: chain?.clientId ?? placeholderClientId,
    sellerId: chain && isLinked(chain) ? String(chain.sellerId) : open,
    tokenUrl: env().TOKEN_URL,
    sellerApiUrl: env().SELLER_API_URL,
  };
}

function isDone(chain: ChainView | null, step: StepName) {
  if (!chain) return false;
  if (step === "credentials") return isLit(chain, "client") && isLit(chain, "secret");
  if (step === "token" || step === "call") return isLit(chain, step);
  return false;
}

function isLit({ lamps }: ChainView, name: LampName) {
  return lamps.some(({ lamp, state }) => lamp === name && state === "lit");
}
