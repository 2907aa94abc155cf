import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { DarkReason, Lamp } from "@/lib/links/judge-chain";
import { ChainOf, helpWith } from "../../_chain";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Chain } from "../../_ui/chain";

type Props = {
  view: LinkChainView;
  /** Where the partner answers, if that is known. */
  support: string | null;
  t: Text;
};

/** The chain of one link as the seller sees it: what is missing is mostly the partner's to do, and says so. */
export function LinkChain(props: Props) {
  const { view, t } = props;
  if (view.own) return <ChainOf kind="seller" t={t} view={view} />;
  const label = `${t.chain.title}: ${view.clientId} · SellerId ${view.sellerId}`;
  return <Chain label={label} lamps={view.lamps.map((lamp) => lampOf(lamp, props))} />;
}

function lampOf({ lamp, state, at, why }: Lamp, props: Props) {
  const { t } = props;
  const named = { lamp, state, label: t.chain.lamps[lamp], stateLabel: t.chain.states[state] };
  if (!why) return { ...named, at: at ? moment(at, t.language) : undefined };
  const said: Partial<Record<DarkReason, string>> = t.receipt.chain.why;
  const sentence = said[why] ?? t.chain.why[why];
  if (state === "waiting") return { ...named, sentence };
  return { ...named, sentence, ...whose(why, props), help: helpWith(lamp, { ...props, kind: "seller" }) };
}

/** Whose a dark lamp is, and the one button beside it. */
function whose(why: DarkReason, { view, support, t }: Props) {
  const said = t.receipt.chain;
  const look = { href: `/links/${view.linkId}`, label: said.look };
  if (why === "no_link" || why === "link_ended") {
    return { owner: t.chain.owner.you, action: { href: againPath(view), label: said.again } };
  }
  if (why === "not_told" && view.telling.how !== "given_up") return { owner: said.owner.us, action: look };
  const remind = support && { href: support, label: said.remind(view.partner) };
  return { owner: said.partners(view.partner), action: remind || look };
}

/** Where a link that ended is made anew. */
export function againPath({ clientId }: LinkChainView) {
  return `/link-client?${new URLSearchParams({ clientId, via: "typed" })}`;
}
