import { randomBytes } from "node:crypto";

/**
 * A new UUID version 7 (RFC 9562 5.7): time-ordered, made here, unguessable in its last 74 bits. `atMs` is the
 * moment it carries.
 */
export function newId(atMs = Date.now()) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Whether a text from an address or a form has the shape of an id; anything else names nothing. */
export function isId(text: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
