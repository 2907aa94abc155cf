import type { DataSeller } from "./about-seller";
import { chanceFor } from "./chance";
import { moment } from "./moments";
import { listOrders } from "./orders";
import { flag, list, object, oneOf, pageOf, text, moment as time } from "./schema";

const states = ["ToTreat", "Treated", "Closed"] as const;

const fields = {
  discussionId: text,
  subject: text,
  orderReference: text,
  orderSellerId: text,
  salesChannelExternalReference: text,
  isOpen: flag,
  graduation: text,
  typologyCode: text,
  subTypologyCode: text,
  createdAt: time,
  updatedAt: time,
  status: oneOf(...states),
  customerId: text,
  sellerId: text,
  salesChannel: text,
};
export const discussionPage = pageOf(object(fields));
const message = object({ messageId: text, sender: oneOf("Customer", "Seller"), body: text, createdAt: time });
/** One of them, with what was written. */
export const discussion = object({ ...fields, messages: list(message) });

export type Discussion = ReturnType<typeof makeDiscussion>;

const subjects = [
  ["Where is my parcel?", "DELIVERY", "LATE"],
  ["The article is damaged", "PRODUCT", "DAMAGED"],
  ["A part is missing", "PRODUCT", "INCOMPLETE"],
  ["I would like to cancel", "ORDER", "CANCELLATION"],
  ["I need an invoice", "ORDER", "INVOICE"],
] as const;

/** What customers wrote about every ninth order or so, newest first; always the same. */
export function listDiscussions(seller: DataSeller): Discussion[] {
  return listOrders(seller)
    .filter((_, index) => chanceFor("talks", seller.sellerId, index).flag(0.12))
    .map((order) => makeDiscussion(seller, order));
}

function makeDiscussion({ sellerId }: DataSeller, order: ReturnType<typeof listOrders>[number]) {
  const chance = chanceFor("discussion", order.orderId);
  const [subject, typologyCode, subTypologyCode] = chance.pick(subjects);
  const isOpen = chance.flag(0.3);
  const createdAt = Date.parse(order.createdAt) + chance.int(2, 90) * 3_600_000;
  return {
    discussionId: chance.hex(24),
    subject,
    orderReference: order.reference,
    orderSellerId: order.orderId,
    salesChannelExternalReference: `CDIS-${order.reference}`,
    isOpen,
    graduation: chance.pick(["First", "Second", "Claim"]),
    typologyCode,
    subTypologyCode,
    createdAt: moment(createdAt),
    updatedAt: moment(createdAt + chance.int(1, 70) * 3_600_000),
    status: isOpen ? ("ToTreat" as const) : chance.pick(["Treated", "Closed"] as const),
    customerId: order.customer.reference,
    sellerId: String(sellerId),
    salesChannel: "CDISFR",
  };
}
