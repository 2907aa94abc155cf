import { guardText, writeCsv } from "../csv";
import { type LinkedSellerView, type LinkFilter, listLinkedSellers } from "./list-linked-sellers";

const head = [
  "sellerId",
  "shopName",
  "clientId",
  "status",
  "since",
  "expiresAt",
  "reference",
  "via",
  "lastUsedAt",
  "health",
];

/**
 * The linked sellers that a filter leaves as CSV, piece by piece, each with one page of the list: however many there
 * are, no more than one page is held at a time.
 */
export async function* exportLinkedSellers(
  organisationId: string,
  clientRowId: string,
  filter: LinkFilter,
  limit = 1000,
): AsyncGenerator<string> {
  yield `${writeCsv([head])}\r\n`;
  let after: string | undefined;
  do {
    const page = await listLinkedSellers(organisationId, clientRowId, filter, { after, limit });
    if (page.items.length > 0) yield `${writeCsv(page.items.map(toCells))}\r\n`;
    after = page.next ?? undefined;
  } while (after);
}

function toCells(view: LinkedSellerView) {
  const { sellerId, shopName, clientId, status, since, expiresAt, reference, via, lastUsedAt, health } = view;
  const time = (at: Date | null) => at?.toISOString() ?? "";
  return [
    String(sellerId),
    guardText(shopName),
    guardText(clientId),
    status,
    time(since),
    time(expiresAt),
    guardText(reference ?? ""),
    via,
    time(lastUsedAt),
    health,
  ];
}
