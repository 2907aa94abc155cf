import { createHmac, randomBytes } from "node:crypto";
import { now } from "../clock";

const prefix = "whsec_";

/** A new signing key as its receiver gets it: `whsec_` and 32 random bytes in base64. Shown once; kept sealed. */
export function makeWebhookKey() {
  return prefix + randomBytes(32).toString("base64");
}

/** One message to sign; the id stays the same over all tries, so that its receiver can tell a repeat. */
export type Message = { id: string; body: string };

/**
 * The three headers of Standard Webhooks 1.0 for one try at this time. While a key is being changed, both sign:
 * a receiver accepts a message when any signature fits.
 */
export function signWebhook({ id, body }: Message, keys: string[], at = now()) {
  // A full stop would let one id and time be read as another.
  if (!/^[\w-]+$/.test(id)) throw new Error("a webhook id has letters, digits, dashes and underscores only");
  if (keys.length === 0) throw new Error("a webhook needs a key");
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = keys.map(
    (key) => `v1,${createHmac("sha256", bytesOf(key)).update(`${id}.${timestamp}.${body}`).digest("base64")}`,
  );
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

function bytesOf(key: string) {
  const bytes = Buffer.from(key.startsWith(prefix) ? key.slice(prefix.length) : "", "base64");
  if (bytes.length < 24) throw new Error("a webhook key is whsec_ and at least 24 bytes in base64");
  return bytes;
}
