import { parseArgs } from "node:util";
import { targets } from "./targets";

const usage = "npm run fuzz -- [--count=1000000] [--seed=<number>] [--only=<part of a name>]";

/**
 * Holds every reader of foreign input against its model, a million inputs each, and says how many and how long. Stops
 * at the first mismatch with the smallest input that shows it, and returns false.
 */
export function fuzz(words: string[]): boolean {
  const { count, seed, only } = readWords(words);
  const chosen = targets.filter(({ name }) => name.toLowerCase().includes(only));
  if (!Number.isInteger(seed) || !(count > 0) || chosen.length === 0) {
    console.error(usage);
    return false;
  }
  console.log(`seed ${seed}, Node ${process.version}\n\n${line("", "inputs", "seconds", "mismatches")}`);
  for (const target of chosen) {
    const { name, count: tried, seconds, failure } = target.run(count, seed);
    console.log(line(name, tried.toLocaleString("en"), seconds.toFixed(1), failure === null ? "0" : "1"));
    if (failure === null) continue;
    console.error(`\nInput ${tried} of this seed breaks the promise. The smallest that does:\n${failure}`);
    return false;
  }
  return true;
}

const line = (name: string, ...cells: string[]) =>
  name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join("");

function readWords(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const {
      count = "1000000",
      seed,
      only = "",
    } = parseArgs({
      args,
      options: { count: text, seed: text, only: text },
    }).values;
    const chosen = seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seed);
    return { count: Number(count), seed: chosen, only: only.toLowerCase() };
  } catch {
    return { count: Number.NaN, seed: 0, only: "" };
  }
}
