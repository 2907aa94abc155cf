import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findMutants, type Mutant, wound } from "./find-mutants";
import { targets } from "./targets";

const usage =
  "npm run mutants -- [--most=10 of each file] [--seed=<number>] [--only=<part of a file's name>]";
const patienceMs = 180_000;

/**
 * Puts small faults into a copy of what guards the product, one at a time, and runs the tests that have to feel it.
 * Says how many were felt, and where those are that were not. Returns false where a file's own tests fail unwounded.
 */
export function mutants(args: string[]): boolean {
  const text = { type: "string" } as const;
  const words = parseArgs({ args, options: { most: text, seed: text, only: text } }).values;
  const [most, seed] = [Number(words.most ?? 10), Number(words.seed ?? Date.now() % 2 ** 31)];
  const chosen = Object.entries(targets).filter(([file]) => file.includes(words.only ?? ""));
  if (!(most > 0) || !Number.isInteger(seed) || chosen.length === 0) {
    console.error(usage);
    return false;
  }
  const copy = copyTree();
  console.log(`seed ${seed}, at most ${most} of each file\n`);
  const sum = { felt: 0, tried: 0 };
  try {
    for (const [file, tests] of chosen) {
      const source = readFileSync(file, "utf8");
      if (!passes(copy, tests)) {
        console.error(`${file}: its tests fail without any fault`);
        return false;
      }
      const all = sample(findMutants(source), most, seed);
      const missed = all.filter((mutant) => {
        writeFileSync(join(copy, file), wound(source, mutant));
        return passes(copy, tests);
      });
      writeFileSync(join(copy, file), source);
      sum.tried += all.length;
      sum.felt += all.length - missed.length;
      console.log(`${file.padEnd(40)} ${all.length - missed.length} of ${all.length}`);
      for (const { line, found, put } of missed)
        console.log(`  line ${line}: ${found.trim()}  ->  ${put.trim() || "(nothing)"}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  console.log(`\nfelt ${sum.felt} of ${sum.tried}: ${((100 * sum.felt) / sum.tried).toFixed(1)} %`);
  return true;
}

/** The checkout as it stands, beside it, so that nothing of it is ever wounded. */
function copyTree() {
  const copy = resolve(".cache", `mutants-${process.pid}`);
  const names = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  for (const name of names.split("\0").filter((name) => name && existsSync(name))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(name, join(copy, name));
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Whether these tests are green there; tests that never end count as red. */
function passes(copy: string, tests: string[]) {
  const words = [resolve("node_modules/vitest/vitest.mjs"), "run", "--bail=1", "--reporter=dot", ...tests];
  return (
    spawnSync(process.execPath, words, {
      cwd: copy,
      stdio: "ignore",
      timeout: patienceMs,
      killSignal: "SIGTERM",
    }).status === 0
  );
}

/** So many of them, chosen by the seed, in the order of the text. */
function sample(all: Mutant[], most: number, seed: number) {
  let state = seed >>> 0;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return all
    .map((mutant) => ({ mutant, lot: draw() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, most)
    .map(({ mutant }) => mutant)
    .sort((a, b) => a.index - b.index);
}
