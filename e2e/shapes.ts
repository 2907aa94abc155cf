const shaping =
  /\s(class|role|type|open|hidden|lang|aria-current|aria-invalid|data-state|data-code)(?:="([^"]*)")?/g;
const naming = /\s(aria-label|aria-labelledby|alt|title|href|for|id|tabindex|checked)(?==|[\s/>])/g;
const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * The shapes a page is made of: each kind of element with what shapes it, inside which kind of element, and whether
 * it holds words. Pages that differ in their words or in how many rows they list have the same ones.
 */
export function shapesOf(html: string) {
  const shapes = new Set<string>();
  const open: string[] = [];
  const bare = html.replace(/<(script|style|noscript)\b.*?<\/\1>|<!--.*?-->/gs, "");
  for (const [, close, name = "", rest = "", words = ""] of bare.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>([^<]*)/g,
  )) {
    if (close) {
      const at = open.findLastIndex((one) => one.split(" ", 1)[0] === name);
      if (at >= 0) open.length = at;
      continue;
    }
    const shape = [...rest.matchAll(shaping)].map(([, key, value = ""]) => `${key}=${value}`).sort();
    const names = [...rest.matchAll(naming)].map(([, key]) => key).sort();
    const own = [name, ...shape, ...names].join(" ");
    shapes.add([open.at(-1) ?? "", own, words.trim() ? "words" : ""].join(">"));
    if (!empty.test(name) && !rest.endsWith("/")) open.push(own);
  }
  return shapes;
}
