import { moment } from "./changes";
import type { Offer } from "./offers";
import type { OfferRequest } from "./packages";

/** Why an offer cannot be made or changed as it was sent in; null where it can. */
export function judgeOffer(request: OfferRequest, known: Offer | undefined): string | null {
  if (known) return null;
  const { gtin, price, stock } = request;
  return gtin && price && stock ? null : "A new offer needs gtin, price and stock.";
}

/** The offer that comes of a request: the known one with what is new about it, or a new one. */
export function toOffer(sellerId: number, request: OfferRequest, known: Offer | undefined): Offer {
  const {
    sellerExternalReference,
    gtin = known?.gtin ?? "",
    condition = known?.condition ?? "New",
  } = request;
  const quantity = request.stock?.quantity ?? known?.stock.quantity ?? 0;
  const sellingPrice = request.price?.sellingPrice ?? known?.price.sellingPrice ?? 0;
  return {
    offerId: known?.offerId ?? `${sellerId}_${gtin}_${condition}_CDISFR`,
    offerState: quantity > 0 ? "Active" : "Inactive",
    salesChannelId: "CDISFR",
    sellerId: String(sellerId),
    gtin,
    productTitle: known?.productTitle ?? `Article ${gtin}`,
    condition,
    sellerExternalReference,
    price: { sellingPrice, currencyCode: "EUR" },
    stock: { quantity, supplyMode: "Seller" },
    createdAt: known?.createdAt ?? moment(),
    updatedAt: moment(),
  };
}
