import { env } from "@/lib/env";
import { type AreaName, operationsOf } from "@/lib/seller-data/guide-areas";
import { operations } from "@/lib/seller-data/operations";
import type { Text } from "../_text/text";

/**
 * The calls that the tester offers: those of the areas that were chosen, and the asked one in any case. Calls that
 * change something are offered in the sandbox only.
 */
export function offeredCalls(t: Text, asked: string | undefined, areas: readonly AreaName[]) {
  const isSandbox = env().AUTHORITY === "builtin";
  const inAreas = new Set(operationsOf(areas).map(({ id }) => id));
  const offered = operations.filter(({ method }) => isSandbox || method === "GET");
  const shown = offered.filter(({ id }) => inAreas.has(id) || id === asked);
  const chosen = shown.find(({ id }) => id === asked) ?? offered.find(({ id }) => id === "sellers.get");
  if (!chosen) throw new Error("the registry lacks the call that everybody begins with");
  const options = shown.map(({ id, method, path }) => ({
    value: id,
    label: `${t.reference.operations[id].title} (${method} ${path})`,
  }));
  return { chosen, options };
}
