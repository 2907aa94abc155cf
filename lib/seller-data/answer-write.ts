import { listCarriers } from "./about-seller";
import type { AnsweredSeller } from "./answer-operation";
import { discussionsAsChanged, messagesOf, offersAsChanged, ordersAsChanged } from "./as-changed";
import { type Change, type Changes, type Kind, makeKey, moment, type ProductChange } from "./changes";
import { judgeOffer, toOffer } from "./judge-offer";
import type { Order, OrderState } from "./orders";
import type { OfferRequest } from "./packages";
import { isCategory } from "./product-list";
import type { Values } from "./read-parameters";
import type { WriteId } from "./writes";

/** What a call changes and is told, or why it changes nothing: `invalid` says which field does not fit what is there. */
export type WriteAnswer =
  | { save: Change[]; body?: object; location?: string }
  | { invalid: Record<string, string[]> }
  | { missing: true };

type Write = {
  /** Which changes must be known to judge this one. */
  reads: readonly Kind[];
  run: (seller: AnsweredSeller, values: Values, body: never, changes: Changes) => WriteAnswer;
};

const mostRequests = 1000;
const channel = "CDISFR";

export const writeAnswers: Record<WriteId, Write> = {
  "orders.approve": {
    reads: ["order"],
    run: (seller, { orderId = "" }, body: { approval_status: "Accepted" | "Refused" }, changes) => {
      const order = ordersAsChanged(seller, changes).find((one) => one.orderId === orderId);
      if (!order) return { missing: true };
      if (order.status !== "WaitingAcceptance")
        return { invalid: { approval_status: [`This order is ${order.status}; it waits for no decision.`] } };
      const status = body.approval_status;
      return { save: [toOrder(order, status, (line) => ({ status, parcels: line.parcels }), changes)] };
    },
  },
  "orders.ship": {
    reads: ["order"],
    run: (seller, { orderId = "" }, shipments: Shipment[], changes) => {
      const order = ordersAsChanged(seller, changes).find((one) => one.orderId === orderId);
      if (!order) return { missing: true };
      const invalid = judgeShipments(order, shipments);
      if (Object.keys(invalid).length > 0) return { invalid };
      const parcelsOf = ({ orderLineId }: Line) =>
        shipments.filter(({ orderLineIds }) => orderLineIds.includes(orderLineId));
      const isSent = (line: Line) => parcelsOf(line).length > 0 || line.status === "Shipped";
      const status = order.lines.every(isSent) ? "Shipped" : "InPreparation";
      const ship = (line: Line) => ({
        status: isSent(line) ? ("Shipped" as const) : ("InPreparation" as const),
        parcels: [
          ...line.parcels,
          ...parcelsOf(line).map(({ parcelNumber, carrierName, trackingUrl = "" }) => ({
            parcelNumber,
            carrierName,
            trackingUrl,
          })),
        ],
      });
      return { save: [toOrder(order, status, ship, changes)] };
    },
  },
  "offerPackages.create": {
    reads: [],
    run: (_, __, ___, changes) => {
      const packageId = makeKey();
      const made = {
        state: "Created" as const,
        salesChannelId: channel,
        createdAt: moment(),
        updatedAt: moment(),
        requests: [],
        results: [],
      };
      const location = `/offer-packages/${packageId}`;
      return { save: [changes.to("package", packageId, made)], body: { packageId }, location };
    },
  },
  "offerPackages.fill": {
    reads: ["package"],
    run: (_, { packageId = "" }, sent: OfferRequest[], changes): WriteAnswer => {
      const known = changes.of("package", packageId);
      if (!known) return { missing: true };
      if (known.state !== "Created")
        return { invalid: { packageId: [`This package is ${known.state} already.`] } };
      if (known.requests.length + sent.length > mostRequests)
        return { invalid: { body: [`A package takes ${mostRequests} requests.`] } };
      const requests = [...known.requests, ...sent.map(plainRequest)];
      return { save: [changes.to("package", packageId, { ...known, requests, updatedAt: moment() })] };
    },
  },
  "offerPackages.update": {
    reads: ["package", "offer"],
    run: (seller, { packageId = "" }, _, changes) => {
      const known = changes.of("package", packageId);
      if (!known) return { missing: true };
      if (known.state !== "Created")
        return { invalid: { state: [`This package is ${known.state} already.`] } };
      if (known.requests.length === 0) return { invalid: { state: ["This package is empty."] } };
      const offers = new Map(
        offersAsChanged(seller, changes).map((one) => [one.sellerExternalReference, one]),
      );
      const results = known.requests.map((request) => {
        const { sellerExternalReference } = request;
        const before = offers.get(sellerExternalReference);
        const reason = judgeOffer(request, before);
        if (!reason) offers.set(sellerExternalReference, toOffer(seller.sellerId, request, before));
        const status: "Accepted" | "Refused" = reason ? "Refused" : "Accepted";
        return { sellerExternalReference, status, reason };
      });
      const accepted = results.filter(({ status }) => status === "Accepted");
      const named = new Set(accepted.map(({ sellerExternalReference }) => sellerExternalReference));
      const changed = [...named].flatMap((name) => {
        const offer = offers.get(name);
        return offer ? [changes.to("offer", name, offer)] : [];
      });
      const done = { ...known, state: "Processed" as const, results, updatedAt: moment() };
      return { save: [changes.to("package", packageId, done), ...changed] };
    },
  },
  "products.integrate": {
    reads: [],
    run: (_, __, { products }: ProductChange, changes): WriteAnswer => {
      const unknown = products.flatMap(({ categoryReference }, index) =>
        isCategory(categoryReference) ? [] : [`products[${index}].categoryReference`],
      );
      const said = ["There is no such category; see GET /categories."];
      if (unknown.length > 0) return { invalid: Object.fromEntries(unknown.map((place) => [place, said])) };
      const packageId = makeKey();
      return { save: [changes.to("product", packageId, { products })], body: { packageId } };
    },
  },
  "messages.send": {
    reads: ["discussion"],
    run: (seller, _, { discussionId, body }: { discussionId: string; body: string }, changes) => {
      const one = discussionsAsChanged(seller, changes).find((other) => other.discussionId === discussionId);
      if (!one) return { invalid: { discussionId: ["There is no such discussion."] } };
      if (!one.isOpen) return { invalid: { discussionId: ["This discussion is closed."] } };
      const messageId = makeKey();
      const [, ...before] = messagesOf(one, changes);
      const messages = [...before, { messageId, sender: "Seller" as const, body, createdAt: moment() }];
      const change = { isOpen: true, status: "Treated" as const, updatedAt: moment(), messages };
      return { save: [changes.to("discussion", discussionId, change)], body: { messageId } };
    },
  },
  "discussions.update": {
    reads: ["discussion"],
    run: (seller, { discussionId = "" }, [{ value }]: [{ value: boolean }], changes) => {
      const one = discussionsAsChanged(seller, changes).find((other) => other.discussionId === discussionId);
      if (!one) return { missing: true };
      const [, ...messages] = messagesOf(one, changes);
      const status = value ? ("ToTreat" as const) : ("Closed" as const);
      return {
        save: [
          changes.to("discussion", discussionId, { isOpen: value, status, updatedAt: moment(), messages }),
        ],
      };
    },
  },
};

