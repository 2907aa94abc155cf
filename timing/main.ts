import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Product } from "@/chaos/product";
import { type Found, measure } from "./measure";
import { makePairs } from "./pairs";

const usage = "npm run timing -- [--count=300] [--only=<part of a name>]   tells known from unknown by time";
const goal = 0.55;
const floor = 0.6;

/**
 * Asks a product of its own about what is there and what is not, and says whether anybody could tell the two apart: by
 * the words of the answer, or by its time. False where the words differ, or the area passes the floor.
 */
export async function timing(words: string[]): Promise<boolean> {
  const read = readWords(words);
  if (!read) {
    console.error(usage);
    return false;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "portal-timing-"));
  const product = new Product(dataDir, {
    DATA_DIR: dataDir,
    MODE: "demo",
    LIMITS: "off",
    LOG_LEVEL: "error",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  try {
    console.log("starting a product of its own ...");
    await product.start();
    const { portalUrl: portal, sandboxUrl: sandbox } = product;
    const urls = { portal, sandbox, database: product.databaseUrl() };
    const pairs = (await makePairs(urls, read.count)).filter(({ name }) => name.includes(read.only));
    console.log(`${read.count} samples of each kind, Node ${process.version}\n`);
    console.log(line("", "known ms", "unknown ms", "AUC", "words"));
    const found: Found[] = [];
    for (const pair of pairs) {
      const one = await measure(pair, read.count);
      found.push(one);
      console.log(tell(one));
    }
    const isGood = found.every(({ auc, differs }) => auc <= floor && differs === null);
    console.log(`\ngoal ${goal}, floor ${floor}: ${isGood ? "held" : "NOT held"}`);
    return isGood;
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const line = (name: string, ...cells: string[]) =>
  name.padEnd(28) + cells.map((cell) => cell.padStart(16)).join("");

function tell({ name, knownMs, unknownMs, auc, deviation, differs }: Found) {
  const area = `${auc.toFixed(3)} ±${deviation.toFixed(3)}`;
  const row = line(name, knownMs.toFixed(1), unknownMs.toFixed(1), area, differs ? "DIFFER" : "equal");
  return differs ? `${row}\n${differs}` : row;
}

function readWords(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const { count = "300", only = "" } = parseArgs({ args, options: { count: text, only: text } }).values;
    return Number(count) > 0 ? { count: Number(count), only } : null;
  } catch {
    return null;
  }
}
