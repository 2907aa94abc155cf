import { sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { candidateClientIds, foldClientId, isClientIdShape } from "./client-id";

/** Up to `count` clientIds made from a company's name that nobody has or had. */
export async function findFreeClientIds(companyName: string, count = 3, tx?: Tx) {
  const candidates = candidateClientIds(companyName);
  const taken = await takenFolds(candidates.map(foldClientId), tx);
  return candidates.filter((candidate) => !taken.has(foldClientId(candidate))).slice(0, count);
}

/** Whether a typed clientId could be created now, and what could be instead. */
export async function checkClientId(clientId: string) {
  if (!isClientIdShape(clientId))
    return { free: false as const, why: "client_id_shape" as const, suggestions: [] };
  if ((await takenFolds([foldClientId(clientId)])).size === 0) return { free: true as const };
  return {
    free: false as const,
    why: "client_id_taken" as const,
    suggestions: await findFreeClientIds(clientId),
  };
}

async function takenFolds(folds: string[], tx?: Tx) {
  const read = (inside: Tx) =>
    inside.execute<{ taken_folds: string }>(sql`select taken_folds(${sql.param(folds)}::text[])`);
  const rows = tx ? await read(tx) : await asVisitor(read);
  return new Set([...rows].map((row) => row.taken_folds));
}
