import { type Answer, exchange } from "./exchange";
import type { Operation, Scenario } from "./operations";
import type { Target } from "./prepare-call";

/** One call of the Seller API, as it goes over the wire. */
export type Call = {
  sellerApiUrl: string;
  operation: Operation;
  /** The operation with its parameters filled in; without any where it is missing. */
  target?: Target;
  token: string;
  sellerId: string;
  scenario: Scenario | "";
};

/** Calls the Seller API for one seller (RFC 6750 2.1). Nothing of the SellerId is repaired on the way. */
export function sendCall(
  { sellerApiUrl, operation, target, token, sellerId, scenario }: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const own = { authorization: `Bearer ${token}`, SellerId: sellerId };
  const headers: Record<string, string> = { ...target?.headers, ...own };
  if (scenario) headers["x-scenario"] = scenario;
  const { method, path, body } = target ?? { ...operation, body: undefined };
  return exchange({ method, url: `${sellerApiUrl}${path}`, headers, body }, signal);
}
