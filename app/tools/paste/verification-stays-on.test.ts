import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Leaf, leavesOf, say } from "../../_text/leaves.testing";
import { texts } from "../../_text/texts";
import { tlsTools } from "./tls-tools";

const root = resolve(import.meta.dirname, "../../..");

/** How each tool is told not to check certificates. */
const switchesOff = [
  /(?:^|[\s"'`(])-k(?=[\s"'`),.]|$)/,
  /--insecure/,
  /\bverify["']?\s*[=:]\s*false\b/i,
  /rejectUnauthorized["']?\s*[:=]\s*false/,
  /NODE_TLS_REJECT_UNAUTHORIZED/,
  /CURLOPT_SSL_VERIFY(?:PEER|HOST)/,
  /ServerCertificate(?:Custom)?ValidationCallback|DangerousAcceptAnyServerCertificate/,
  /\bCERT_NONE\b|check_hostname\s*=\s*False|_create_unverified_context/,
  /InsecureSkipVerify|TrustAll|NoopHostnameVerifier/,
  /strictSSL/,
  /(?:turn|switch)(?:ed)? off (?:the )?(?:SSL|TLS|certificate)/i,
];
const offends = (text: string) => switchesOff.find((pattern) => pattern.test(text));

/** Files that must know these words to find them in what others paste. */
const readers = new Set([
  "lib/paste/read-command.ts",
  "lib/paste/read-collection.ts",
  "lib/paste/mend-collection.ts",
]);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(?:tsx?|mjs|md)$/.test(entry.name) && !/\.(?:test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe("nobody is told to switch the checking of certificates off", () => {
  it.each(Object.entries(texts))("in no sentence (%s)", (_language, catalogue) => {
    const wrong = leavesOf(catalogue).filter((leaf: Leaf) => offends(say(leaf)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("in no file that makes pages, files and snippets, and by no call of ours", () => {
    const files = ["app", "lib", "db", "portal", "sandbox", "worker", "docs"].flatMap(filesBelow);
    expect(files.length).toBeGreaterThan(500);
    const wrong = [...files, "README.md"].filter(
      (file) => !readers.has(file) && offends(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("by no command for a company's own authority", () => {
    expect(Object.values(tlsTools).filter(({ command }) => offends(command))).toEqual([]);
  });

  it.each([
    "curl -k x",
    "curl --insecure",
    "verify=False",
    '"rejectUnauthorized": false',
    "CURLOPT_SSL_VERIFYPEER",
  ])("and %s would be found", (text) => expect(offends(text)).toBeDefined());
});