/** A request without the fields that nobody knows. */
function plainRequest({
  sellerExternalReference,
  gtin,
  condition,
  price,
  stock,
}: OfferRequest): OfferRequest {
  return {
    sellerExternalReference,
    gtin,
    condition,
    price: price && { sellingPrice: price.sellingPrice },
    stock: stock && { quantity: stock.quantity },
  };
}

type Line = Order["lines"][number];
type Shipment = { parcelNumber: string; carrierName: string; trackingUrl?: string; orderLineIds: string[] };

function toOrder(
  order: Order,
  status: OrderState,
  change: (line: Line) => { status: OrderState; parcels: Line["parcels"] },
  changes: Changes,
): Change {
  const lines = Object.fromEntries(order.lines.map((line) => [line.orderLineId, change(line)]));
  const shippedAt = status === "Shipped" ? moment() : order.shippedAt;
  return changes.to("order", order.orderId, { status, updatedAt: moment(), shippedAt, lines });
}

function judgeShipments({ status, lines }: Order, shipments: Shipment[]): Record<string, string[]> {
  if (status !== "Accepted" && status !== "InPreparation")
    return { orderId: [`This order is ${status}; it cannot be shipped now.`] };
  const carriers: string[] = listCarriers().items.map(({ label }) => label);
  const faults: Record<string, string[]> = {};
  for (const [index, { carrierName, orderLineIds }] of shipments.entries()) {
    if (!carriers.includes(carrierName))
      faults[`[${index}].carrierName`] = ["There is no such carrier; see GET /carriers."];
    const unknown = orderLineIds.some((id) => !lines.some(({ orderLineId }) => orderLineId === id));
    if (unknown || orderLineIds.length === 0)
      faults[`[${index}].orderLineIds`] = ["Name lines of this order."];
  }
  return faults;
}
