import type { Tx } from "@/db/client";
import { secrets } from "@/db/schema";
import { newId } from "@/lib/id";
import { hashSecret, makeSecret, secretHint } from "@/lib/secrets";

/** Makes a secret of a demo client and stores its keyed hash; the plaintext exists in this return value only. */
export async function insertDemoSecret(
  tx: Tx,
  client: { id: string; organisationId: string; createdBy: string | null },
  createdAt: Date,
) {
  const secret = makeSecret();
  const hashed = hashSecret(secret);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  const { id: clientRowId, organisationId, createdBy } = client;
  const row = { id: newId(), clientRowId, organisationId, createdBy, hint: secretHint(secret), createdAt };
  await tx.insert(secrets).values({ ...row, ...hashed });
  return { secret, row };
}
