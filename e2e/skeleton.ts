import { createHash } from "node:crypto";

const shaping =
  /\s(class|role|type|open|hidden|lang|aria-current|aria-invalid|data-state|data-code)(?:="([^"]*)")?/g;
const naming = /\s(aria-[a-z]+|alt|title|href|for|id|tabindex|disabled|checked|data-ready)(?==|[\s/>])/g;
const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * What is the same for two pages that only differ in their words and in how many rows they list: the set of all
 * element paths with what shapes them. Pages with one skeleton need to be examined once.
 */
export function skeletonOf(html: string) {
  const paths = new Set<string>();
  const open: string[] = [];
  const bare = html.replace(/<(script|style|noscript)\b.*?<\/\1>|<!--.*?-->/gs, "");
  for (const [, close, name = "", rest = "", words = ""] of bare.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>([^<]*)/g,
  )) {
    if (close) {
      const at = open.findLastIndex((one) => one.split(/[\s>]/, 1)[0] === name);
      if (at >= 0) open.length = at;
      continue;
    }
    const shape = [...rest.matchAll(shaping)].map(([, key, value = ""]) => `${key}=${value}`).sort();
    const names = [...rest.matchAll(naming)].map(([, key]) => key).sort();
    const own = `${name} ${shape.join(" ")} ${names.join(" ")}`;
    paths.add([...open, own, words.trim() ? "words" : ""].join(">"));
    if (!empty.test(name) && !rest.endsWith("/")) open.push(own);
  }
  return createHash("sha256")
    .update([...paths].sort().join("\n"))
    .digest("hex")
    .slice(0, 24);
}
