import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { crc32 } from "node:zlib";
import { env } from "./env";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `length` characters of base62 from the operating system's generator, without modulo bias. */
export function randomBase62(length: number) {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // 248 is the largest multiple of 62 that a byte holds.
      if (byte < 248 && text.length < length) text += base62[byte % 62];
    }
  }
  return text;
}

/** A new secret: `mps_test_` or `mps_live_`, 40 base62 characters, then the CRC-32 of all that as 6 base62. */
export function makeSecret(mode: "demo" | "production" = env().MODE) {
  const body = `mps_${mode === "demo" ? "test" : "live"}_${randomBase62(40)}`;
  return body + checksum(body);
}

/** The six base62 digits that end a secret, so that a scanner can tell a real one offline. */
export function checksum(body: string) {
  let rest = crc32(body);
  let digits = "";
  for (let i = 0; i < 6; i++) {
    digits = base62[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** What may be shown of a secret after the one time: its last four characters. */
export function secretHint(secret: string) {
  return secret.slice(-4);
}

/** HMAC-SHA-256 under the named pepper, or the newest. `undefined` when that pepper is no longer configured. */
export function hashSecret(secret: string, pepperId = env().SECRET_PEPPER[0]?.id) {
  const pepper = env().SECRET_PEPPER.find(({ id }) => id === pepperId);
  if (!pepper) return undefined;
  return { pepperId: pepper.id, hash: createHmac("sha256", pepper.key).update(secret).digest() };
}

/** Compares two digests in constant time; different lengths are unequal. */
export function sameDigest(a: Buffer, b: Buffer) {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A one-use token for a link, and the hash that is stored of it. */
export function makeLinkToken() {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** SHA-256: enough for 256 random bits, which cannot be guessed at any speed. */
export function hashToken(token: string) {
  return createHash("sha256").update(token).digest();
}

/** Encrypts with AES-256-GCM under the newest key of `KEYS`: `keyId.iv.tag.data`, base64url. */
export function seal(plain: string) {
  const [newest] = env().KEYS;
  if (!newest) throw new Error("KEYS is empty");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", newest.key, iv);
  const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [newest.id, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString("base64url"))].join(".");
}

/** Opens what `seal` made, under whichever configured key it names. Throws when it was changed. */
export function unseal(sealed: string) {
  const [id, iv = "", tag = "", data = ""] = sealed.split(".");
  const found = env().KEYS.find((key) => key.id === id);
  if (!found) throw new Error(`KEYS has no key ${id}`);
  const decipher = createDecipheriv("aes-256-gcm", found.key, Buffer.from(iv, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
}
