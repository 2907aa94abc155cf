import { writeCsv } from "../csv";
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

// A spreadsheet of another country splits a line at other marks than ours, and what follows such a mark is then the
// beginning of a cell. The full-width signs are taken for the plain ones there too.
const hidden = /([,;\t\r\n"])(\s*)(?=[=+\-@＝＋－＠])/g;
const wide = /^\s*(?=[＝＋－＠])|^\s+(?=[=+\-@])/;

/** A text that begins no formula, wherever a spreadsheet may cut it. */
export function guardText(text: string) {
  return text.replace(hidden, "$1$2'").replace(wide, "'$&");
}

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
