import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/password";
import { foldClientId } from "@/lib/clients/client-id";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { asFounder, type Tx } from "./client";
import { clients, listings, organisations, people, secrets, sellerLinks } from "./schema";
import { makeChance } from "./seed/chance";
import { demoPassword } from "./seed/demo-accounts";
import { type Holder, insertAccounts } from "./seed/insert-accounts";
import { type DemoEvent, eventsOfLinks, insertDemoEvents } from "./seed/insert-demo-events";
import { insertDemoSecret } from "./seed/insert-demo-secret";
import { insertFeedWise } from "./seed/insert-feedwise";
import { insertInChunks } from "./seed/insert-in-chunks";
import { makeAggregators } from "./seed/make-aggregators";

const lockId = 7_302_201;
const furtherAggregators = 5000;
const demoClientId = "demo-seller-app";

/**
 * Fills a database without people with the demo data, in one transaction; returns the plaintext secret of
 * `demo-seller-app`, here and never again. Where there are people already nothing changes and the secret is null.
 */
export async function seedDemo(): Promise<{ clientSecret: string | null }> {
  return asFounder(async (tx) => {
    // A second seeder waits here, and then sees the people of the first.
    await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`);
    const [somebody] = await tx.select({ id: people.id }).from(people).limit(1);
    if (somebody) return { clientSecret: null };

    const at = now();
    const chance = makeChance(2026);
    const holderOf = await insertAccounts(tx, await hashPassword(demoPassword), at);
    const seller = await insertSellerClient(tx, holderOf("seller@demo.test"), at);
    const happened = [
      ...seller.happened,
      ...(await insertPartnerClient(tx, holderOf("partner@demo.test"), at)),
      ...(await insertFeedWise(tx, holderOf("aggregator@demo.test"), chance, at)),
    ];
    await insertDemoEvents(tx, happened);

    const taken = await tx.select({ fold: clients.fold }).from(clients);
    const takenFolds = taken.map(({ fold }) => fold);
    const further = makeAggregators(furtherAggregators, chance, at, takenFolds);
    await insertInChunks(further, async (chunk) => {
      await tx.insert(organisations).values(chunk.map(({ organisation }) => organisation));
      await tx.insert(clients).values(chunk.map(({ client }) => client));
      await tx.insert(listings).values(chunk.map(({ listing }) => listing));
    });
    return { clientSecret: seller.secret };
  });
}

/**
 * Makes another secret of `demo-seller-app` and returns its plaintext. At most one older secret keeps working; of
 * two live ones the older is retired. Throws when the demo data is not there or its client was deleted.
 */
export async function newDemoSecret(): Promise<string> {
  return asFounder(async (tx) => {
    const [client] = await tx
      .select()
      .from(clients)
      .where(and(eq(clients.clientId, demoClientId), isNull(clients.deletedAt)))
      .for("update");
    if (!client) throw new Error(`there is no client ${demoClientId} in this database`);
    const at = now();
    const live = await tx
      .select({ id: secrets.id, hint: secrets.hint })
      .from(secrets)
      .where(
        and(
          eq(secrets.clientRowId, client.id),
          isNull(secrets.retiredAt),
          or(isNull(secrets.endsAt), gt(secrets.endsAt, at)),
        ),
      )
      .orderBy(asc(secrets.createdAt), asc(secrets.id));
    const tooMany = live.slice(0, Math.max(0, live.length - 1));
    const about = { organisationId: client.organisationId, clientRowId: client.id, at };
    if (tooMany.length > 0) {
      const ids = tooMany.map(({ id }) => id);
      await tx.update(secrets).set({ retiredAt: at }).where(inArray(secrets.id, ids));
    }
    const { secret, row } = await insertDemoSecret(tx, client, at);
    await insertDemoEvents(tx, [
      ...tooMany.map(
        ({ id, hint }): DemoEvent => ({ ...about, type: "secret.retired", data: { secretId: id, hint } }),
      ),
      { ...about, type: "secret.added", data: { secretId: row.id, hint: row.hint } },
    ]);
    return secret;
  });
}

/** The seller's own client, made just now together with its link; nobody has called with it yet. */
async function insertSellerClient(tx: Tx, holder: Holder, at: Date) {
  const { organisationId, personId } = holder;
  const client = newClient(demoClientId, holder, "seller@demo.test", at);
  await tx.insert(clients).values(client);
  const { secret, row } = await insertDemoSecret(tx, client, at);
  const link = {
    id: newId(),
    clientRowId: client.id,
    sellerId: 104512,
    clientOrganisationId: organisationId,
    sellerOrganisationId: organisationId,
    via: "created" as const,
    createdAt: at,
    createdBy: personId,
    toldAt: at,
    toldBy: "own" as const,
  };
  await tx.insert(sellerLinks).values(link);
  const about = { organisationId, clientRowId: client.id, at };
  const happened: DemoEvent[] = [
    { ...about, type: "client.created", data: { clientId: client.clientId } },
    { ...about, type: "secret.added", data: { secretId: row.id, hint: row.hint } },
    ...eventsOfLinks([link], at),
  ];
  return { secret, happened };
}

/** The partner's client: reviewed, linked to nobody, with a secret that nobody knows. */
async function insertPartnerClient(tx: Tx, holder: Holder, at: Date): Promise<DemoEvent[]> {
  const madeAt = new Date(at.getTime() - 60 * 86_400_000);
  const client = { ...newClient("atelier-code", holder, "partner@demo.test", madeAt), reviewedAt: madeAt };
  await tx.insert(clients).values(client);
  await insertDemoSecret(tx, client, madeAt);
  const { organisationId } = holder;
  const data = { clientId: client.clientId };
  return [{ organisationId, clientRowId: client.id, at: madeAt, type: "client.created", data }];
}

function newClient(clientId: string, holder: Holder, contactEmail: string, createdAt: Date) {
  const { organisationId, personId: createdBy } = holder;
  return {
    id: newId(),
    organisationId,
    clientId,
    fold: foldClientId(clientId),
    contactEmail,
    createdBy,
    createdAt,
  };
}
