import { addresses, carriers, deliveryModes, indicators, subscriptions } from "./about-seller";
import { categoryPage } from "./categories";
import { discussion, discussionPage } from "./discussions";
import { offerList, offerStates } from "./offers";
import type { Operation } from "./operation";
import { order, orderPage, orderStates } from "./orders";
import { offerPackage, packageList, packageStates, resultList } from "./packages";
import { bound, cursor, inPath, oneValue, pages, several, sorting, words, yesOrNo } from "./parameters";
import { productList } from "./product-list";
import { integer, object } from "./schema";
import { seller } from "./seller-schema";
import { type WriteId, writes } from "./writes";

const count = object({ count: integer });
const categoryFilter = [words("categoryReference"), yesOrNo("isActive")];
const productFilter = [words("gtin"), words("categoryReference")];
const orderFilter = [
  several("status", orderStates),
  words("reference"),
  words("salesChannelId"),
  yesOrNo("businessOrder"),
  words("supplyMode"),
  words("shippingCountry"),
  ...["created", "updated", "shipped"].flatMap((what) => [bound(`${what}AtMin`), bound(`${what}AtMax`)]),
];
const discussionFilter = [yesOrNo("isOpen"), words("salesChannel")];
const get = { method: "GET", paging: "none", parameters: [], status: 200 } as const;

/** The calls that only read. */
const reads = [
  { ...get, id: "sellers.get", path: "/sellers", area: "seller", role: "SELLERS_GET", answer: seller },
  {
    ...get,
    id: "sellers.addresses",
    path: "/sellers/addresses",
    area: "seller",
    role: "SELLERS_GET",
    answer: addresses,
  },
  {
    ...get,
    id: "sellers.indicators",
    path: "/sellers/indicators",
    area: "seller",
    role: "SELLERS_GET",
    answer: indicators,
  },
  {
    ...get,
    id: "sellers.subscriptions",
    path: "/sellers/subscriptions",
    area: "seller",
    role: "SELLERS_GET",
    answer: subscriptions,
  },
  {
    ...get,
    id: "sellers.deliveryModes",
    path: "/sellers/delivery-modes",
    area: "seller",
    role: "SELLERS_GET",
    answer: deliveryModes,
  },
  { ...get, id: "carriers.list", path: "/carriers", area: "seller", role: "CARRIERS_GET", answer: carriers },
  {
    ...get,
    id: "categories.list",
    path: "/categories",
    area: "catalogue",
    role: "CATEGORIES_GET",
    paging: "pages",
    parameters: [
      ...pages,
      ...categoryFilter,
      ...sorting(["categoryReference", "label", "level"]),
      several("fields"),
    ],
    answer: categoryPage,
  },
  {
    ...get,
    id: "categories.count",
    path: "/categories/count",
    area: "catalogue",
    role: "CATEGORIES_GET",
    parameters: categoryFilter,
    answer: count,
  },
  {
    ...get,
    id: "products.list",
    path: "/products",
    area: "products",
    role: "PRODUCTS_GET",
    paging: "cursor",
    parameters: [...productFilter, ...cursor, several("fields")],
    answer: productList,
  },
  {
    ...get,
    id: "products.count",
    path: "/products/count",
    area: "products",
    role: "PRODUCTS_GET",
    parameters: productFilter,
    answer: count,
  },
  {
    ...get,
    id: "offers.list",
    path: "/offers",
    area: "offers",
    role: "OFFERS_GET",
    paging: "cursor",
    parameters: [
      oneValue("salesChannelId", ["CDISFR"], { required: true, example: "CDISFR" }),
      ...cursor,
      several("offerIds"),
      several("offerStates", offerStates),
      several("gtins"),
      several("sellerExternalReferences"),
      bound("updatedAtMin"),
    ],
    answer: offerList,
  },
  {
    ...get,
    id: "orders.list",
    path: "/orders",
    area: "orders",
    role: "ORDERS_GET",
    paging: "pages",
    parameters: [...pages, ...orderFilter, ...sorting(["createdAt", "updatedAt", "purchasedAt"])],
    answer: orderPage,
  },
  {
    ...get,
    id: "orders.count",
    path: "/orders/count",
    area: "orders",
    role: "ORDERS_GET",
    parameters: orderFilter,
    answer: count,
  },
  {
    ...get,
    id: "orders.get",
    path: "/orders/{orderId}",
    area: "orders",
    role: "ORDERS_GET",
    parameters: [inPath("orderId")],
    answer: order,
  },
  {
    ...get,
    id: "discussions.list",
    path: "/discussions",
    area: "discussions",
    role: "DISCUSSIONS_GET",
    paging: "pages",
    parameters: [...pages, ...discussionFilter, ...sorting(["createdAt", "updatedAt"])],
    answer: discussionPage,
  },
  {
    ...get,
    id: "discussions.count",
    path: "/discussions/count",
    area: "discussions",
    role: "DISCUSSIONS_GET",
    parameters: discussionFilter,
    answer: count,
  },
  {
    ...get,
    id: "discussions.get",
    path: "/discussions/{discussionId}",
    area: "discussions",
    role: "DISCUSSIONS_GET",
    parameters: [inPath("discussionId")],
    answer: discussion,
  },
  {
    ...get,
    id: "offerPackages.list",
    path: "/offer-packages",
    area: "offers",
    role: "OFFER-PACKAGES_GET",
    paging: "cursor",
    parameters: [...cursor, oneValue("state", packageStates), words("salesChannelId")],
    answer: packageList,
  },
  {
    ...get,
    id: "offerPackages.get",
    path: "/offer-packages/{packageId}",
    area: "offers",
    role: "OFFER-PACKAGES_GET",
    parameters: [inPath("packageId")],
    answer: offerPackage,
  },
  {
    ...get,
    id: "offerPackages.results",
    path: "/offer-packages/{packageId}/offer-requests-results",
    area: "offers",
    role: "OFFER-PACKAGES_GET",
    paging: "cursor",
    parameters: [inPath("packageId"), ...cursor],
    answer: resultList,
  },
] as const satisfies readonly Operation[];

/**
 * Every call that the Seller API answers: the one list from which its routes, the judging of parameters and bodies, and
 * its description are made.
 */
export const operations: readonly (Operation & { id: OperationId })[] = [...reads, ...writes];

export type ReadId = (typeof reads)[number]["id"];
export type OperationId = ReadId | WriteId;
