import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { down as downEn } from "./en/down";
import { surprise as surpriseEn } from "./en/surprise";
import { down as downFr } from "./fr/down";
import { surprise as surpriseFr } from "./fr/surprise";
import { type Leaf, leavesOf, say } from "./leaves.testing";
import { texts } from "./texts";

const root = resolve(import.meta.dirname, "../..");
const en = leavesOf({ ...texts.en, down: downEn, surprise: surpriseEn });
const fr = leavesOf({ ...texts.fr, down: downFr, surprise: surpriseFr });
const french = new Map(fr.map((leaf) => [leaf.path, leaf]));

/** Not sentences: where a link leads, whom a flow is for, the address of a section. */
const isCode = ({ path }: Leaf) => /\.href$|^start\.flows\.\w+\.kind$|\.\d+\.id$/.test(path);
/** Words that are the same in both languages: names, and what the marketplace spells its own way. */
const shared = new Set([
  "E-mail",
  "Menu",
  "Collection",
  "Organisation",
  "Organisations",
  "Secret",
  "Secrets",
  "Verdict",
  "invitation",
  "Message",
  "Messages",
  "Webhook",
  "Webhooks",
]);
/** What is left when names, numbers and code are taken away. */
const wordsOf = (text: string) =>
  text.replace(/2026|SellerId|clientId|clientSecret|Postman|Node\.js|curl|\{\w+\}|\b(ms|min|s)\b/g, "");

describe("the catalogues", () => {
  it("have the same places in both languages", () => {
    expect(fr.map(({ path }) => path).sort()).toEqual(en.map(({ path }) => path).sort());
  });

  it("say it in French wherever they say something", () => {
    const same = en.filter((leaf) => {
      const other = french.get(leaf.path);
      if (!other || isCode(leaf) || shared.has(say(leaf))) return false;
      return say(leaf) === say(other) && /[a-z]{3}/i.test(wordsOf(say(leaf)));
    });
    expect(same.map((leaf) => `${leaf.path}: ${say(leaf)}`)).toEqual([]);
  });

  it("lead to the same places", () => {
    const wrong = en.filter((leaf) => isCode(leaf) && say(leaf) !== say(french.get(leaf.path) ?? leaf));
    expect(wrong).toEqual([]);
  });

  it("say the same facts", () => {
    const factsIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const wrong = en.filter((leaf) => {
      const other = french.get(leaf.path);
      if (!other) return false;
      const isMade = typeof leaf.value === "function";
      return (
        isMade !== (typeof other.value === "function") ||
        factsIn(say(leaf)).join() !== factsIn(say(other)).join() ||
        // A made-up fact in one sentence and not in the other was forgotten.
        (isMade && say(leaf, "8888").includes("8888") !== say(other, "8888").includes("8888"))
      );
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("leave nothing empty", () => {
    expect([...en, ...fr].filter((leaf) => say(leaf).trim() === "")).toEqual([]);
  });

  it("keep to one French word per idea", () => {
    // Each of these once stood beside the word that is used everywhere else.
    const strays = /\bplugins?\b(?!\))|\bmarketplace\b|\bli(é|er|ée|és|ées)\b|\bmails?\b(?<!e-mails?)/i;
    const wrong = fr.filter((leaf) => !isCode(leaf) && strays.test(say(leaf)));
    expect(wrong.map((leaf) => `${leaf.path}: ${say(leaf)}`)).toEqual([]);
  });

  it("keep to French typography", () => {
    const wrong = fr
      .filter((leaf) => !isCode(leaf))
      .map((leaf) => `${leaf.path}: ${say(leaf)}`)
      .filter((text) => / [;:?!»]|« |[a-zà-ÿ]'[a-zà-ÿ]|\.\.\./i.test(text.slice(text.indexOf(":") + 2)));
    expect(wrong).toEqual([]);
  });
});

describe("every sentence", () => {
  const files = ["app", "portal"].flatMap(function below(folder: string): string[] {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return /^app\/_text\/(en|fr)$/.test(path) ? [] : below(path);
      return /\.tsx?$/.test(entry.name) && !/\.(test|testing)\.tsx?$/.test(entry.name) ? [path] : [];
    });
  });
  const code = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  const named = new Set(code.match(/\w+/g));

  /** Whether something asks for a part of the table of this name by a code, as in `verdicts[code]`, or for all of it. */
  const isTable = (name: string) =>
    new RegExp(`\\b${name}\\b\\)?(\\?\\.)?\\[|Object\\.(entries|values)\\([\\w.]*\\b${name}\\)`).test(code);

  it("is asked for somewhere", () => {
    const isRead = ({ names }: Leaf) =>
      names.every(
        (name, index) =>
          named.has(name) ||
          code.includes(`"${name}"`) ||
          /^\d+$/.test(name) ||
          isTable(names[index - 1] ?? ""),
      );
    expect(en.filter((leaf) => !isRead(leaf)).map(({ path }) => path)).toEqual([]);
  });
});
