import { lampNames } from "@/lib/links/judge-chain";
import { allSorts, type LinkFilter, linkHealths, linkStatuses } from "@/lib/links/list-linked-sellers";

/** The words of an address that say which linked sellers are meant. */
export type LinkQuery = Record<string, string | string[] | undefined>;

/** What was asked for: the filter, and where in its list. */
export type AskedLinks = { filter: LinkFilter; after?: string };

/** Reads an address; what is not among the choices narrows nothing. */
export function readLinkFilter(query: LinkQuery): AskedLinks {
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const among = <Choice extends string>(choices: readonly Choice[], name: string) =>
    choices.find((choice) => choice === one(name));
  const filter: LinkFilter = {
    q: one("q")?.slice(0, 100),
    status: among(linkStatuses, "status"),
    lamp: among(lampNames, "lamp"),
    health: among(linkHealths, "health"),
    ends: among(["soon"], "ends"),
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
