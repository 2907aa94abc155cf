import type { Values } from "./read-parameters";

type Row = Readonly<Record<string, unknown>>;

/** Keeps of a list what each named parameter asks for; a parameter that was not sent keeps everything. */
export function sift<Item extends Row>(
  list: readonly Item[],
  values: Values,
  tests: Record<string, (item: Item, value: string) => boolean>,
): Item[] {
  const asked = Object.entries(tests).flatMap(([name, test]) => {
    const value = values[name];
    return value === undefined ? [] : [(item: Item) => test(item, value)];
  });
  return list.filter((item) => asked.every((test) => test(item)));
}

/** In the order that `sort` and `desc` ask for; as it comes where they ask for none. */
export function sortBy<Item extends Row>(list: Item[], { sort, desc }: Values): Item[] {
  if (!sort) return list;
  const [, way, field = ""] = /^(?:(asc|desc):)?(.+)$/.exec(sort) ?? [];
  const sign = way === "desc" || (!way && desc?.toLowerCase() === "true") ? -1 : 1;
  const value = (item: Item) => item[field] as string | number;
  return list.toSorted((a, b) => sign * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
}

/** Whether a value is among those of a comma list. */
export const isAmong = (value: string, words: string) =>
  words.split(",").some((word) => word.trim() === value);
export const isFlag = (flag: boolean, word: string) => flag === (word.toLowerCase() === "true");
export const isFrom = (moment: string | null, bound: string) =>
  moment !== null && Date.parse(moment) >= Date.parse(bound);
export const isUpTo = (moment: string | null, bound: string) =>
  moment !== null && Date.parse(moment) <= Date.parse(bound);
