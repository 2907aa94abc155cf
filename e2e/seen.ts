import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sight } from "./examine";
import { shapesOf } from "./shapes";

/**
 * Whether this sight shows anything that no story of this run has had examined on the same page yet. All workers
 * share what was seen, in a file of `folder`.
 */
export function isNews({ url, html }: Sight, folder: string) {
  const page = pageOf(url);
  const path = join(folder, "examined.txt");
  mkdirSync(folder, { recursive: true });
  const seen = new Set(existsSync(path) ? readFileSync(path, "utf8").split("\n") : []);
  const news = [...shapesOf(html)]
    .map((shape) => createHash("sha256").update(`${page} ${shape}`).digest("base64url").slice(0, 16))
    .filter((hash) => !seen.has(hash));
  if (news.length > 0) appendFileSync(path, `${news.join("\n")}\n`);
  return news.length > 0;
}

/** The page behind an address, whatever its id or token: its plain words. */
export function pageOf(url: string) {
  const words = new URL(url).pathname.split("/").filter((word) => /^[a-z-]+$/.test(word));
  return words.join("-") || "home";
}
