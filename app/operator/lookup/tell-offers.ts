import type { OfferCounts } from "@/lib/links/count-offers";
import type { Text } from "../../_text/text";

const states = ["waiting", "accepted", "declined", "withdrawn", "expired"] as const;

/** Invitations or hand-overs in words: how many are in each state that any is in. */
export function tellOffers(counts: OfferCounts, t: Text) {
  const some = states.filter((state) => counts[state] > 0);
  return some.map((state) => t.lookup.offers[state](counts[state])).join(", ") || t.lookup.facts.none;
}
