import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { hashSecret, makeSecret } from "@/lib/secrets";
import { asFounder } from "./client";
import { ensureFoundations } from "./ensure";
import { clients, listings, organisations, secrets, sellers, signingKeys } from "./schema";
import { makeClient, makeOrganisation, ownDatabase } from "./testing";

beforeEach(async () => {
  await ownDatabase();
  Object.assign(env(), { STARTER_CLIENT_ID: "portal-starter", STARTER_CLIENT_SECRET: makeSecret("demo") });
});

const operators = () =>
  asFounder((tx) => tx.select().from(organisations).where(eq(organisations.kind, "operator")));
const starters = () =>
  asFounder((tx) => tx.select().from(clients).where(eq(clients.clientId, "portal-starter")));
const liveSecrets = () => asFounder((tx) => tx.select().from(secrets).where(isNull(secrets.retiredAt)));

test("several processes at once make each foundation once", async () => {
  await Promise.all(Array.from({ length: 5 }, () => ensureFoundations()));
  const [operator, ...moreOperators] = await operators();
  const [starter, ...moreStarters] = await starters();
  expect([moreOperators, moreStarters]).toEqual([[], []]);
  expect(operator?.name).toBe("Marketplace support");
  expect(starter).toMatchObject({ organisationId: operator?.id, starterSince: expect.any(Date) });
  const live = await liveSecrets();
  expect(live.map(({ hash }) => hash)).toEqual([hashSecret(env().STARTER_CLIENT_SECRET ?? "")?.hash]);
  const open = await asFounder((tx) => tx.select().from(sellers).orderBy(sellers.sellerId));
  expect(open.map(({ sellerId, ownerOrganisationId }) => [sellerId, ownerOrganisationId])).toEqual([
    [98979, null],
    [700982, null],
  ]);
  expect(open.every(({ openTestSince }) => openTestSince !== null)).toBe(true);
  expect(await asFounder((tx) => tx.select().from(signingKeys))).toHaveLength(2);
});

test("a second start changes nothing", async () => {
  await ensureFoundations();
  const read = () =>
    asFounder(async (tx) => [await tx.select().from(secrets), await tx.select().from(sellers)]);
  const before = await read();
  await ensureFoundations();
  expect(await read()).toEqual(before);
});

test("a new configured secret takes the place of the old one", async () => {
  await ensureFoundations();
  const [old] = await liveSecrets();
  Object.assign(env(), { STARTER_CLIENT_SECRET: makeSecret("demo") });
  await ensureFoundations();
  const live = await liveSecrets();
  expect(live.map(({ hash }) => hash)).toEqual([hashSecret(env().STARTER_CLIENT_SECRET ?? "")?.hash]);
  const [retired] = await asFounder((tx) =>
    tx
      .select()
      .from(secrets)
      .where(and(eq(secrets.id, old?.id ?? ""))),
  );
  expect(retired?.retiredAt).toBeInstanceOf(Date);
});

test("an organisation of staff that is there already is taken", async () => {
  const mine = await makeOrganisation({ kind: "operator", name: "Our own staff" });
  await ensureFoundations();
  expect((await operators()).map(({ id }) => id)).toEqual([mine.id]);
});

test("somebody's client is never turned into the starter", async () => {
  await makeClient(await makeOrganisation(), { clientId: "portal-starter" });
  await expect(ensureFoundations()).rejects.toThrow("STARTER_CLIENT_ID");
  expect((await starters()).map(({ starterSince }) => starterSince)).toEqual([null]);
});

test("older listings get what they are told apart by, once, and of two that look alike the older has the name", async () => {
  const list = async (displayName: string, daysAgo: number, approvedAt: Date | null = new Date()) => {
    const organisation = await makeOrganisation({ kind: "aggregator" });
    const client = await makeClient(organisation);
    const createdAt = new Date(Date.now() - daysAgo * 86_400_000);
    const about = { id: newId(), organisationId: organisation.id, clientRowId: client.id, createdAt };
    await asFounder((tx) =>
      tx.insert(listings).values({ ...about, displayName, methods: ["delegation"], approvedAt }),
    );
  };
  const read = async () => {
    const rows = await asFounder((tx) => tx.select().from(listings).orderBy(listings.createdAt));
    return rows.map((row) => [row.displayName, row.nameSkeleton, row.nameCore]);
  };
  await list("Feedwise", 10);
  await list("FEED WISE", 5);
  await list("Quillon SAS", 4, null);
  await ensureFoundations();
  expect(await read()).toEqual([
    ["Feedwise", "fedwise", "fedwise"],
    ["FEED WISE", "", "fedwise"],
    ["Quillon SAS", "quionsas", "quion"],
  ]);
  await list("feed-wise", 1);
  await ensureFoundations();
  expect((await read()).at(-1)).toEqual(["feed-wise", "", "fedwise"]);
});
