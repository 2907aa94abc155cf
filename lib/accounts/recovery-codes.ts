import { randomBytes } from "node:crypto";
import { hashToken } from "../secrets";
import { base32 } from "./totp";

const howMany = 10;

/**
 * Ten codes for the day the authenticator app is lost, and the hashes that are stored of them. Each holds 120 random
 * bits, so a plain hash keeps them: nobody guesses that at any speed.
 */
export function makeRecoveryCodes() {
  const codes = Array.from({ length: howMany }, () => group(base32(randomBytes(15)).toLowerCase()));
  return { codes, hashes: codes.map((code) => hashRecoveryCode(code)) };
}

/** The hash of a code as typed: dashes, blanks and capitals make no difference. */
export function hashRecoveryCode(typed: string) {
  return hashToken(typed.toLowerCase().replace(/[^a-z2-7]/g, ""));
}

const group = (code: string) => code.match(/.{4}/g)?.join("-") ?? code;
