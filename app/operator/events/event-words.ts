import type { FoundEventView } from "@/lib/audit/find-events";
import type { Text } from "../../_text/text";

/** An event in words; its code where there are none, or where its data is not as the words expect it. */
export function eventWords({ type, data }: Pick<FoundEventView, "type" | "data">, t: Text): string {
  const words: Record<string, (data: FoundEventView["data"]) => string> = t.clients.activity.events;
  try {
    return Object.hasOwn(words, type) ? (words[type]?.(data) ?? type) : type;
  } catch {
    return type;
  }
}
