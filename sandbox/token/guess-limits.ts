import { networkOf } from "@/lib/client-address";
import { env } from "@/lib/env";
import { takeMachineLimit } from "@/lib/tokens/take-machine-limit";

const perPair = { name: "token failures by client and address", max: 30, windowSeconds: 600 };
const perAddress = { name: "token failures by address", max: 300, windowSeconds: 600 };

/**
 * Counts a wrong pair of credentials. Resolves to the seconds to wait when there were too many, else to zero. Right
 * ones are never counted and never held up, so nobody can lock a client out by guessing.
 */
export async function countFailure(clientId: string, address: string): Promise<number> {
  if (env().LIMITS === "off") return 0;
  const network = networkOf(address);
  const [pair, all] = await Promise.all([
    takeMachineLimit(perPair, `${network} ${clientId}`),
    takeMachineLimit(perAddress, network),
  ]);
  if (pair.allowed && all.allowed) return 0;
  return Math.max(1, pair.retryAfterSeconds, all.retryAfterSeconds);
}
