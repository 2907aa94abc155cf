import type { DataSeller } from "./about-seller";
import { listCategories } from "./categories";
import { chanceFor } from "./chance";
import type { Changes } from "./changes";
import { listOffers } from "./offers";
import { aisleOf } from "./products";
import { itemsOf, object, text } from "./schema";

/** What is told of a product beside its code, where it is asked for. */
export const productFields = ["title", "categoryReference"] as const;
export const productList = itemsOf(
  object({ gtin: text, title: text, categoryReference: text }, [...productFields]),
);

/** A product sheet as a seller account finds it. */
export type Product = { gtin: string; title: string; categoryReference: string };

/** The categories that products lie in, by the aisle they belong to. */
function listPlaces() {
  const places = new Map<string, string[]>();
  for (const { level, label, categoryReference } of listCategories()) {
    const [aisle = ""] = label.split(":");
    if (level === 3) places.set(aisle, [...(places.get(aisle) ?? []), categoryReference]);
  }
  return places;
}

/** A category that a product can be sent in for. */
export const someCategory = listPlaces().get("Lighting")?.[0] ?? "";

export const isCategory = (reference: string) =>
  listCategories().some(({ categoryReference }) => categoryReference === reference);

/** The products behind an account's offers, then those it sent in; of one code the last word counts. */
export function productsAsChanged(seller: DataSeller, changes: Changes): Product[] {
  const places = listPlaces();
  const own = listOffers(seller).map(({ gtin, productTitle }) => ({
    gtin,
    title: productTitle,
    categoryReference: chanceFor("category of", gtin).pick(
      places.get(aisleOf(productTitle)) ?? [someCategory],
    ),
  }));
  const sent = changes.all("product").flatMap(([, { products }]) => products);
  const plain = sent.map(({ gtin, title, categoryReference }) => ({ gtin, title, categoryReference }));
  return [...new Map([...own, ...plain].map((one) => [one.gtin, one])).values()];
}
