import { and, eq, isNull, sql } from "drizzle-orm";
import { foldClientId } from "@/lib/clients/client-id";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { hashSecret, sameDigest, secretHint } from "@/lib/secrets";
import { rotateSigningKeys } from "@/lib/tokens/rotate-signing-keys";
import { asFounder, asWorker, type Tx } from "./client";
import { fillNameSkeletons } from "./ensure/fill-name-skeletons";
import { clients, organisations, secrets, sellers } from "./schema";

const lockId = 7_302_200;
const openTestSellers = [
  { sellerId: 98979, shopName: "Open test shop 98979", contactEmail: "open-test-98979@shops.demo.test" },
  { sellerId: 700982, shopName: "Open test shop 700982", contactEmail: "open-test-700982@shops.demo.test" },
];

/**
 * Makes what every installation stands on, where it is missing: signing keys, the operator's organisation, the
 * portal's own starter client, the open test sellers, what older listings are told apart by. Safe to run at every
 * start, from several processes at once.
 */
export async function ensureFoundations(): Promise<void> {
  await asWorker(rotateSigningKeys);
  await asFounder(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`);
    for (const seller of openTestSellers) {
      await tx
        .insert(sellers)
        .values({ ...seller, openTestSince: now(), createdAt: now() })
        .onConflictDoUpdate({
          target: sellers.sellerId,
          set: { openTestSince: sql`coalesce(${sellers.openTestSince}, excluded.open_test_since)` },
        });
    }
    const organisationId = await ensureOperator(tx);
    await ensureStarter(tx, organisationId);
    await fillNameSkeletons(tx);
  });
}

/** The first organisation of the marketplace's own staff. */
async function ensureOperator(tx: Tx) {
  const [found] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, "operator"))
    .orderBy(organisations.createdAt, organisations.id)
    .limit(1);
  if (found) return found.id;
  const id = newId();
  await tx
    .insert(organisations)
    .values({ id, kind: "operator", name: "Marketplace support", createdAt: now() });
  return id;
}

/** The client behind "Try a first call now", with the configured secret as its only live one. */
async function ensureStarter(tx: Tx, organisationId: string) {
  const { STARTER_CLIENT_ID: clientId, STARTER_CLIENT_SECRET: secret } = env();
  if (!clientId || !secret) return;
  await tx
    .insert(clients)
    .values({
      id: newId(),
      organisationId,
      clientId,
      fold: foldClientId(clientId),
      contactEmail: "no-reply@localhost",
      purpose: "The portal's own first call",
      createdAt: now(),
      starterSince: now(),
    })
    .onConflictDoNothing();
  const [client] = await tx.select().from(clients).where(eq(clients.clientId, clientId));
  if (!client?.starterSince)
    throw new Error(`STARTER_CLIENT_ID: "${clientId}" is somebody's clientId already`);

  const live = and(eq(secrets.clientRowId, client.id), isNull(secrets.retiredAt));
  const rows = await tx.select().from(secrets).where(live);
  const isConfigured = (row: (typeof rows)[number]) => {
    const hashed = hashSecret(secret, row.pepperId);
    return hashed !== undefined && row.endsAt === null && sameDigest(hashed.hash, row.hash);
  };
  if (rows.length === 1 && rows.every(isConfigured)) return;
  const hashed = hashSecret(secret);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  await tx.update(secrets).set({ retiredAt: now() }).where(live);
  await tx.insert(secrets).values({
    id: newId(),
    clientRowId: client.id,
    organisationId: client.organisationId,
    label: "starter",
    ...hashed,
    hint: secretHint(secret),
    createdAt: now(),
  });
}
