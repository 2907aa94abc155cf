import { randomInt } from "node:crypto";
import { env } from "../env";
import { hashSecret, sameDigest } from "../secrets";

/** So often a wrong code may be typed; the database counts. */
export const domainCodeTries = 5;

/** Eight random digits: whoever asks for codes all year long does not come to guess one. */
export function makeDomainCode() {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

/** What is stored of a code. Keyed, because digits alone are guessed from any plain hash; bound to its proof. */
export function hashDomainCode(proofId: string, code: string, pepperId?: string) {
  const hashed = hashSecret(`${proofId} ${code}`, pepperId);
  if (!hashed) throw new Error("SECRET_PEPPER is empty");
  return hashed.hash;
}

/** The digest of a typed code under the pepper that the stored one was made with; under the newest where none fits. */
export function digestToCompare(proofId: string, code: string, stored: Buffer | null) {
  const digests = env().SECRET_PEPPER.map(({ id }) => hashDomainCode(proofId, code, id));
  return digests.find((digest) => stored && sameDigest(digest, stored)) ?? hashDomainCode(proofId, code);
}
