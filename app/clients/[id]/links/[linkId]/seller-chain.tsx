import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { Lamp } from "@/lib/links/judge-chain";
import { helpWith } from "../../../../_chain";
import type { Text } from "../../../../_text/text";
import { moment } from "../../../../_time";
import { Chain } from "../../../../_ui/chain";

type Props = { view: LinkChainView; t: Text };

/** The chain of one link as the client's side sees it: the link is the seller's to give, most of the rest one's own. */
export function SellerChain({ view, t }: Props) {
  const label = t.linkedSellers.detail.chainOf(view.clientId, String(view.sellerId));
  return <Chain label={label} lamps={view.lamps.map((lamp) => lampOf(lamp, view, t))} />;
}

function lampOf({ lamp, state, at, why }: Lamp, view: LinkChainView, t: Text) {
  const named = { lamp, state, label: t.chain.lamps[lamp], stateLabel: t.chain.states[state] };
  if (!why) return { ...named, at: at ? moment(at, t.language) : undefined };
  const said = t.linkedSellers.detail;
  if (state === "waiting") return { ...named, sentence: t.chain.why[why] };
  const help = helpWith(lamp, { view, t, kind: "client" });
  if (lamp === "link") {
    const action = { href: invitePath(view), label: said.act.invite };
    return { ...named, sentence: said.dark.link, owner: said.owner.seller, action, help };
  }
  if (lamp === "told") {
    const action = { href: `/clients/${view.clientRowId}/links/${view.linkId}`, label: said.act.look };
    return { ...named, sentence: said.dark.told, owner: said.owner.us, action, help };
  }
  const client = `/clients/${view.clientRowId}`;
  const ways = {
    client: why === "client_deleted" ? "/clients" : `${client}#suspend`,
    secret: `${client}#add-secret`,
    token: testPath(view),
    call: testPath(view),
  };
  const sentence = lamp === "call" ? said.dark.call : t.chain.why[why];
  return {
    ...named,
    sentence,
    owner: t.chain.owner.you,
    action: { href: ways[lamp], label: t.chain.act[why] },
    help,
  };
}

/** The tester with this client and this seller filled in. */
export function testPath({ clientId, sellerId }: LinkChainView) {
  return `/first-call?${new URLSearchParams({ clientId, sellerId: String(sellerId) })}`;
}

/** An invitation with what is known of this seller filled in. */
export function invitePath({ clientId, sellerId, reference }: LinkChainView) {
  const known = { clientId, expectedSellerId: String(sellerId), ...(reference && { reference }) };
  return `/invitations?${new URLSearchParams(known)}`;
}
