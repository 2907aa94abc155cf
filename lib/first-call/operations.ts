import type { Operation } from "../seller-data/operation";
import { type OperationId, operations as registry } from "../seller-data/operations";

export type { Operation, OperationId };

/** The calls on offer, by id: those of the registry. */
export const operations = Object.fromEntries(
  registry.map((operation) => [operation.id, operation]),
) as unknown as Record<OperationId, Operation & { id: OperationId }>;

export const operationIds = registry.map(({ id }) => id) as [OperationId, ...OperationId[]];

/** The open test seller: every client may read it, within a shared quota. */
export const openSellerId = "98979";

/** Faults the sandbox can play on request (`x-scenario`). */
export const scenarios = [
  "timeout",
  "slow",
  "500",
  "502",
  "html",
  "bad-json",
  "empty",
  "redirect",
  "429",
] as const;
export type Scenario = (typeof scenarios)[number];
