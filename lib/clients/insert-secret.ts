import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { secrets } from "@/db/schema";
import { now } from "../clock";
import { newId } from "../id";
import { hashSecret, makeSecret, secretHint } from "../secrets";

/** A secret works until it is retired or its overlap ends. */
export const isLiveSecret = () =>
  and(isNull(secrets.retiredAt), or(isNull(secrets.endsAt), gt(secrets.endsAt, now())));

/** The client's live secrets, oldest first. */
export function listLiveSecrets(tx: Tx, clientRowId: string) {
  return tx
    .select({ id: secrets.id, endsAt: secrets.endsAt })
    .from(secrets)
    .where(and(eq(secrets.clientRowId, clientRowId), isLiveSecret()))
    .orderBy(secrets.createdAt, sql`${secrets.id}`);
}

/** For which organisation a secret is made, and by whom; null where that is no person we know. */
type Maker = { organisationId: string; personId: string | null };

/** Makes a secret and stores its keyed hash. The plaintext exists in this return value only. */
export async function insertSecret(tx: Tx, maker: Maker, client: { id: string }, label: string) {
  const secret = makeSecret();
  const hashed = hashSecret(secret);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  const row = {
    id: newId(),
    clientRowId: client.id,
    organisationId: maker.organisationId,
    label,
    ...hashed,
    hint: secretHint(secret),
    createdAt: now(),
    createdBy: maker.personId,
  };
  await tx.insert(secrets).values(row);
  return { id: row.id, secret, madeAt: row.createdAt };
}
