import { countedUpTo } from "@/lib/links/count-links";
import type { Text } from "./_text/text";
import { count } from "./_time";

/** A number of links in words: `987`, and `1,000+` where counting stopped. */
export function countOf(number: number, t: Text) {
  const words = count(number, t.language);
  return number >= countedUpTo ? t.linkedSellers.orMore(words) : words;
}
