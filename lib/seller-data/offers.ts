import type { DataSeller } from "./about-seller";
import { chanceFor } from "./chance";
import { lastMoment, moment } from "./moments";
import { makeProduct } from "./products";
import { integer, itemsOf, number, object, oneOf, text, moment as time } from "./schema";

export const offerStates = ["Active", "Inactive"] as const;

export const offerList = itemsOf(
  object({
    offerId: text,
    offerState: oneOf(...offerStates),
    salesChannelId: text,
    sellerId: text,
    gtin: text,
    productTitle: text,
    condition: text,
    sellerExternalReference: text,
    price: object({ sellingPrice: number, currencyCode: text }),
    stock: object({ quantity: integer, supplyMode: text }),
    createdAt: time,
    updatedAt: time,
  }),
);

export type Offer = ReturnType<typeof makeOffer>;

const kept = new Map<number, Offer[]>();

/** All offers of a seller account, by their number; always the same. */
export function listOffers({ sellerId }: DataSeller): Offer[] {
  const known = kept.get(sellerId);
  if (known) return known;
  const count = sellerId % 50 === 37 ? 0 : chanceFor("offer count", sellerId).int(1_150, 2_600);
  const offers = Array.from({ length: count }, (_, index) => makeOffer(sellerId, index));
  if (kept.size >= 50) kept.delete(kept.keys().next().value ?? 0);
  kept.set(sellerId, offers);
  return offers;
}

function makeOffer(sellerId: number, index: number) {
  const product = makeProduct(sellerId, index);
  const chance = chanceFor("offer", sellerId, index);
  const updatedAt = lastMoment - chance.int(0, 90 * 1440) * 60_000;
  return {
    offerId: product.offerId,
    offerState: product.stock === 0 || chance.flag(0.05) ? ("Inactive" as const) : ("Active" as const),
    salesChannelId: "CDISFR",
    sellerId: String(sellerId),
    gtin: product.gtin,
    productTitle: product.title,
    condition: "New",
    sellerExternalReference: product.sellerProductId,
    price: { sellingPrice: product.priceCents / 100, currencyCode: "EUR" },
    stock: { quantity: product.stock, supplyMode: "Seller" },
    createdAt: moment(updatedAt - chance.int(1, 400) * 86_400_000),
    updatedAt: moment(updatedAt),
  };
}
