import { randomInt } from "node:crypto";
import { env } from "../env";
import { hashSecret, sameDigest } from "../secrets";

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
