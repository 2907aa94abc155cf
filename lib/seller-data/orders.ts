import type { DataSeller } from "./about-seller";
import { chanceFor } from "./chance";
import { lastMoment, moment } from "./moments";
import { makeProduct } from "./products";
import { flag, integer, list, number, object, oneOf, orNull, pageOf, text, moment as time } from "./schema";

export const orderStates = [
  "Processing",
  "WaitingAcceptance",
  "Accepted",
  "Refused",
  "InPreparation",
  "Shipped",
  "Delivered",
  "Cancelled",
  "Rejected",
] as const;
export type OrderState = (typeof orderStates)[number];

const address = object({
  civility: text,
  firstName: text,
  lastName: text,
  addressLine1: text,
  city: text,
  postalCode: text,
  countryCode: text,
});
const price = object({ sellingPrice: number });
const line = object({
  orderLineId: text,
  status: oneOf(...orderStates),
  quantity: integer,
  offer: object({ id: text, sellerProductId: text, productTitle: text, supplyMode: text }),
  shippingAddress: address,
  parcels: list(object({ parcelNumber: text, carrierName: text, trackingUrl: text })),
  totalPrice: price,
});
export const order = object({
  orderId: text,
  reference: text,
  businessOrder: flag,
  salesChannel: object({ id: text, name: text }),
  seller: object({ id: text }),
  customer: object({ reference: text }),
  purchasedAt: time,
  updatedAt: time,
  createdAt: time,
  shippedAtMax: time,
  shippedAt: orNull(time),
  status: oneOf(...orderStates),
  payment: object({ method: text }),
  currencyCode: text,
  billingAddress: address,
  lines: list(line),
  totalPrice: price,
});
export const orderPage = pageOf(order);

export type Order = ReturnType<typeof makeOrder>;

const firstNames = [
  "Camille",
  "Noé",
  "Inès",
  "Hugo",
  "Élodie",
  "Malik",
  "Jade",
  "Tom",
  "Zoé",
  "Yanis",
] as const;
const lastNames = [
  "Durand",
  "Leroy",
  "Moreau",
  "Petit",
  "Benali",
  "Garnier",
  "Roux",
  "Faure",
  "Lopez",
] as const;
const places = [
  ["Toulouse", "31000", "FR"],
  ["Strasbourg", "67000", "FR"],
  ["Marseille", "13006", "FR"],
  ["Dijon", "21000", "FR"],
  ["Bruxelles", "1000", "BE"],
] as const;

/** The state of an order by its age: what is old has arrived, what is new waits. */
const byAge: [number, readonly OrderState[]][] = [
  [2, ["Processing", "WaitingAcceptance", "WaitingAcceptance"]],
  [8, ["Accepted", "InPreparation", "InPreparation", "Refused"]],
  [20, ["Shipped", "Shipped", "Shipped", "Cancelled"]],
  [Number.POSITIVE_INFINITY, ["Delivered", "Delivered", "Delivered", "Delivered", "Cancelled", "Rejected"]],
];
const kept = new Map<number, Order[]>();
const day = 86_400_000;

/** How many orders a seller account has: several pages; a few accounts have none, as new shops do. */
function countOrders(sellerId: number) {
  return sellerId % 50 === 37 ? 0 : chanceFor("order count", sellerId).int(212, 348);
}

/** All orders of a seller account, newest first; always the same. */
export function listOrders(seller: DataSeller): Order[] {
  const known = kept.get(seller.sellerId);
  if (known) return known;
  const orders = Array.from({ length: countOrders(seller.sellerId) }, (_, index) => makeOrder(seller, index));
  if (kept.size >= 200) kept.delete(kept.keys().next().value ?? 0);
  kept.set(seller.sellerId, orders);
  return orders;
}

function makeOrder({ sellerId }: DataSeller, index: number) {
  const chance = chanceFor("order", sellerId, index);
  const ageDays = index / 2 + chance.int(0, 11) / 24;
  const createdAt = lastMoment - Math.floor(ageDays * day);
  const [, states] = byAge.find(([days]) => ageDays < days) ?? [0, ["Delivered"] as const];
  const status = chance.pick(states);
  const isSent = status === "Shipped" || status === "Delivered";
  const shippedAt = isSent ? createdAt + chance.int(20, 70) * 3_600_000 : null;
  const updatedAt = shippedAt ?? createdAt + chance.int(1, 40) * 3_600_000;
  const orderId = `${chanceFor("order id", sellerId, index).digits(8)}${chance.letters(7)}`;
  const billingAddress = makeAddress(sellerId, index);
  const lines = Array.from({ length: chance.pick([1, 1, 1, 2, 3]) }, (_, place) => {
    const product = makeProduct(sellerId, chance.int(0, 900));
    const quantity = chance.pick([1, 1, 1, 2, 4]);
    return {
      orderLineId: `${orderId}-${place + 1}`,
      status,
      quantity,
      offer: {
        id: product.offerId,
        sellerProductId: product.sellerProductId,
        productTitle: product.title,
        supplyMode: "Seller",
      },
      shippingAddress: billingAddress,
      parcels: isSent
        ? [
            {
              parcelNumber: `6A${chance.digits(11)}`,
              carrierName: "Colis Poste",
              trackingUrl: `https://carriers.example/track/6A${chance.digits(11)}`,
            },
          ]
        : [],
      totalPrice: { sellingPrice: cents(product.priceCents * quantity) },
    };
  });
  const total = lines.reduce((sum, { totalPrice }) => sum + Math.round(totalPrice.sellingPrice * 100), 0);
  return {
    orderId,
    reference: `${chance.digits(10)}${chance.letters(3)}`,
    businessOrder: chance.flag(0.08),
    salesChannel: { id: "CDISFR", name: "Cdiscount France" },
    seller: { id: String(sellerId) },
    customer: { reference: chance.digits(9) },
    purchasedAt: moment(createdAt - 600_000),
    updatedAt: moment(updatedAt),
    createdAt: moment(createdAt),
    shippedAtMax: moment(createdAt + 3 * day),
    shippedAt: shippedAt === null ? null : moment(shippedAt),
    status,
    payment: { method: chance.pick(["Card", "Card", "Wallet", "InstalmentsX4"]) },
    currencyCode: "EUR",
    billingAddress,
    lines,
    totalPrice: { sellingPrice: cents(total) },
  };
}

function makeAddress(sellerId: number, index: number) {
  const chance = chanceFor("customer", sellerId, index);
  const [city, postalCode, countryCode] = chance.pick(places);
  return {
    civility: chance.pick(["Mr", "Mrs"]),
    firstName: chance.pick(firstNames),
    lastName: chance.pick(lastNames),
    addressLine1: `${chance.int(1, 99)} rue du Moulin`,
    city,
    postalCode,
    countryCode,
  };
}

const cents = (amount: number) => Math.round(amount) / 100;
