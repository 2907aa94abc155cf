import type { Rings } from "@/db/backup/write-backup";
import type { KeyKind, KeyName } from "@/db/keys/list-key-names";
import { Plain } from "../start/step.mjs";

const titles = { pepper: "SECRET_PEPPER", key: "KEYS" };

/** Each key with the rows that name it, the one in use first, and what rows name although nobody has it. */
export function sayRings(rings: Rings, names: KeyName[]): string {
  return (["pepper", "key"] as const)
    .flatMap((kind) => {
      const mine = names.filter((name) => name.kind === kind);
      const known = rings[kind].map(({ id }, n) => say(id, n === 0 ? "in use" : "", mine));
      const unknown = [...new Set(mine.map(({ id }) => id))].filter(
        (id) => !rings[kind].some((one) => one.id === id),
      );
      return [titles[kind], ...known, ...unknown.map((id) => say(id, "MISSING", mine))];
    })
    .join("\n");
}

function say(id: string, what: string, names: KeyName[]) {
  const where = names
    .filter((name) => name.id === id)
    .map(({ table, column, rows }) => `${rows} ${table}.${column}`);
  return `  ${id.padEnd(8)}${what.padEnd(9)}${where.join(", ") || "no row"}`;
}

/** Throws a sentence while rows name this key: without it their secrets and texts are lost. */
export function refuseWhileNamed(names: KeyName[], kind: KeyKind, id: string) {
  const left = names.filter((name) => name.kind === kind && name.id === id && name.rows > 0);
  if (left.length === 0) return;
  const rows = left.map(({ table, column, rows }) => `  ${rows} rows of ${table}.${column}`).join("\n");
  const way =
    kind === "key"
      ? "npm run keys -- renew encrypts them anew."
      : "Each is kept under the newest pepper after its next use; a secret that nobody uses is to be retired.";
  throw new Plain(`${id} is still needed:\n${rows}\n${way}`);
}
