import type { Tx } from "@/db/client";
import { clients, listings, sellerLinks, sellers } from "@/db/schema";
import { foldClientId } from "@/lib/clients/client-id";
import { nameCore } from "@/lib/directory/name-core";
import { nameSkeleton } from "@/lib/directory/name-skeleton";
import { newId } from "@/lib/id";
import type { Chance } from "./chance";
import type { Holder } from "./insert-accounts";
import { type DemoEvent, eventsOfLinks } from "./insert-demo-events";
import { insertDemoSecret } from "./insert-demo-secret";
import { insertInChunks } from "./insert-in-chunks";
import { makeDeletedClientLinks, makeFeedWiseLinks, oldestLinkDays } from "./make-links";
import { makeSellers } from "./make-sellers";

const firstSellerId = 200_001;
const sellerCount = 1200;

/**
 * The aggregator with a past: a reviewed client with an approved listing, 1,200 linked sellers in every state,
 * and an earlier client that was deleted. Returns what is to be recorded of it.
 */
export async function insertFeedWise(tx: Tx, holder: Holder, chance: Chance, at: Date): Promise<DemoEvent[]> {
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
  const { organisationId, personId } = holder;
  const common = { organisationId, createdBy: personId, contactEmail: "aggregator@demo.test" };
  const startedAt = daysAgo(oldestLinkDays + 20);
  const client = {
    ...common,
    id: newId(),
    clientId: "FeedWise",
    fold: foldClientId("FeedWise"),
    purpose: "Catalogue, stock and order feeds for the shops of our customers.",
    createdAt: startedAt,
    reviewedAt: startedAt,
    firstTokenAt: daysAgo(oldestLinkDays),
    lastTokenAt: new Date(at.getTime() - 3_600_000),
  };
  const earlier = {
    ...common,
    id: newId(),
    clientId: "FeedWise Classic",
    fold: foldClientId("FeedWise Classic"),
    createdAt: daysAgo(oldestLinkDays + 100),
    deletedAt: daysAgo(oldestLinkDays + 10),
    deletedBy: personId,
    firstTokenAt: daysAgo(oldestLinkDays + 99),
    lastTokenAt: daysAgo(oldestLinkDays + 11),
  };
  await tx.insert(clients).values(client);
  await tx.insert(clients).values({ ...earlier, tokensNotBefore: earlier.deletedAt });
  await insertDemoSecret(tx, client, startedAt);
  await tx.insert(listings).values({
    id: newId(),
    organisationId,
    clientRowId: client.id,
    displayName: "FeedWise",
    nameSkeleton: nameSkeleton("FeedWise"),
    nameCore: nameCore("FeedWise"),
    description: "Sends your catalogue, stock and prices to the marketplace, and brings your orders home.",
    website: "https://feedwise.example",
    methods: ["delegation"],
    // It listed the earlier client first.
    createdAt: earlier.createdAt,
    approvedAt: earlier.createdAt,
  });

  const shops = makeSellers(firstSellerId, sellerCount, chance, at);
  const sellerIds = shops.map(({ sellerId }) => sellerId);
  await insertInChunks(shops, (chunk) => tx.insert(sellers).values(chunk));
  const links = [
    ...makeFeedWiseLinks(client, sellerIds, chance, at),
    ...makeDeletedClientLinks(earlier, sellerIds, chance),
  ];
  await insertInChunks(links, (chunk) => tx.insert(sellerLinks).values(chunk));

  const ofClient = (made: { id: string; clientId: string }) => ({
    organisationId,
    clientRowId: made.id,
    data: { clientId: made.clientId },
  });
  return [
    { ...ofClient(earlier), type: "client.created", at: earlier.createdAt },
    { ...ofClient(earlier), type: "client.deleted", at: earlier.deletedAt },
    { ...ofClient(client), type: "client.created", at: startedAt },
    ...eventsOfLinks(links, at),
  ];
}
