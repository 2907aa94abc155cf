import { randomInt } from "node:crypto";
import type { Tx } from "@/db/client";
import { networkOf } from "../client-address";
import { env } from "../env";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import type { Refusal } from "../result";
import { hashSecret, sameDigest } from "../secrets";
import type { Actor } from "./actor";
import { tooMany } from "./too-many";

/** So often a wrong code may be typed for one claim. */
export const codeTries = 5;

/** Six random digits. */
export function makeClaimCode() {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What is stored of a code. Keyed, because six digits alone are guessed from any plain hash; bound to its claim. */
export function hashClaimCode(claimId: string, code: string) {
  const hashed = hashSecret(`${claimId} ${code}`);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  return hashed.hash;
}

/** Whether this is the code behind the hash; without a hash it works just as long, and says no. */
export function matchesClaimCode(claimId: string, code: string, codeHash: Buffer | null) {
  const digests = env().SECRET_PEPPER.map(({ id }) => hashSecret(`${claimId} ${code}`, id)?.hash);
  return codeHash !== null && digests.some((digest) => digest && sameDigest(digest, codeHash));
}

// Six digits are guessed in the end by whoever has claims, accounts and networks enough, so all of them together
// get so few wrong ones that it takes months.
const perPerson: Limit = { name: "claim-code-person", max: 10, windowSeconds: 3600 };
const perNetwork: Limit = { name: "claim-code-network", max: 20, windowSeconds: 3600 };
const overAll: Limit = { name: "claim-code", max: 300, windowSeconds: 3600 };

const countersOf = ({ personId, address }: Actor) => [
  { limit: perPerson, key: personId },
  { limit: perNetwork, key: networkOf(address) },
  { limit: overAll, key: "" },
];

/** The refusal of a code that is not even looked at, because there were too many wrong ones; else null. */
export async function judgeCodeTries(tx: Tx, actor: Actor): Promise<Refusal | null> {
  for (const { limit, key } of countersOf(actor)) {
    const room = await takeLimitIn(tx, limit, key, 0);
    if (!room.allowed) return tooMany(room.retryAfterSeconds);
  }
  return null;
}

/** Counts a wrong code against its person, its network and everybody. The last thing its transaction does. */
export async function countWrongCode(tx: Tx, actor: Actor) {
  for (const { limit, key } of countersOf(actor)) await takeLimitIn(tx, limit, key);
}
