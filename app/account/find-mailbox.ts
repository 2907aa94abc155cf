import { env } from "@/lib/env";
import type { Text } from "../_text/text";

/** Where letters can be read in the demo; nothing in production. */
export function findMailbox(t: Text) {
  return env().MODE === "demo" ? { href: "/dev/mailbox", label: t.accounts.openMailbox } : undefined;
}
