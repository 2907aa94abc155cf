import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import type { Opened } from "./watch";

/**
 * What every page of Next weighs before a line of ours: an app of one layout and one page with a single paragraph,
 * built with this very version, sends this many bytes of scripts (gzip, level 6; browsers that know modules do not
 * take the polyfills). With another version: build such an app and add up its scripts anew.
 */
const floor = { version: "16.4.5", bytes: 134_906 };
const budget = 10_240;

const installed: string = createRequire(import.meta.url)("next/package.json").version;
const weights = new Map<string, Promise<number>>();

/** The complaint about a document whose scripts weigh more than the framework and 10 kB; null when all is well. */
export async function weigh(request: APIRequestContext, { url, html, scripts }: Opened) {
  if (installed !== floor.version)
    return `the floor was measured with Next ${floor.version}, not ${installed}`;
  const tags = [...((await html) ?? "").matchAll(/<script\b[^>]*\ssrc="([^"]+)"[^>]*>/g)];
  const named = (isModern: boolean) =>
    tags
      .filter(([tag]) => /\snomodule\b/i.test(tag) !== isModern)
      .map(([, src = ""]) => new URL(src, url).href);
  const all = new Set([...named(true), ...scripts]);
  for (const polyfill of named(false)) all.delete(polyfill);
  const sizes = await Promise.all([...all].map((src) => weightOf(request, src)));
  const own = sizes.reduce((sum, size) => sum + size, 0) - floor.bytes;
  if (own <= budget) return null;
  return `${new URL(url).pathname} sends ${own} bytes of scripts beyond the framework, more than ${budget}`;
}

function weightOf(request: APIRequestContext, src: string) {
  const known = weights.get(src);
  if (known) return known;
  const weight = request.get(src).then(async (answer) => gzipSync(await answer.body(), { level: 6 }).length);
  weights.set(src, weight);
  return weight;
}
