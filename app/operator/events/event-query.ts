import type { EventFilter, FilterName } from "@/lib/audit/event-filter";

/** The words of an address that say which events are meant, in the order of the form. */
export const filterNames = [
  "type",
  "organisation",
  "clientId",
  "sellerId",
  "actor",
  "requestId",
  "from",
  "to",
] as const satisfies FilterName[];

type Query = Record<string, string | string[] | undefined>;

/** Reads an address: the filter, and where in its list. */
export function readEventQuery(query: Query): { filter: EventFilter; after?: string } {
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 254) || undefined;
  };
  const words = filterNames.map((name) => [name, one(name)] as const).filter(([, value]) => value);
  return { filter: Object.fromEntries(words), after: one("after") };
}

/** The filter as an address again. */
export function writeEventQuery(filter: EventFilter, after?: string) {
  const words = Object.entries({ ...filter, after }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return new URLSearchParams(words).toString();
}
