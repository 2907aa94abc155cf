import { randomUUID } from "node:crypto";

/**
 * A new UUID version 7 (RFC 9562 5.7): time-ordered, made here, unguessable in its last 74 bits. `atMs` is the
 * moment it carries.
 */
export function newId(atMs = Date.now()) {
  const time = atMs.toString(16).padStart(12, "0");
  // The random bits of a version 4 one, which Node draws from the operating system in bulk.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Whether a text from an address or a form has the shape of an id; anything else names nothing. */
export function isId(text: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
