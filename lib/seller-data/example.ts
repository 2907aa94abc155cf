import { type AnsweredSeller, answerOperation, kindsReadBy } from "./answer-operation";
import { writeAnswers } from "./answer-write";
import { type Change, Changes } from "./changes";
import type { Operation } from "./operation";
import { type OperationId, operations, type ReadId } from "./operations";
import type { Values } from "./read-parameters";
import type { WriteId } from "./writes";

/** One call as it could be made, and what it is answered. */
export type Example = {
  /** Parameter -> value, those in the path among them. */
  values: Values;
  body?: unknown;
  status: number;
  answer?: object;
  hasMore: boolean;
};

/** The open test seller, as far as an example needs it. */
const openSeller: AnsweredSeller = {
  sellerId: 98979,
  shopName: "Open test seller",
  contactEmail: "test-seller@example.org",
  createdAt: new Date("2024-03-04T09:00:00Z"),
};

const few: Record<string, string> = { pageIndex: "1", pageSize: "2", limit: "2" };
const byHand: Partial<Record<OperationId, Values>> = {
  "categories.list": { fields: "label,level,isActive" },
  "products.list": { fields: "title,categoryReference" },
  "orders.list": { status: "WaitingAcceptance,Accepted" },
  "discussions.list": { isOpen: "true" },
};
/** In an example every moment is the same, and so are the ids that a call would make. */
const exampleMoment = "2026-10-31T18:00:00Z";
const exampleKey = "0192f0c4a7b17c3e9d5a2b64";

/** An operation's example out of the made-up data of one seller account, an open test seller unless told. */
export function exampleOf(operation: Operation & { id: OperationId }, sellerId = 98979): Example {
  const seller = { ...openSeller, sellerId };
  const values = valuesFor(operation, seller);
  const body =
    operation.body && fillIn(operation.body.example, { ...values, ...idsOf(operation.id, seller) });
  if (isWrite(operation.id)) return writeExample(operation.id, operation.status, seller, values, body);
  const changes = new Changes(kindsReadBy(operation.id).includes("package") ? [workedPackage()] : []);
  const given = answerOperation(operation.id, seller, values, changes);
  const answer = "body" in given ? given.body : {};
  return { values, status: operation.status, answer, hasMore: "next" in given && Boolean(given.next) };
}

/** The operation of this id; undefined for any other word. */
export const findById = (id: string) => operations.find((operation) => operation.id === id);

const isWrite = (id: OperationId): id is WriteId => Object.hasOwn(writeAnswers, id);

function valuesFor({ id, parameters }: Operation & { id: OperationId }, seller: AnsweredSeller): Values {
  const known = idsOf(id, seller);
  const pairs = parameters.flatMap(({ name, in: where, required, example }) => {
    const value = where === "path" ? known[name] : (few[name] ?? (required && example));
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(pairs), ...byHand[id] };
}

/** An id that the account has and that fits the operation: only an order that waits can be approved. */
function idsOf(id: OperationId, seller: AnsweredSeller): Record<string, string> {
  const status: Partial<Record<OperationId, string>> = {
    "orders.approve": "WaitingAcceptance",
    "orders.ship": "Accepted",
  };
  const orders: Record<string, string> = status[id] ? { status: status[id] } : {};
  const open: Record<string, string> = id === "messages.send" ? { isOpen: "true" } : {};
  return {
    orderId: firstOf("orders.list", "orderId", seller, orders),
    discussionId: firstOf("discussions.list", "discussionId", seller, open),
    packageId: exampleKey,
  };
}

function firstOf(list: ReadId, field: string, seller: AnsweredSeller, wanted: Values) {
  for (const values of [wanted, {}]) {
    const given = answerOperation(list, seller, { ...values, pageSize: "1" });
    const { items = [] } = ("body" in given ? given.body : {}) as { items?: Record<string, unknown>[] };
    const [first] = items;
    if (first) return String(first[field]);
  }
  return exampleKey;
}

/** Puts ids into the places that a body's example leaves for them. */
function fillIn(example: unknown, ids: Values): unknown {
  return JSON.parse(JSON.stringify(example).replace(/\{(\w+)\}/g, (place, name) => ids[name] ?? place));
}

function writeExample(
  id: WriteId,
  status: number,
  seller: AnsweredSeller,
  values: Values,
  body: unknown,
): Example {
  const changes = new Changes([{ ...workedPackage("Created"), key: exampleKey }]);
  const given = writeAnswers[id].run(seller, values, body as never, changes);
  const made = "save" in given ? given.body : undefined;
  const answer = made && Object.fromEntries(Object.keys(made).map((name) => [name, exampleKey]));
  return { values, body, status, answer, hasMore: false };
}

function workedPackage(state: "Created" | "Processed" = "Processed"): Change {
  const data = {
    state,
    salesChannelId: "CDISFR",
    createdAt: exampleMoment,
    updatedAt: exampleMoment,
    requests: [{ sellerExternalReference: "SKU-0001" }, { sellerExternalReference: "SKU-0002" }],
    results: [
      { sellerExternalReference: "SKU-0001", status: "Accepted", reason: null },
      {
        sellerExternalReference: "SKU-0002",
        status: "Refused",
        reason: "A new offer needs gtin, price and stock.",
      },
    ],
  };
  return { kind: "package", key: exampleKey, version: 1, data };
}
