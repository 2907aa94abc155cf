import { chanceFor } from "./chance";
import { flag, integer, itemsOf, number, object, text } from "./schema";

/** A seller account as far as made-up data needs it. */
export type DataSeller = { sellerId: number; shopName: string };

const streets = [
  "rue des Tanneurs",
  "avenue du Port",
  "quai de la Fosse",
  "rue Nationale",
  "allée des Pins",
] as const;
const towns = [
  ["Bordeaux", "33000"],
  ["Lille", "59000"],
  ["Nantes", "44000"],
  ["Lyon", "69003"],
  ["Rennes", "35000"],
] as const;

export const addresses = itemsOf(
  object({ type: text, address: text, country: text, city: text, zip_code: text }),
);

/** The addresses of a seller account: where it sits, where it ships from, where returns go. */
export function listAddresses({ sellerId }: DataSeller) {
  const items = ["Headquarters", "Shipping", "Return"].map((type) => {
    const chance = chanceFor("address", sellerId, type);
    const [city, zip_code] = chance.pick(towns);
    return { type, address: `${chance.int(1, 180)} ${chance.pick(streets)}`, country: "FR", city, zip_code };
  });
  return { items };
}

const rate = object({ rate: number, threshold: number, is_reached: flag });
export const indicators = itemsOf(
  object({
    order_acceptation: rate,
    product_shipping: rate,
    deadline_compliance: rate,
    order_claims: rate,
    order_refunds: rate,
  }),
);

/** How well a seller account keeps the marketplace's promises, in percent of its orders of the last month. */
export function listIndicators({ sellerId }: DataSeller) {
  const chance = chanceFor("indicators", sellerId);
  const above = (threshold: number) => {
    const value = chance.int(threshold * 10 - 30, 1000) / 10;
    return { rate: value, threshold, is_reached: value >= threshold };
  };
  const below = (threshold: number) => {
    const value = chance.int(0, threshold * 15) / 10;
    return { rate: value, threshold, is_reached: value <= threshold };
  };
  const item = {
    order_acceptation: above(95),
    product_shipping: above(92),
    deadline_compliance: above(90),
    order_claims: below(4),
    order_refunds: below(6),
  };
  return { items: [item] };
}

export const subscriptions = itemsOf(
  object({
    subscription_id: integer,
    sales_channel_id: text,
    status: text,
    action: text,
    offer_submission_currency: text,
    seller_payment_currency: text,
  }),
);

/** The sales channels of a seller account; the only list of them there is. */
export function listSubscriptions({ sellerId }: DataSeller) {
  const item = {
    subscription_id: 10_000_000 + sellerId,
    sales_channel_id: "CDISFR",
    status: "Active",
    action: "None",
    offer_submission_currency: "EUR",
    seller_payment_currency: "EUR",
  };
  return { items: [item] };
}

export const deliveryModes = itemsOf(
  object({ code: text, name: text, delivery_delay: integer, is_express_delivery: flag }),
);

/** The ways a seller account ships; the delay is in days. */
export function listDeliveryModes({ sellerId }: DataSeller) {
  const chance = chanceFor("delivery modes", sellerId);
  const items = [
    { code: "STD", name: "Standard", delivery_delay: chance.int(3, 6), is_express_delivery: false },
    { code: "TRK", name: "Tracked", delivery_delay: chance.int(2, 4), is_express_delivery: false },
    { code: "REG", name: "Registered", delivery_delay: chance.int(2, 4), is_express_delivery: false },
    { code: "EXP", name: "Express", delivery_delay: 1, is_express_delivery: true },
  ];
  return { items: items.slice(0, chance.int(2, 4)) };
}

export const carriers = itemsOf(object({ code: text, label: text, additional_parameters_required: flag }));

/** The carriers that shipments may name; the same for every seller account. */
export function listCarriers() {
  const named = [
    ["COLIS", "Colis Poste"],
    ["RELAY", "Relay Point"],
    ["NORDX", "Nord Express"],
    ["ATLAN", "Atlantic Parcel"],
    ["ALPEN", "Alpen Logistik"],
    ["IBERI", "Iberia Paquetes"],
    ["FRETA", "Freight and Assembly"],
    ["OTHER", "Other carrier"],
  ] as const;
  return {
    items: named.map(([code, label]) => ({ code, label, additional_parameters_required: code === "OTHER" })),
  };
}
