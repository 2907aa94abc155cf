import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hold, release } from "./hold.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: object }} Entry */

const stamp = "node_modules/.installed-lock";

/** Brings node_modules in line with package-lock.json, where it is not. */
export async function install() {
  if (!isNeeded()) return;
  await step(
    "install",
    async () => {
      mkdirSync(".cache", { recursive: true });
      // A start and a test run of a fresh clone would otherwise empty the folder under each other.
      const lock = resolve(".cache/install.lock");
      while (hold(lock) !== null) await sleep(500);
      try {
        if (isNeeded()) await npmCi();
      } finally {
        release(lock);
      }
    },
    "installing packages, once",
  );
}

async function npmCi() {
  // No package runs anything of its own meanwhile: none here needs that, and one that was taken over could.
  const words = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const npm = findNpm();
  await run("npm ci", npm[0] ?? "npm", [...npm.slice(1), ...words], { NODE_ENV: undefined });
  writeFileSync(stamp, lockHash());
}

/** How npm is run: beside the running Node first, then nothing depends on PATH. */
export function findNpm() {
  const { npm_execpath: own } = process.env;
  if (own && /npm-cli\.c?js$/.test(own) && existsSync(own)) return [process.execPath, own];
  const beside = resolve(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return existsSync(beside) ? [process.execPath, beside] : ["npm"];
}

function isNeeded() {
  const wanted = readPackages("package-lock.json");
  if (!wanted) throw new Error("package-lock.json is missing or damaged");
  const there = readPackages("node_modules/.package-lock.json");
  if (!there) return true;
  const own = wanted[""]?.optionalDependencies ?? {};
  // An optional package may fail to install; it is asked for once per lock file, not at every start.
  const triedAll = existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash();
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === "") return false;
    const found = there[path];
    if (found && found.version === entry.version && existsSync(path)) return false;
    // Without a platform of its own it may belong to a package for another one, unless we ask for it ourselves.
    const isNamed = entry.os || entry.cpu || Object.hasOwn(own, path.replace("node_modules/", ""));
    if (entry.optional && !found) return !triedAll && isNamed && isForThisMachine(entry);
    return true;
  });
}

/** @param {Entry} entry */
function isForThisMachine({ os, cpu, libc }) {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? {}
  );
  const ownLibc = report.header?.glibcVersionRuntime ? "glibc" : "musl";
  return admits(os, process.platform) && admits(cpu, process.arch) && (!libc || libc.includes(ownLibc));
}

/** @param {string[] | undefined} list @param {string} mine */
function admits(list, mine) {
  if (!list) return true;
  if (list.includes(`!${mine}`)) return false;
  return list.includes(mine) || list.every((name) => name.startsWith("!"));
}

/** @param {string} path @returns {Record<string, Entry> | null} */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return null;
  }
}

function lockHash() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}
