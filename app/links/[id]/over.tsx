import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { Text } from "../../_text/text";
import { moment } from "../../_time";
import { ButtonLink } from "../../_ui/button";
import { Section } from "../../_ui/section";
import { againPath } from "./link-chain";

/** What became of a link that has ended: when, by whom, why, and the way to make it anew. */
export function Over({ view, may, t }: { view: LinkChainView; may: boolean; t: Text }) {
  const said = t.receipt.over;
  const { endedAt, endedBy, reason, words } = view;
  const side = endedBy && said.by[endedBy.side];
  // Where the link is what is missing first, the chain has this button already.
  const isInChain = view.lamps.some(({ lamp, state }) => lamp === "link" && state === "dark");
  return (
    <Section id="over" title={said.title}>
      {endedAt && <p>{said.when(moment(endedAt, t.language).text)}</p>}
      {side && <p>{endedBy?.name ? said.person(side, endedBy.name) : side}</p>}
      {reason && <p>{said.reason(t.receipt.reasons[reason])}</p>}
      {words && <p>{said.words(words)}</p>}
      {may && !isInChain && reason !== "client_deleted" && (
        <p>
          <ButtonLink href={againPath(view)} variant="primary">
            {said.again}
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}
