import { integer, itemsOf, list, moment, number, object, oneOf, orNull, text } from "./schema";

export const packageStates = ["Created", "Ready", "Processed"] as const;

/** What a seller sends in to have its offers made or changed: filled, set ready, then worked through at once. */
export const offerPackage = object({
  packageId: text,
  state: oneOf(...packageStates),
  salesChannelId: text,
  requestCount: integer,
  createdAt: moment,
  updatedAt: moment,
});
export const packageList = itemsOf(offerPackage);

export const resultList = itemsOf(
  object({ sellerExternalReference: text, status: oneOf("Accepted", "Refused"), reason: orNull(text) }),
);

/** One offer as it is sent in. Prices have at most two decimals. */
export const offerRequest = object(
  {
    sellerExternalReference: { type: "string", minLength: 1, maxLength: 200 },
    gtin: { type: "string", pattern: "^[0-9]{8,14}$" },
    condition: oneOf("New", "Refurbished", "Used"),
    price: object({ sellingPrice: { ...number, minimum: 0.01, maximum: 1_000_000 } }),
    stock: object({ quantity: { ...integer, minimum: 0, maximum: 1_000_000 } }),
  },
  ["gtin", "condition", "price", "stock"],
);
export const offerRequests = list(offerRequest);

/** One offer as it was sent in. */
export type OfferRequest = {
  sellerExternalReference: string;
  gtin?: string;
  condition?: string;
  price?: { sellingPrice: number };
  stock?: { quantity: number };
};
