import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Every file of the product that reaches out over a network, besides the database's driver; and whom it reaches. */
const callers: Record<string, string> = {
  "lib/collections/snippets/javascript.ts": "nobody: it writes what somebody else's program will do",
  "lib/directory/resolve-record.ts": "name servers, for the record that proves a domain",
  "lib/first-call/exchange.ts": "the two addresses of the configuration",
  "lib/first-call/reach-hosts.ts": "the two addresses of the configuration",
  "lib/paste/look-at-tls.ts": "the two addresses of the configuration, never a pasted one",
  "lib/webhooks/post-guarded.ts": "addresses that people typed, through the guard",
  "lib/webhooks/resolve-host.ts": "name servers, for the guard",
  "worker/deliver-mails.ts": "the mail server of the configuration",
};

/** What one may take from these modules without reaching anybody. */
const quiet = new Set(
  "createServer isIP isIPv4 isIPv6 BlockList STATUS_CODES Server IncomingMessage ServerResponse".split(" "),
);
const modules = "(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns/promises)|undici|nodemailer";
const imported = new RegExp(`import\\s+(?!type\\s)([^"';]*?)\\s+from\\s+["'](?:${modules})["']`, "g");
const elsewise = new RegExp(
  `(?:import|require)\\(\\s*["'](?:${modules})["']|\\bfetch\\(|createRemoteJWKSet|new WebSocket`,
);

function callsOut(text: string) {
  if (elsewise.test(text)) return true;
  return [...text.matchAll(imported)].some(([, names = ""]) => {
    const list = /^\{([^}]*)\}$/.exec(names)?.[1];
    if (list === undefined) return true;
    const taken = list.split(",").map((name) => name.trim());
    return taken.some((name) => name && !name.startsWith("type ") && !quiet.has(name.split(" ")[0] ?? ""));
  });
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/[.-]?(test|testing)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

it("only these files call anybody, so that no typed address gets past the guard", () => {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const product = ["app", "lib", "db", "portal", "sandbox", "worker"].flatMap(sources);
  // What a browser fetches starts in the browser, not here.
  const ours = product.filter((file) => !/^["']use client["']/m.test(read(file)));
  expect(ours.filter((file) => callsOut(read(file))).sort()).toEqual(Object.keys(callers).sort());
});

it.each([
  [`import { request } from "node:http";`, true],
  [`import { createServer, request as ask } from "https";`, true],
  [`import { createServer, type Socket } from "node:net";`, false],
  [`import {\n  connect,\n} from "node:tls";`, true],
  [`import http from "node:http";`, true],
  [`import * as net from "node:net";`, true],
  [`import type { IncomingMessage } from "node:http";`, false],
  [`const { get } = await import("node:https");`, true],
  [`await fetch(url);`, true],
  [`prefetch(url); // http`, false],
])("%j calls out: %s", (text, expected) => expect(callsOut(text)).toBe(expected));
