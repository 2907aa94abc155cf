import type { DarkReason, Lamp } from "@/lib/links/judge-chain";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { Chain } from "../../_ui/chain";

type Props = {
  lamps: Lamp[];
  /** Whose chain it is: clientId, and SellerId where there is one. */
  name: string;
  /** What the two sides are called, to say whose a dark lamp is. */
  sides: { client: string; seller: string };
  /** The operator suspended the client, so that the operator has to act. */
  stopped?: boolean;
  t: Text;
};

const ofSeller = new Set<DarkReason>(["no_link", "link_ended"]);

/**
 * The strip that the sides see, with every time in it. It says whose a dark lamp is, and has no button: the operator
 * never acts as one of them.
 */
export function LookChain({ lamps, name, sides, stopped, t }: Props) {
  const label = `${t.chain.title}${t.common.colon}${name}`;
  const shown = lamps.map((lamp) => lampOf(lamp, sides, t, stopped));
  return <Chain label={label} lamps={shown} />;
}

/** The same in one line, for a list. */
export function LookChainLine({ lamps, name, sides, t }: Props) {
  const next = lamps.find(({ state }) => state !== "lit");
  const label = `${t.chain.title}${t.common.colon}${name}`;
  const summary = next
    ? `${t.chain.lamps[next.lamp]}${t.common.colon}${t.chain.states.dark}`
    : t.chain.allLit;
  return (
    <Chain compact label={label} lamps={lamps.map((lamp) => lampOf(lamp, sides, t))} summary={summary} />
  );
}

function lampOf({ lamp, state, at, why }: Lamp, sides: Props["sides"], t: Text, stopped?: boolean) {
  const named = { lamp, state, label: t.chain.lamps[lamp], stateLabel: t.chain.states[state] };
  if (!why) return { ...named, at: at ? moment(at, t.language) : undefined };
  const sentence = t.chain.why[why];
  if (state === "waiting") return { ...named, sentence };
  const said = t.lookup.chain;
  const isOurs = why === "not_told" || (why === "client_suspended" && stopped);
  if (isOurs) return { ...named, sentence, owner: said.us };
  return { ...named, sentence, owner: said.theirs(ofSeller.has(why) ? sides.seller : sides.client) };
}
