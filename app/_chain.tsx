import type { DarkReason, Lamp } from "@/lib/links/judge-chain";
import type { ChainView } from "@/lib/links/read-chain";
import type { Text } from "./_text/text";
import { moment } from "./_time";
import { Chain } from "./_ui/chain";
import { helpHref } from "./_ui/help-href";

/** Where the button of a dark lamp leads, for a client of one's own. */
function wayOut(why: DarkReason, { clientRowId, clientId, sellerId }: ChainView, kind: string) {
  const client = clientRowId ? `/clients/${clientRowId}` : "/clients";
  const query = new URLSearchParams({
    ...(clientId && { clientId }),
    ...(sellerId && { sellerId: String(sellerId) }),
  });
  const create = `/new-client?as=${kind}`;
  const ways: Record<DarkReason, string> = {
    no_client: create,
    client_deleted: create,
    client_suspended: `${client}#suspend`,
    no_live_secret: `${client}#add-secret`,
    no_link: `${client}#links`,
    link_ended: `${client}#links`,
    not_told: client,
    no_token: `/first-call?${query}`,
    no_call: `/first-call?${query}`,
    earlier_lamp: client,
  };
  return ways[why];
}

type Props = { view: ChainView; t: Text; kind: string };

function lampsOf({ view, t, kind }: Props) {
  return view.lamps.map((lamp: Lamp) => {
    const named = {
      lamp: lamp.lamp,
      state: lamp.state,
      label: t.chain.lamps[lamp.lamp],
      stateLabel: t.chain.states[lamp.state],
    };
    if (!lamp.why) return { ...named, at: lamp.at ? moment(lamp.at, t.language) : undefined };
    const sentence = t.chain.why[lamp.why];
    if (lamp.state === "waiting") return { ...named, sentence };
    const help = helpWith(lamp.lamp, { view, t, kind });
    if (kind !== "seller" && (lamp.why === "no_link" || lamp.why === "link_ended")) {
      const { sentence, act } = t.chain.notLinked;
      const query = new URLSearchParams({ clientId: view.clientId ?? "", sellerId: "98979" });
      return {
        ...named,
        sentence,
        owner: t.chain.owner.seller,
        action: { href: `/first-call?${query}`, label: act },
        help,
      };
    }
    const action = { href: wayOut(lamp.why, view, kind), label: t.chain.act[lamp.why] };
    return { ...named, sentence, owner: t.chain.owner.you, action, help };
  });
}

/** Help with a dark lamp, for those whom the operator helps. */
export function helpWith(lamp: string, { view: { clientId, sellerId }, t, kind }: Props) {
  if (kind === "operator") return undefined;
  return {
    href: helpHref({ clientId, sellerId: sellerId ? String(sellerId) : null, lamp }),
    label: t.help.link,
  };
}

/** Whose chain it is: clientId and SellerId, as far as there are any. */
function nameOf({ view, t }: Props) {
  const name = [view.clientId, view.sellerId && `SellerId ${view.sellerId}`].filter(Boolean).join(" · ");
  return name ? `${t.chain.title}${t.common.colon}${name}` : t.chain.title;
}

/** The chain of one client in full: the only way a page shows progress, health or a verdict. */
export function ChainOf(props: Props) {
  return <Chain label={nameOf(props)} lamps={lampsOf(props)} />;
}

/** The same in one line, for a list. `failing`: what was lit once does not work now, and the words say so. */
export function ChainLine({ failing, ...props }: Props & { failing?: boolean }) {
  const lamps = lampsOf(props);
  const next = lamps.find(({ state }) => state !== "lit");
  const { chain, common, linkedSellers } = props.t;
  const whole = failing ? linkedSellers.healths.failing : chain.allLit;
  const summary = next ? `${next.label}${common.colon}${chain.states.dark}` : whole;
  return <Chain compact label={nameOf(props)} lamps={lamps} summary={summary} />;
}
