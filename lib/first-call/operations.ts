/** One call of the Seller API that the tester can make. */
export type Operation = {
  id: OperationId;
  method: "GET";
  /** Below the Seller API's base address. */
  path: string;
  /** What a good answer holds: name of a field -> what its value is. */
  shape: Record<string, "integer" | "string">;
};

export const operationIds = ["sellers.get"] as const;
export type OperationId = (typeof operationIds)[number];

/** The calls on offer. Reads only: a first call changes nothing. */
export const operations: Record<OperationId, Operation> = {
  "sellers.get": {
    id: "sellers.get",
    method: "GET",
    path: "/sellers",
    shape: { seller_id: "integer", shop_name: "string" },
  },
};

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
