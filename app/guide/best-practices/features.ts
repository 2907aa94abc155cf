import type { OperationId } from "@/lib/seller-data/operations";

/** What a tool may do for a seller, in the order of its day: the calls of each, and whether a complete tool has it. */
export const features = {
  connect: { calls: ["sellers.get"], essential: true },
  channels: { calls: ["sellers.subscriptions"], essential: true },
  readOrders: { calls: ["orders.list", "orders.get"], essential: true },
  acceptOrders: { calls: ["orders.approve"], essential: true },
  shipOrders: { calls: ["carriers.list", "orders.ship"], essential: true },
  sendOffers: {
    calls: ["offerPackages.create", "offerPackages.fill", "offerPackages.update"],
    essential: true,
  },
  offerResults: { calls: ["offerPackages.get", "offerPackages.results"], essential: true },
  compareOffers: { calls: ["offers.list"], essential: true },
  createProducts: { calls: ["categories.list", "products.list", "products.integrate"], essential: false },
  readMessages: { calls: ["discussions.list", "discussions.get"], essential: false },
  answerMessages: { calls: ["messages.send", "discussions.update"], essential: false },
  quality: { calls: ["sellers.indicators"], essential: false },
  totals: {
    calls: ["orders.count", "discussions.count", "categories.count", "products.count"],
    essential: false,
  },
} as const satisfies Record<string, { calls: readonly OperationId[]; essential: boolean }>;

export type Feature = keyof typeof features;
export const featureNames = Object.keys(features) as Feature[];

/** One line of a checklist: a task, its calls, and whether the tool has it, lacks it, or may do without. */
export type Task = {
  feature: Feature;
  calls: readonly OperationId[];
  state: "there" | "missing" | "optional";
};

/** Every task with its state for a tool that does these; words that name none are left out. */
export function listTasks(has: readonly string[]): Task[] {
  return featureNames.map((feature) => {
    const { calls, essential } = features[feature];
    return { feature, calls, state: has.includes(feature) ? "there" : essential ? "missing" : "optional" };
  });
}
