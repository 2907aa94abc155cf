import { type Answer, exchange } from "./exchange";
import type { Operation, Scenario } from "./operations";

/** One call of the Seller API, as it goes over the wire. */
export type Call = {
  sellerApiUrl: string;
  operation: Operation;
  token: string;
  sellerId: string;
  scenario: Scenario | "";
};

/** Calls the Seller API for one seller (RFC 6750 2.1). Nothing of the SellerId is repaired on the way. */
export function sendCall(
  { sellerApiUrl, operation, token, sellerId, scenario }: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, SellerId: sellerId };
  if (scenario) headers["x-scenario"] = scenario;
  return exchange({ method: operation.method, url: `${sellerApiUrl}${operation.path}`, headers }, signal);
}
