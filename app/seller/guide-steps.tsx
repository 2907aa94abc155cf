import { curlLines } from "@/lib/collections/curl";
import { env } from "@/lib/env";
import type { LampName } from "@/lib/links/judge-chain";
import type { ChainView } from "@/lib/links/read-chain";
import { copyTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { CodeBlock } from "../_ui/code-block";
import type { Step } from "../_ui/steps";

type Props = { t: Text; chain: ChainView | null; may: boolean; sellerId?: number };

/** The five steps of the guide; each step's state is read off the chain, never kept beside it. */
export function guideSteps({ t, chain, may, sellerId }: Props): Step[] {
  const said = t.sellerDoor;
  const isLit = (...names: LampName[]) =>
    names.every((name) => chain?.lamps.some(({ lamp, state }) => lamp === name && state === "lit"));
  const hasClient = isLit("client", "secret", "link");
  const done = { credentials: hasClient, token: isLit("token"), call: isLit("call") };
  const current = !done.credentials
    ? "credentials"
    : !done.token
      ? "token"
      : !done.call
        ? "call"
        : "practices";
  const state = (id: keyof typeof said.steps) => {
    const isDone = id !== "collection" && id !== "practices" && done[id];
    const name = isDone ? "done" : chain && id === current ? "current" : "open";
    return {
      id,
      title: said.steps[id].title,
      state: name,
      word: isDone ? said.stepStates.done : name === "current" ? said.stepStates.current : "",
    } as const;
  };
  const values = {
    clientId: chain?.clientId ?? "your-client-id",
    sellerId: String(chain?.sellerId ?? sellerId ?? "98979"),
    tokenUrl: env().TOKEN_URL,
    sellerApiUrl: env().SELLER_API_URL,
  };
  const query = new URLSearchParams(
    chain?.clientId ? { clientId: values.clientId, sellerId: values.sellerId } : {},
  );
  const curl = curlLines(values);
  const block = (what: string, code: string) => (
    <CodeBlock code={code} copy={copyTexts(t, said.curlLabel(what))} label={said.curlLabel(what)} />
  );
  return [
    {
      ...state("credentials"),
      children: <Credentials hasClient={hasClient} may={may} signedIn={chain !== null} t={t} />,
    },
    {
      ...state("collection"),
      children: (
        <>
          <p>{said.steps.collection.body}</p>
          <ButtonLink href={`/tools/collections?${query}`}>{said.steps.collection.action}</ButtonLink>
        </>
      ),
    },
    {
      ...state("token"),
      children: (
        <>
          <p>{said.steps.token.body}</p>
          <p>{said.steps.token.secretHint}</p>
          {block(said.yourToken, curl.token)}
        </>
      ),
    },
    {
      ...state("call"),
      children: (
        <>
          <p>{said.steps.call.body}</p>
          {block(said.yourCall, curl.call)}
          {chain && (
            <ButtonLink href={`/first-call?${query}`} variant={current === "call" ? "primary" : "secondary"}>
              {said.steps.call.action}
            </ButtonLink>
          )}
        </>
      ),
    },
    {
      ...state("practices"),
      children: (
        <>
          <p>{said.steps.practices.body}</p>
          <ButtonLink href="/guide/best-practices">{said.steps.practices.action}</ButtonLink>
        </>
      ),
    },
  ];
}

function Credentials({
  t,
  hasClient,
  may,
  signedIn,
}: {
  t: Text;
  hasClient: boolean;
  may: boolean;
  signedIn: boolean;
}) {
  const said = t.sellerDoor.steps.credentials;
  return (
    <>
      <p>{said.body}</p>
      {signedIn && may && (
        <ButtonLink href="/new-client?as=seller" variant={hasClient ? "secondary" : "primary"}>
          {hasClient ? t.sellerDoor.oneMore : said.action}
        </ButtonLink>
      )}
    </>
  );
}
