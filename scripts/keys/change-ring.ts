import { randomBytes } from "node:crypto";
import { Plain } from "../start/step.mjs";

/** The entries of a comma list `id:key`, as they are written. */
function split(list: string) {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

const idOf = (entry: string) => entry.split(":")[0] ?? "";

/** The list with one fresh key at its end, where nothing uses it yet, and that key's id: one that was never in it. */
export function addKey(list: string, letter: "p" | "k") {
  const entries = split(list);
  const numbers = entries.map((entry) =>
    Number(new RegExp(`^${letter}(\\d{1,9})$`).exec(idOf(entry))?.[1] ?? 0),
  );
  const id = `${letter}${Math.max(0, ...numbers) + 1}`;
  return { id, list: [...entries, `${id}:${randomBytes(32).toString("base64")}`].join(",") };
}

/** The list with this key first: what is made from then on is under it. */
export function putFirst(list: string, id: string) {
  const entries = split(list);
  const chosen = find(entries, id);
  return [chosen, ...entries.filter((entry) => entry !== chosen)].join(",");
}

/** The list without this key; the one in use cannot go. */
export function removeKey(list: string, id: string) {
  const entries = split(list);
  const chosen = find(entries, id);
  if (chosen === entries[0]) throw new Plain(`${id} is in use: put another one first.`);
  return entries.filter((entry) => entry !== chosen).join(",");
}

function find(entries: string[], id: string) {
  const chosen = entries.find((entry) => idOf(entry) === id);
  if (!chosen) throw new Plain(`There is no ${id}: ${entries.map(idOf).join(", ")}.`);
  return chosen;
}
