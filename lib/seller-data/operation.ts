import type { Schema } from "./schema";

/** The parts that the marketplace groups its API into. */
export type Area = "seller" | "catalogue" | "products" | "offers" | "orders" | "discussions";
/** How a long answer is cut: not at all, by `pageIndex` and `pageSize`, or by `limit` and `cursor`. */
export type Paging = "none" | "pages" | "cursor";

/** One parameter of an operation, and which values it takes. */
export type Parameter = {
  name: string;
  in: "query" | "path" | "header";
  required?: true;
  schema: Schema;
  /** The words of a comma list are judged one by one. */
  isList?: true;
  example?: string;
};

/** What a call that changes something brings along: its shape, and one that works. */
export type Body = { schema: Schema; example: unknown };

/** One call of the Seller API: what it takes, what it asks of a token, and what a good answer holds. */
export type Operation = {
  id: string;
  method: "GET" | "POST" | "PATCH";
  /** Below the API's base address; `{name}` stands for a parameter in the path. */
  path: string;
  area: Area;
  /** What a token must hold of `resource_access`. */
  role: string;
  paging: Paging;
  parameters: readonly Parameter[];
  body?: Body;
  /** The status of success. */
  status: 200 | 201 | 202 | 204;
  /** Null where success says no more than its status. */
  answer: Schema | null;
};
