import { lampNames } from "./judge-chain";
import { allSorts, type LinkFilter, linkHealths, linkStatuses } from "./list-linked-sellers";

/** The words of an address that say which linked sellers are meant. */
export type LinkQuery = Record<string, string | string[] | undefined>;

/** What was asked for: the filter, and where in its list. */
export type AskedLinks = { filter: LinkFilter; after?: string };

/** Reads an address; what is not among the choices narrows nothing. */
export function readLinkFilter(query: LinkQuery): AskedLinks {
  const one = (name: string) => {
    const value = query[name];
    // An address within an address may hold the one sign that no text in the database has.
    return (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").trim() || undefined;
  };
  const among = <Choice extends string>(choices: readonly Choice[], name: string) =>
    choices.find((choice) => choice === one(name));
  const filter: LinkFilter = {
    q: one("q")?.slice(0, 100),
    status: among(linkStatuses, "status"),
    lamp: among(lampNames, "lamp"),
    health: among(linkHealths, "health"),
    ends: among(["soon"], "ends"),
    tag: one("tag")?.slice(0, 30),
    sort: among(allSorts, "sort"),
  };
  return { filter, after: one("after") };
}

/**
 * What the page shows: open links, unless the address says otherwise, or asks for one that may have ended: by its
 * name or number, or because its link lamp is dark.
 */
export function readShownFilter(query: LinkQuery): AskedLinks {
  const asked = readLinkFilter(query);
  const { q, lamp, status } = asked.filter;
  const isAny = status || query.status !== undefined || q || lamp === "link";
  return isAny ? asked : { ...asked, filter: { ...asked.filter, status: "open" } };
}

/** The filter as an address again. `status` always stands in it: empty means all of them. */
export function writeLinkFilter({ status, ...filter }: LinkFilter, after?: string) {
  const words = Object.entries({ ...filter, after }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return new URLSearchParams([["status", status ?? ""], ...words]).toString();
}

/** The filter that an address means, as the list shows it, in the one way to write it. */
export function canonicalQuery(query: string) {
  return writeLinkFilter(filterOfQuery(query));
}

/** The same as a filter. */
export function filterOfQuery(query: string) {
  const words = new URLSearchParams(query);
  return readShownFilter(Object.fromEntries([...words.keys()].map((name) => [name, words.getAll(name)])))
    .filter;
}
