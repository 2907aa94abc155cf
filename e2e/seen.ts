import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sight } from "./examine";
import { shapesOf } from "./shapes";

/**
 * Whether this sight shows a page, or on whatever page a kind of element, that no story of this run has had examined
 * yet: what a piece looks like does not depend on the page it stands on. All workers share what was seen, in a file of
 * `folder`.
 */
export function isNews({ url, html }: Sight, folder: string) {
  const path = join(folder, "examined.txt");
  mkdirSync(folder, { recursive: true });
  const seen = new Set(existsSync(path) ? readFileSync(path, "utf8").split("\n") : []);
  const news = [`page ${pageOf(url)}`, ...shapesOf(html)]
    .map((shape) => createHash("sha256").update(shape).digest("base64url").slice(0, 16))
    .filter((hash) => !seen.has(hash));
  if (news.length > 0) appendFileSync(path, `${news.join("\n")}\n`);
  return news.length > 0;
}

/** The page behind an address, whatever its id or token: its plain words. */
export function pageOf(url: string) {
  const words = new URL(url).pathname.split("/").filter((word) => /^[a-z-]+$/.test(word));
  return words.join("-") || "home";
}
