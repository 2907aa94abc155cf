import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sight } from "./examine";
import { shapesOf } from "./shapes";

/** A sight that the examination after the stories will look at, and a story that brought it. */
export type Seen = Sight & { story: string; shapes: string[]; at: string };

const folderOf = (outputDir: string) => join(outputDir, "sights");

/**
 * Keeps a sight for the examination after all stories, unless one has been kept already that shows the same page in
 * the same shapes and words: ids, names and times that are made up for each run count as the same words.
 */
export function keepSight({ url, html }: Sight, story: string, outputDir: string) {
  const shapes = [`page ${pageOf(url)}`, ...shapesOf(html)].sort();
  const at = createHash("sha256")
    .update(JSON.stringify([shapes, wordsOf(html)]))
    .digest("hex")
    .slice(0, 24);
  mkdirSync(folderOf(outputDir), { recursive: true });
  const seen: Seen = { url, html, story, shapes, at };
  try {
    writeFileSync(join(folderOf(outputDir), `${at}.json`), JSON.stringify(seen), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Every sight that was kept, always in the same order. */
export function readSights(outputDir: string): Seen[] {
  mkdirSync(folderOf(outputDir), { recursive: true });
  return readdirSync(folderOf(outputDir))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folderOf(outputDir), file), "utf8")));
}

/** The page behind an address, whatever its id or token: its plain words. */
export function pageOf(url: string) {
  const words = new URL(url).pathname.split("/").filter((word) => /^[a-z-]+$/.test(word));
  return words.join("-") || "home";
}

/** What a page says, where whatever holds a digit is only as long as it is. */
function wordsOf(html: string) {
  const text = html.replace(/<(style|noscript)\b.*?<\/\1>|<!--.*?-->/gs, "").replace(/<[^>]*>/g, " ");
  return text
    .split(/\s+/)
    .map((word) => (/\d/.test(word) ? word.length : word))
    .join(" ");
}
