import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What the product's source never holds, and the few files that may, each for its reason. */
const banned: { what: string; pattern: RegExp; but?: Record<string, string> }[] = [
  { what: "code made at run time", pattern: /\beval\(|new Function\b|node:vm\b|setTimeout\(\s*["'`]/ },
  {
    what: "markup that React does not escape",
    pattern: /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/,
    but: { "app/api-credentials/page.tsx": "a constant script of ours, under the page's nonce" },
  },
  {
    what: "other programs started",
    pattern: /child_process/,
    but: {
      "db/embedded.ts": "the embedded database, by a path of a package",
      "db/embedded/choose-account.ts": "the account it runs as; no word of a request",
      "db/embedded/make-cluster.ts": "its initdb; no word of a request",
      "db/embedded/stop-left-over.ts": "what an earlier start left running",
    },
  },
  {
    what: "SQL put together from text",
    pattern: /\bsql\.raw\(|\.unsafe\(/,
    but: {
      "db/apply-migrations.ts": "the statements of our own migrations, and the tables they name",
      "db/backup/list-tables.ts": "names of our own tables",
      "db/backup/restore-backup.ts": "names of our own tables",
      "db/make-logins.ts": "roles and passwords made here",
      "lib/privacy/export-data.ts": "names of our own tables and columns",
      "worker/find-expiring.ts": "constants of the same file",
      "worker/read-link-news.ts": "constants of the same file",
    },
  },
  {
    what: "weak hashes",
    pattern: /createH(?:ash|mac)\(\s*["'](?:md5|sha1)\b/i,
    but: { "lib/accounts/totp.ts": "HMAC-SHA-1 of RFC 6238, the one that authenticator apps know" },
  },
  { what: "ciphers but AES-GCM", pattern: /createCipheriv\(\s*["'](?!aes-256-gcm)/ },
  { what: "TLS unchecked", pattern: /rejectUnauthorized:(?!\s*true\b)|NODE_TLS_REJECT_UNAUTHORIZED/ },
  {
    what: "chance that can be guessed",
    pattern: /Math\.random/,
    but: {
      "db/apply-migrations.ts": "pauses between tries for a lock",
      "db/client.ts": "pauses between tries to connect",
      "lib/webhooks/back-off.ts": "pauses between deliveries",
    },
  },
  {
    what: "patterns made at run time",
    pattern: /new RegExp\(/,
    but: {
      "lib/directory/find-name-fault.ts": "pieces of the same file",
      "lib/paste/hosts.ts": "pieces of the same file",
      "lib/paste/mask-paste.ts": "pieces of the same file",
      "lib/paste/mend-collection.ts": "a host that was found by its letters, with its dots escaped",
      "lib/paste/replace-request.ts": "paths of our own list",
      "lib/portal-api/routes.ts": "paths of our own list",
      "lib/seller-data/check-body.ts": "patterns of our own schema",
      "sandbox/seller-api/find-operation.ts": "paths of our own list",
    },
  },
  {
    what: "words of a log put together, or printed past it",
    pattern: /\blog\.(?:info|warn|error|debug)\([^;]*`|\bconsole\.|\bformat\(["'`]/,
    but: { "lib/collections/snippets/javascript.ts": "a line of somebody else's program" },
  },
  { what: "words between windows", pattern: /\bpostMessage\b|addEventListener\(\s*["'`]message/ },
  {
    what: "objects that take what they do not name",
    pattern: /\bz\.(?:object|looseObject)\(|\.passthrough\(|\.loose\(/,
    but: {
      "lib/directory/desk-input.ts": "an address, in which nothing is refused; the rest is dropped",
      "lib/directory/input.ts": "an address, in which nothing is refused; the rest is dropped",
      "lib/env.ts": "the environment, which holds what is none of ours; the rest is dropped",
      "lib/first-call/input.ts": "a part that a strict object is made of",
    },
  },
  {
    what: "storage in the browser",
    pattern: /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie/,
  },
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|testing)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** A file's code, without its comments. */
const read = (file: string) =>
  readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

const files = ["app", "lib", "db", "portal", "sandbox", "worker"].flatMap(sources);

it.each(banned)("the product holds no $what", ({ pattern, but = {} }) => {
  expect(files.filter((file) => pattern.test(read(file))).sort()).toEqual(Object.keys(but).sort());
});

it("reads the files at all", () => expect(files.length).toBeGreaterThan(500));
