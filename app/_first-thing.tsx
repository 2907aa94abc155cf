import type { ChainView } from "@/lib/links/read-chain";
import type { DoorKind } from "./_door-steps";
import type { Text } from "./_text/text";
import { ButtonLink } from "./_ui/button";
import { Notice } from "./_ui/notice";
import { isLinked, openSellerIds } from "./tools/collections/fill-values";

function isLit(chain: ChainView, ...names: string[]) {
  return names.every((name) => chain.lamps.some(({ lamp, state }) => lamp === name && state === "lit"));
}

/** Whether all is done that can be done without a seller. */
export function waitsForSeller(chain: ChainView) {
  return isLit(chain, "client", "secret", "token") && !isLinked(chain);
}

type Props = { chain: ChainView; kind: DoorKind; may: boolean; t: Text };

/** What a partner or aggregator can do before any seller has linked the client, so that nobody sits and waits. */
export function FirstThing({ chain, kind, may, t }: Props) {
  const { clientId } = chain;
  if (!clientId || isLinked(chain) || !isLit(chain, "client", "secret")) return null;
  const waits = waitsForSeller(chain);
  const said = t.linkedSellers.unlinked;
  const sellerId = openSellerIds[kind === "partner" ? 0 : 1];
  return (
    <Notice title={said.title}>
      {!waits && <p>{said.call(sellerId)}</p>}
      <p>{said.ask}</p>
      <p className="flex flex-wrap gap-3">
        {!waits && (
          <ButtonLink href={`/first-call?${new URLSearchParams({ clientId, sellerId })}`} size="small">
            {said.callAction}
          </ButtonLink>
        )}
        {may && (
          <ButtonLink
            href={`/invitations?${new URLSearchParams({ clientId })}`}
            size="small"
            variant={waits ? "primary" : "secondary"}
          >
            {said.askAction}
          </ButtonLink>
        )}
      </p>
    </Notice>
  );
}
