import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { now } from "../clock";

/** Each code of an authenticator app counts for so long. */
export const stepSeconds = 30;
const digits = 6;
/** Clocks of telephones are this many steps off, at most. */
const drift = 1;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new key for an authenticator app: 160 random bits, as RFC 4226 recommends. */
export function makeTotpKey() {
  return randomBytes(20);
}

/** The code of one counter value (RFC 4226): HMAC-SHA-1, which is what every app speaks. */
export function hotp(key: Buffer, counter: number, length = digits) {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac("sha1", key).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/** Which step of thirty seconds a moment belongs to (RFC 6238). */
export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / stepSeconds);

/**
 * The step whose code this is: the present one, or a neighbour of it. Steps up to `lastStep` were used, and no code
 * counts twice. Null where none fits.
 */
export function findStep(key: Buffer, code: string, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const present = stepAt(now());
  let found: number | null = null;
  // All of them are always compared, so that the time taken does not tell which one it was.
  for (let step = present - drift; step <= present + drift; step++) {
    const fits = timingSafeEqual(Buffer.from(hotp(key, step)), Buffer.from(code));
    if (fits && step > lastStep) found = step;
  }
  return found;
}

/** Bytes as base32 (RFC 4648) without padding, which is how apps take a key that is typed. */
export function base32(bytes: Buffer) {
  let [text, bits, value] = ["", 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** The address that an authenticator app reads out of a QR code. */
export function totpAddress(key: Buffer, issuer: string, account: string) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}`;
}
