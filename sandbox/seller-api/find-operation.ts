import type { Operation } from "@/lib/seller-data/operation";
import { type OperationId, operations } from "@/lib/seller-data/operations";
import type { Values } from "@/lib/seller-data/read-parameters";

export const prefix = "/seller/v2";

/** An operation that a path and a method name, with what stood in the path. */
export type Found = { operation: Operation & { id: OperationId }; inPath: Values };

const named = { GET: ["GET", "HEAD"], POST: ["POST"], PATCH: ["PATCH"] };
type Route = { operation: Found["operation"]; names: string[]; pattern: RegExp };

/** Paths that are written out go by a look into this map; most calls are for one of them. */
const written = new Map<string, Route[]>();
/** Paths in which something stands for an id. */
const open: Route[] = [];
for (const operation of operations) {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const path = `${prefix}${operation.path}`;
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, "([\\w-]{1,64})")}$`);
  const route = { operation, names, pattern };
  if (names.length > 0) open.push(route);
  else written.set(path, [...(written.get(path) ?? []), route]);
}

/** Which operation a call is for, which methods its path takes instead, or `null` for a path that nobody knows. */
export function findOperation(method: string, path: string): Found | { allow: string } | null {
  // What is written out goes first: `/orders/count` is no order.
  const fitting = written.get(path) ?? open.filter(({ pattern }) => pattern.test(path));
  if (fitting.length === 0) return null;
  const wanted = method === "HEAD" ? "GET" : method;
  const route = fitting.find(({ operation }) => operation.method === wanted);
  if (!route) return { allow: fitting.flatMap(({ operation }) => named[operation.method]).join(", ") };
  const [, ...values] = route.names.length > 0 ? (route.pattern.exec(path) ?? []) : [];
  const inPath = Object.fromEntries(route.names.map((name, index) => [name, values[index] ?? ""]));
  return { operation: route.operation, inPath };
}
