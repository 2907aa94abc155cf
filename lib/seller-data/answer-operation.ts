import {
  type DataSeller,
  listAddresses,
  listCarriers,
  listDeliveryModes,
  listIndicators,
  listSubscriptions,
} from "./about-seller";
import {
  describePackage,
  discussionsAsChanged,
  messagesOf,
  offersAsChanged,
  ordersAsChanged,
} from "./as-changed";
import { type Category, categoryFields, listCategories } from "./categories";
import { Changes, type Kind } from "./changes";
import { cutAfter, cutPage } from "./cut";
import { describeSeller } from "./describe-seller";
import type { ReadId } from "./operations";
import type { Order } from "./orders";
import { type Product, productFields, productsAsChanged } from "./product-list";
import type { Values } from "./read-parameters";
import { isAmong, isFlag, isFrom, isUpTo, sift, sortBy } from "./sift";

/** A seller account with what our own row knows of it. */
export type AnsweredSeller = DataSeller & { contactEmail: string; createdAt: Date };

/** A good answer, and which parameters lead to the next piece of it; or which one leads nowhere. */
export type OperationAnswer =
  | { body: object; next?: Record<string, string> | null }
  | { missing: true }
  | { wrong: string };

type Answer = (seller: AnsweredSeller, values: Values, changes: Changes) => OperationAnswer;

const answers: Record<ReadId, Answer> = {
  "sellers.get": (seller) => ({ body: describeSeller(seller) }),
  "sellers.addresses": (seller) => ({ body: listAddresses(seller) }),
  "sellers.indicators": (seller) => ({ body: listIndicators(seller) }),
  "sellers.subscriptions": (seller) => ({ body: listSubscriptions(seller) }),
  "sellers.deliveryModes": (seller) => ({ body: listDeliveryModes(seller) }),
  "carriers.list": () => ({ body: listCarriers() }),
  "categories.list": (_, values) => {
    const { items, ...more } = cutPage(sortBy(siftCategories(values), values), values);
    const fields = categoryFields.filter((field) => isAmong(field, values.fields ?? ""));
    return {
      ...more,
      body: { itemsPerPage: more.itemsPerPage, items: items.map((item) => pickFields(item, fields)) },
    };
  },
  "categories.count": (_, values) => ({ body: { count: siftCategories(values).length } }),
  "products.list": (seller, values, changes) => {
    const fields = productFields.filter((field) => isAmong(field, values.fields ?? ""));
    const found = siftProducts(seller, values, changes).map((one) => ({
      gtin: one.gtin,
      ...pick(one, fields),
    }));
    return cutList(found, values);
  },
  "products.count": (seller, values, changes) => ({
    body: { count: siftProducts(seller, values, changes).length },
  }),
  "offers.list": (seller, values, changes) => cutList(siftOffers(seller, values, changes), values),
  "orders.list": (seller, values, changes) =>
    paged(sortBy(siftOrders(seller, values, changes), values), values),
  "orders.count": (seller, values, changes) => ({
    body: { count: siftOrders(seller, values, changes).length },
  }),
  "orders.get": (seller, { orderId }, changes) =>
    orMissing(ordersAsChanged(seller, changes).find((one) => one.orderId === orderId)),
  "discussions.list": (seller, values, changes) =>
    paged(sortBy(siftDiscussions(seller, values, changes), values), values),
  "discussions.count": (seller, values, changes) => ({
    body: { count: siftDiscussions(seller, values, changes).length },
  }),
  "discussions.get": (seller, { discussionId }, changes) => {
    const one = discussionsAsChanged(seller, changes).find((other) => other.discussionId === discussionId);
    return orMissing(one && { ...one, messages: messagesOf(one, changes) });
  },
  "offerPackages.list": (_, values, changes) => {
    const made = changes.all("package").map(([id, one]) => describePackage(id, one));
    const { state, salesChannelId } = values;
    const asked = made.filter(
      (one) => (!state || one.state === state) && (!salesChannelId || one.salesChannelId === salesChannelId),
    );
    return cutList(asked, values);
  },
  "offerPackages.get": (_, { packageId = "" }, changes) => {
    const one = changes.of("package", packageId);
    return orMissing(one && describePackage(packageId, one));
  },
  "offerPackages.results": (_, values, changes) => {
    const one = changes.of("package", values.packageId ?? "");
    if (!one) return { missing: true };
    return cutList(one.results, values);
  },
};

