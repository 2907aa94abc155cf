import { checksum } from "../secrets";
import type { Facts } from "./step";

/**
 * What anybody may be told about the values they typed themselves: a stray space at an end, fields exchanged, a
 * damaged copy, a value encoded for an address, or the hint of a secret in its place. Reads no table.
 */
export function lookAtValues({ clientId, clientSecret }: { clientId: string; clientSecret: string }): Facts {
  if (clientSecret !== clientSecret.trim()) return { secretLooks: "stray_space" };
  if (looksLikeSecret(clientId) && !looksLikeSecret(clientSecret)) return { secretLooks: "swapped" };
  const made = /^(mps_(?:test|live)_.*)(.{6})$/s.exec(clientSecret);
  if (made) return checksum(made[1] ?? "") === made[2] ? {} : { secretLooks: "damaged" };
  if (decoded(clientSecret) !== clientSecret) return { secretLooks: "encoded" };
  return isMasked(clientSecret) || clientSecret.length <= 4 ? { secretLooks: "hint" } : {};
}

/** Ours, a UUID, or 32 letters and digits of both cases: what token endpoints of this kind give out. */
function looksLikeSecret(text: string) {
  if (/^mps_(test|live)_/.test(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    return true;
  return /^[0-9A-Za-z]{32,}$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

/** The last characters of a secret, where that is all there is: after dots or stars, or alone. */
export function hintOf(text: string) {
  return text.trim().replace(/^.*[•*…. ]/s, "");
}

/** The value with its percent signs decoded once; itself where there are none, or none that can be decoded. */
export function decoded(text: string) {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

const isMasked = (text: string) => /^[•*…]+|[•*…]+$/.test(text);
