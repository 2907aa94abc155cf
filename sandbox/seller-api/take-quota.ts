import type { Caller } from "@/lib/tokens/find-caller";
import { takeMachineLimit } from "@/lib/tokens/take-machine-limit";

const windowSeconds = 60;
const perClient = { name: "open test seller by client", max: 10, windowSeconds };
const perSeller = { name: "open test seller", max: 60, windowSeconds };

/** What is left of a quota, as headers, and the seconds to wait when nothing is. */
export type Quota = { headers: Record<string, string>; retryAfterSeconds: number | null };

/**
 * Takes one call from the quota of an open test seller: 10 a minute per client and seller, 60 a minute per seller
 * over all clients; the portal's own starter client is held to the latter only. In force whatever `LIMITS` says.
 */
export async function takeQuota(caller: Caller, sellerId: number): Promise<Quota> {
  const all = String(sellerId);
  if (caller.isStarter) return tell(perSeller.max, await takeMachineLimit(perSeller, all));
  // Asked first, so that a call the full seller refuses anyway is not taken from the client's own quota.
  const room = await takeMachineLimit(perSeller, all, 0);
  if (!room.allowed) return tell(perClient.max, room);
  const own = await takeMachineLimit(perClient, `${caller.clientRowId} ${sellerId}`);
  if (!own.allowed) return tell(perClient.max, own);
  const shared = await takeMachineLimit(perSeller, all);
  if (!shared.allowed) return tell(perClient.max, shared);
  return tell(perClient.max, own.left <= shared.left ? own : shared);
}

/** The fields of the IETF draft "RateLimit header fields for HTTP". */
function tell(max: number, taken: { allowed: boolean; left: number; retryAfterSeconds: number }): Quota {
  const seconds = taken.allowed ? windowSeconds : taken.retryAfterSeconds;
  return {
    headers: {
      RateLimit: `"seller";r=${taken.allowed ? taken.left : 0};t=${seconds}`,
      "RateLimit-Policy": `"seller";q=${max};w=${windowSeconds}`,
    },
    retryAfterSeconds: taken.allowed ? null : taken.retryAfterSeconds,
  };
}
