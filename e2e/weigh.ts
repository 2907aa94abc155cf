import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import next from "next/package.json" with { type: "json" };
import type { Opened } from "./watch";

/**
 * What every page of Next weighs before a line of ours: an app of one layout and one page with a single paragraph,
 * built with this very version, sends this many bytes of scripts (gzip, level 6; the polyfills for browsers without
 * modules are not sent to those with). Measure again with another version: build such an app, add up its scripts.
 */
const floor = { version: "16.4.5", bytes: 134_906 };
const budget = 10_240;

const weights = new Map<string, Promise<number>>();

/** The complaint about a document whose scripts weigh more than the framework and 10 kB; null when all is well. */
export async function weigh(request: APIRequestContext, { url, html, scripts }: Opened) {
  if (next.version !== floor.version) return `the floor was measured with Next ${floor.version}`;
  const named = [...((await html) ?? "").matchAll(/<script\b([^>]*)\ssrc="([^"]+)"([^>]*)>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, , src = ""]) => new URL(src, url).href);
  const isPolyfill = new Set(
    [...((await html) ?? "").matchAll(/<script\b[^>]*>/g)]
      .filter(([tag]) => /\bnomodule\b/i.test(tag))
      .map(([tag]) => new URL(/\ssrc="([^"]+)"/.exec(tag)?.[1] ?? "", url).href),
  );
  const all = [...new Set([...named, ...scripts])].filter((src) => !isPolyfill.has(src));
  const sizes = await Promise.all(all.map((src) => weightOf(request, src)));
  const own = sizes.reduce((sum, size) => sum + size, 0) - floor.bytes;
  if (all.length === 0 || own <= budget) return null;
  return `${new URL(url).pathname} sends ${own} bytes of scripts beyond the framework, more than ${budget}`;
}

function weightOf(request: APIRequestContext, src: string) {
  const weight =
    weights.get(src) ?? request.get(src).then(async (answer) => gzipSync(await answer.body(), { level: 6 }).length);
  weights.set(src, weight);
  return weight;
}
