import { runKills } from "./kills";
import { runOverload } from "./overload";
import { runRestarts } from "./restarts";
import { runSubmits } from "./submits";
import { tellFloods, tellKills, tellRestarts, tellSubmits } from "./tell";
import { readWords, type Words } from "./words";

const usage = `npm run chaos [-- --kills=100 --minutes=30]       kills processes under load (--apart: each on its own)
npm run chaos -- restarts [--restarts=10]         takes the database away
npm run chaos -- submits [--rounds=100 --minutes=30 --only=…]  sends each form a hundred times at once
npm run chaos -- overload [--seconds=60]          offers five times what is served
All take --seed=<number>.`;

/** Each way to break things; true where all that must hold did. */
const ways: Record<string, (words: Words) => Promise<boolean>> = {
  async kills(words) {
    console.log(`seed ${words.seed}, up to ${words.kills} kills in ${words.minutes} minutes`);
    const found = await runKills({ ...words, checkEvery: 25 }, console.log);
    tellKills(words.seed, found);
    return tellViolations(found.journal.violations);
  },
  async restarts(words) {
    const found = await runRestarts(words, console.log);
    tellRestarts(found);
    return tellViolations(found.journal.violations);
  },
  async submits(words) {
    const found = await runSubmits(words, console.log);
    tellSubmits(found);
    return tellViolations(found.wrong);
  },
  async overload(words) {
    const found = await runOverload(words, console.log);
    tellFloods(found);
    return tellViolations(found.journal.violations);
  },
};

/** Breaks the running product on purpose, and says whether all that must hold did. */
export async function chaos(args: string[]): Promise<boolean> {
  const words = readWords(args);
  const way = words && ways[words.what];
  if (!words || !way) {
    console.error(usage);
    return false;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  return way(words);
}

function tellViolations(violations: string[]): boolean {
  for (const violation of violations) console.error(violation);
  return violations.length === 0;
}
