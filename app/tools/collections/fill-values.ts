import type { Viewer } from "@/lib/accounts/find-actor";
import { listClients } from "@/lib/clients/list-clients";
import type { CallValues } from "@/lib/collections/curl";
import { env } from "@/lib/env";
import { listSellers } from "@/lib/links/own-seller";
import { type ChainView, listChains } from "@/lib/links/read-chain";
import type { AreaName } from "@/lib/seller-data/guide-areas";

/** The test sellers that every client may read, within a quota. */
export const openSellerIds = ["98979", "700982"] as const;

/** Stands where a reader's own clientId would. */
export const placeholderClientId = "your-client-id";

/** What the files are filled with, what else could be chosen, and whether anything of it is the reader's own. */
export type FilledView = { values: CallValues; clientIds: string[]; sellerIds: string[]; isOwn: boolean };

type Asked = { clientId?: string; sellerId?: string };

/**
 * The values for this reader: an own client and a SellerId it can be used with. Without a wish the newest client is
 * taken. A clientId of somebody else is answered exactly like an unknown one, with placeholders.
 */
export async function fillValues(viewer: Viewer | null, asked: Asked): Promise<FilledView> {
  const { TOKEN_URL: tokenUrl, SELLER_API_URL: sellerApiUrl } = env();
  const clients = viewer ? await listClients(viewer) : [];
  const client = asked.clientId ? clients.find(({ clientId }) => clientId === asked.clientId) : clients[0];
  const sellerIds = viewer && client ? await listSellerIds(viewer, client.id) : [...openSellerIds];
  const sellerId = sellerIds.find((id) => id === asked.sellerId) ?? sellerIds[0] ?? openSellerIds[0];
  return {
    values: { clientId: client?.clientId ?? placeholderClientId, sellerId, tokenUrl, sellerApiUrl },
    clientIds: clients.map(({ clientId }) => clientId),
    sellerIds,
    isOwn: client !== undefined,
  };
}

/** The SellerIds a client is worth trying with: those it is linked to, the organisation's own, the open ones. */
async function listSellerIds(viewer: Viewer, clientRowId: string) {
  const linked = (await listChains(viewer, clientRowId)).filter(isLinked).map(({ sellerId }) => sellerId);
  const own = (await listSellers(viewer)).map(({ sellerId }) => sellerId);
  return [...new Set([...[...linked, ...own].map(String), ...openSellerIds])];
}

/** Whether the client of a chain may act for its seller account now. */
export function isLinked({ lamps, sellerId }: ChainView) {
  return sellerId !== null && lamps.some(({ lamp, state }) => lamp === "link" && state === "lit");
}

/** What was chosen, as the query of a file's address; nothing where there is nothing of the reader's own. */
export function fillQuery({ values: { clientId, sellerId }, isOwn }: FilledView, areas: readonly AreaName[]) {
  const query = new URLSearchParams(isOwn ? { clientId, sellerId } : {});
  if (areas.length > 0) query.set("areas", areas.join(","));
  return query.toString();
}
