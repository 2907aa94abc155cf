import { type OperationId, operations } from "./operations";

/** How often a tool makes a call in its daily work. */
export type Rhythm = "start" | "daily" | "hourly" | "minutes" | "need";

const rhythms: Record<OperationId, Rhythm> = {
  "sellers.get": "start",
  "sellers.addresses": "daily",
  "sellers.indicators": "daily",
  "sellers.subscriptions": "daily",
  "sellers.deliveryModes": "daily",
  "carriers.list": "daily",
  "categories.list": "daily",
  "categories.count": "need",
  "products.list": "need",
  "products.count": "need",
  "offers.list": "hourly",
  "orders.list": "minutes",
  "orders.count": "need",
  "orders.get": "need",
  "orders.approve": "need",
  "orders.ship": "need",
  "discussions.list": "minutes",
  "discussions.count": "need",
  "discussions.get": "need",
  "discussions.update": "need",
  "messages.send": "need",
  "offerPackages.list": "need",
  "offerPackages.get": "minutes",
  "offerPackages.results": "need",
  "offerPackages.create": "hourly",
  "offerPackages.fill": "hourly",
  "offerPackages.update": "hourly",
  "products.integrate": "need",
};

/** How often a call is worth making; more often brings nothing new. */
export const rhythmOf = (id: OperationId): Rhythm => rhythms[id];

/** The products that the marketplace groups its API into, as people choose them. */
export const areaNames = [
  "starter",
  "shop",
  "products",
  "offers",
  "orders",
  "discussions",
  "finance",
  "fulfilment",
] as const;
export type AreaName = (typeof areaNames)[number];
export const isAreaName = (text: string): text is AreaName => (areaNames as readonly string[]).includes(text);

const packages: OperationId[] = [
  "offerPackages.create",
  "offerPackages.fill",
  "offerPackages.update",
  "offerPackages.get",
  "offerPackages.results",
  "offerPackages.list",
];
const starter: OperationId[] = [
  "sellers.get",
  "sellers.addresses",
  "sellers.indicators",
  "sellers.subscriptions",
  "sellers.deliveryModes",
  "carriers.list",
];

const areas: Record<AreaName, { operations: readonly OperationId[]; elsewhere: readonly string[] }> = {
  starter: { operations: starter, elsewhere: [] },
  shop: {
    operations: operations.map(({ id }) => id),
    elsewhere: ["GET /sales-channel-configurations/{id}", "GET /reports"],
  },
  products: {
    operations: [
      "categories.list",
      "categories.count",
      "products.list",
      "products.count",
      "products.integrate",
    ],
    elsewhere: [
      "GET /categories/{categoryReference}",
      "GET /categories/{categoryReference}/properties",
      "GET /brands",
    ],
  },
  offers: { operations: ["offers.list", ...packages], elsewhere: [] },
  orders: {
    operations: [
      "orders.list",
      "orders.count",
      "orders.get",
      "orders.approve",
      "carriers.list",
      "orders.ship",
    ],
    elsewhere: [
      "GET /cancellation-reasons",
      "GET /order-cancellation-requests",
      "GET /order-commercial-gesture-requests",
    ],
  },
  discussions: {
    operations: [
      "discussions.list",
      "discussions.count",
      "discussions.get",
      "messages.send",
      "discussions.update",
    ],
    elsewhere: [],
  },
  finance: {
    operations: [],
    elsewhere: ["GET /operations", "GET /payments", "GET /invoices/{invoiceId}/documents", "GET /reports"],
  },
  fulfilment: {
    operations: [],
    elsewhere: ["GET /stocks", "GET /inbound-shipments", "GET /outbound-shipments", "GET /returns"],
  },
};

/** The operations of one area in the order of its work, and which routes of the marketplace's own are not played here. */
export const areaOf = (name: AreaName) => areas[name];

/** The areas in whose work a call is made, the one for everything left out. */
export const areasOf = (id: OperationId) =>
  areaNames.filter((name) => name !== "shop" && areas[name].operations.includes(id));

/** The operations of these areas in the registry's order; the starter's always, all of them where none is named. */
export function operationsOf(names: readonly AreaName[]) {
  if (names.length === 0) return operations;
  const wanted = new Set(["starter" as const, ...names].flatMap((name) => areas[name].operations));
  return operations.filter(({ id }) => wanted.has(id));
}

/** The areas that a comma list names, each once; words that name none are left out. */
export const readAreas = (list: string): AreaName[] =>
  areaNames.filter((name) => list.split(",").some((word) => word.trim() === name));
