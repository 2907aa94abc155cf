import { asFounder, disconnect } from "@/db/client";
import { ensureFoundations } from "@/db/ensure";
import { clients, organisations, secrets, sellerLinks, sellers } from "@/db/schema";
import { foldClientId } from "@/lib/clients/client-id";
import { newId } from "@/lib/id";
import { hashSecret, makeSecret, secretHint } from "@/lib/secrets";

const count = 64;

/** Clients with their secrets, all linked to seller 104512: many, as one counter row would be a queue of its own. */
export type Filled = { clients: { id: string; clientId: string; secret: string }[] };

/** Fills an empty database with what the subjects need. */
export async function fill(): Promise<Filled> {
  await ensureFoundations();
  const organisationId = newId();
  const filled = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    clientId: `bench client ${i}`,
    secret: makeSecret("demo"),
  }));
  await asFounder(async (tx) => {
    await tx.insert(organisations).values({ id: organisationId, kind: "partner", name: "Bench" });
    await tx.insert(sellers).values({ sellerId: 104512, shopName: "Bench", contactEmail: "bench@demo.test" });
    for (const { id, clientId, secret } of filled) {
      const hashed = hashSecret(secret);
      if (!hashed) throw new Error("SECRET_PEPPER is empty");
      const row = {
        id,
        organisationId,
        clientId,
        fold: foldClientId(clientId),
        contactEmail: "bench@demo.test",
      };
      await tx.insert(clients).values(row);
      const about = { clientRowId: id, organisationId };
      await tx.insert(secrets).values({ id: newId(), ...about, ...hashed, hint: secretHint(secret) });
      const link = { clientRowId: id, clientOrganisationId: organisationId, sellerId: 104512 };
      await tx.insert(sellerLinks).values({ id: newId(), ...link, via: "typed" });
    }
  });
  await disconnect();
  return { clients: filled };
}
