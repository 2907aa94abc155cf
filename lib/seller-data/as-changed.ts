import type { DataSeller } from "./about-seller";
import type { Changes, PackageChange } from "./changes";
import { type Discussion, listDiscussions } from "./discussions";
import { listOffers, type Offer } from "./offers";
import { listOrders, type Order } from "./orders";

/** The orders of a seller account as calls have left them. */
export function ordersAsChanged(seller: DataSeller, changes: Changes): Order[] {
  return listOrders(seller).map((order) => {
    const change = changes.of("order", order.orderId);
    if (!change) return order;
    const { lines, ...more } = change;
    return { ...order, ...more, lines: order.lines.map((line) => ({ ...line, ...lines[line.orderLineId] })) };
  });
}

/** Its discussions, without what was written in them. */
export function discussionsAsChanged(seller: DataSeller, changes: Changes): Discussion[] {
  return listDiscussions(seller).map((one) => {
    const { isOpen, status, updatedAt } = changes.of("discussion", one.discussionId) ?? one;
    return { ...one, isOpen, status, updatedAt };
  });
}

/** Its offers, with those that packages made behind the others. */
export function offersAsChanged(seller: DataSeller, changes: Changes): Offer[] {
  const changed = new Map(changes.all("offer"));
  const offers = listOffers(seller).map((offer) => {
    const now = changed.get(offer.sellerExternalReference);
    changed.delete(offer.sellerExternalReference);
    return now ?? offer;
  });
  return [...offers, ...changed.values()];
}

/** A package as it is told about: without its requests. */
export function describePackage(packageId: string, { requests, ...more }: PackageChange) {
  const { state, salesChannelId, createdAt, updatedAt } = more;
  return { packageId, state, salesChannelId, requestCount: requests.length, createdAt, updatedAt };
}

/** What a customer wrote first, and everything after it. */
export function messagesOf(one: Discussion, changes: Changes) {
  const { discussionId, subject, createdAt } = one;
  const first = {
    messageId: `${discussionId.slice(0, 22)}00`,
    sender: "Customer" as const,
    body: subject,
    createdAt,
  };
  return [first, ...(changes.of("discussion", discussionId)?.messages ?? [])];
}