/** Which changes an answer must know of. */
const reads: Partial<Record<ReadId, readonly Kind[]>> = {
  "products.list": ["product"],
  "products.count": ["product"],
  "offers.list": ["offer"],
  "orders.list": ["order"],
  "orders.count": ["order"],
  "orders.get": ["order"],
  "discussions.list": ["discussion"],
  "discussions.count": ["discussion"],
  "discussions.get": ["discussion"],
  "offerPackages.list": ["package"],
  "offerPackages.get": ["package"],
  "offerPackages.results": ["package"],
};
export const kindsReadBy = (id: ReadId) => reads[id] ?? [];

/** What a call that was let in is answered, out of data that is made up, the same each time, and as calls left it. */
export function answerOperation(
  id: ReadId,
  seller: AnsweredSeller,
  values: Values,
  changes = new Changes(),
): OperationAnswer {
  return answers[id](seller, values, changes);
}

function orMissing(body: object | undefined): OperationAnswer {
  return body ? { body } : { missing: true };
}

function cutList(list: object[], values: Values): OperationAnswer {
  const cut = cutAfter(list, values);
  return cut ? { body: { items: cut.items }, next: cut.next } : { wrong: "cursor" };
}

function paged<Item>(list: Item[], values: Values): OperationAnswer {
  const { next, ...body } = cutPage(list, values);
  return { body: { itemsPerPage: body.itemsPerPage, items: body.items }, next };
}

/** Without `fields` a category says no more than its reference. */
function pickFields(category: Category, fields: readonly (keyof Category)[]) {
  return { categoryReference: category.categoryReference, ...pick(category, fields) };
}

const pick = <Item extends object>(item: Item, fields: readonly (keyof Item)[]) =>
  Object.fromEntries(fields.map((field) => [field, item[field]]));

function siftCategories(values: Values) {
  return sift(listCategories(), values, {
    categoryReference: (one, word) => one.categoryReference === word,
    isActive: (one, word) => isFlag(one.isActive, word),
  });
}

function siftProducts(seller: AnsweredSeller, values: Values, changes: Changes): Product[] {
  return sift(productsAsChanged(seller, changes), values, {
    gtin: (one, word) => one.gtin === word,
    categoryReference: (one, word) => one.categoryReference === word,
  });
}

function siftOffers(seller: AnsweredSeller, values: Values, changes: Changes) {
  return sift(offersAsChanged(seller, changes), values, {
    salesChannelId: (one, word) => one.salesChannelId === word,
    offerIds: (one, words) => isAmong(one.offerId, words),
    offerStates: (one, words) => isAmong(one.offerState, words),
    gtins: (one, words) => isAmong(one.gtin, words),
    sellerExternalReferences: (one, words) => isAmong(one.sellerExternalReference, words),
    updatedAtMin: (one, bound) => isFrom(one.updatedAt, bound),
  });
}

function siftOrders(seller: AnsweredSeller, values: Values, changes: Changes): Order[] {
  return sift(ordersAsChanged(seller, changes), values, {
    status: (one, words) => isAmong(one.status, words),
    reference: (one, word) => one.reference === word,
    salesChannelId: (one, word) => one.salesChannel.id === word,
    businessOrder: (one, word) => isFlag(one.businessOrder, word),
    supplyMode: (one, word) => one.lines.some(({ offer }) => offer.supplyMode === word),
    shippingCountry: (one, word) => one.billingAddress.countryCode === word,
    createdAtMin: (one, bound) => isFrom(one.createdAt, bound),
    createdAtMax: (one, bound) => isUpTo(one.createdAt, bound),
    updatedAtMin: (one, bound) => isFrom(one.updatedAt, bound),
    updatedAtMax: (one, bound) => isUpTo(one.updatedAt, bound),
    shippedAtMin: (one, bound) => isFrom(one.shippedAt, bound),
    shippedAtMax: (one, bound) => isUpTo(one.shippedAt, bound),
  });
}

function siftDiscussions(seller: AnsweredSeller, values: Values, changes: Changes) {
  return sift(discussionsAsChanged(seller, changes), values, {
    isOpen: (one, word) => isFlag(one.isOpen, word),
    salesChannel: (one, word) => one.salesChannel === word,
  });
}
