import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { equivalents } from "./equivalents";
import type { Mutant } from "./find-mutants";
import { listFaults } from "./list-faults";
import { targets } from "./targets";
import { folder, keepVerdict, type Plan, readVerdicts, type Verdict } from "./verdicts";

const usage =
  "npm run mutants -- [--only=<parts of files' names, by comma>] [--most=<of each file>] [--fresh]";
const patienceMs = 90_000;

/**
 * Puts small faults into what guards the product, one at a time, and runs the tests that have to feel it. What was
 * found is kept in `.cache/mutants`, so that a run that was stopped goes on, and only what changed is tried again.
 * Says how many were felt, and where those are that were not. Returns false where tests fail without any fault.
 */
export async function mutants(args: string[]): Promise<boolean> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { only: text, most: text, fresh: { type: "boolean" } } });
  const most = values.most === undefined ? undefined : Number(values.most);
  const parts = (values.only ?? "").split(",");
  const chosen = Object.keys(targets).filter((file) => parts.some((part) => file.includes(part)));
  if (chosen.length === 0 || !(most === undefined || most > 0)) {
    console.error(usage);
    return false;
  }
  if (values.fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let careful: string[] = []; ; ) {
    const work = findWork(chosen, most);
    const known = readVerdicts().length;
    if (Object.keys(work).length === 0) break;
    console.log(`${Object.keys(work).length} files of tests have something to say`);
    const red = await sweepAll({ work, careful, most });
    if (red.length > 0) {
      console.error(`red without any fault: ${red.join(", ")}`);
      return false;
    }
    const again = Object.keys(findWork(chosen, most)).filter((test) => test in work);
    if (readVerdicts().length === known && again.every((test) => careful.includes(test))) {
      console.error(`could not be tried: ${again.join(", ")}`);
      return false;
    }
    careful = again;
  }
  tell(chosen, most);
  return true;
}

/** For each file with faults nobody felt yet, the next file of tests that has not spoken on all of them. */
function findWork(chosen: string[], most?: number) {
  const known = readVerdicts();
  const work: Plan["work"] = {};
  for (const file of chosen) {
    const all = listFaults(file, most).map((mutant) => about(known, file, mutant));
    const open = all.filter((said) => !said.some(({ felt }) => felt));
    const next = targets[file]?.find((test) => open.some((said) => !said.some((one) => one.test === test)));
    if (next) work[next] = [...(work[next] ?? []), file];
  }
  return work;
}

/** Runs vitest once over the plan. Returns which tests are red without any fault. */
async function sweepAll(plan: Plan) {
  for (const name of readdirSync(folder))
    if (/^(red|under-way)-/.test(name)) rmSync(join(folder, name), { force: true });
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
  const watch = setInterval(endStuck, 2_000);
  try {
    const vitest = await startVitest("test", Object.keys(plan.work), {
      config: "mutants/sweep.config.ts",
      watch: false,
      reporters: [
        {
          onTestRunEnd: (modules, errors) => {
            for (const module of modules)
              for (const error of module.errors()) console.error(`${module.moduleId}: ${error.stack}`);
            for (const error of errors) console.error(error.message);
          },
        },
      ],
    });
    await vitest.close();
  } finally {
    clearInterval(watch);
    // A run of vitest says by this that tests are red; here they are meant to be.
    process.exitCode = 0;
  }
  const red = readdirSync(folder).filter((name) => name.startsWith("red-"));
  return red.map((name) => name.slice(4).replaceAll("+", "/"));
}

/** A fault under which tests never end is felt; the process that is caught in it is ended. */
function endStuck() {
  for (const name of readdirSync(folder).filter((name) => name.startsWith("under-way-"))) {
    const text = readFileSync(join(folder, name), "utf8");
    if (!text) continue;
    const { pid, since, index, file, source, put, test, tests } = JSON.parse(text);
    if (Date.now() - since < patienceMs) continue;
    rmSync(join(folder, name), { force: true });
    keepVerdict({ file, source, at: index, put, test, tests, felt: true });
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

function tell(chosen: string[], most?: number) {
  const known = readVerdicts();
  const sum = { felt: 0, all: 0, same: 0 };
  for (const file of chosen) {
    const source = readFileSync(file, "utf8");
    const lines = source.split("\n");
    const all = listFaults(file, most);
    const missed = all.filter((mutant) => !about(known, file, mutant).some((one) => one.felt));
    const reasons = missed.map((mutant) => findReason(file, lines[mutant.line - 1] ?? "", mutant));
    const same = reasons.filter(Boolean).length;
    sum.felt += all.length - missed.length;
    sum.all += all.length - same;
    sum.same += same;
    console.log(`${file.padEnd(45)} ${all.length - missed.length} of ${all.length - same}`);
    missed.forEach(({ line, found, put }, i) => {
      const why = reasons[i] ? `   the same: ${reasons[i]}` : "";
      console.log(`  line ${line}: ${found.trim()}  ->  ${put.trim() || "(nothing)"}${why}`);
    });
  }
  const share = ((100 * sum.felt) / sum.all).toFixed(1);
  console.log(
    `\nfelt ${sum.felt} of ${sum.all}: ${share} % (${sum.same} more change nothing that can be seen)`,
  );
}

const about = (known: Verdict[], file: string, { index, put }: Mutant) =>
  known.filter((one) => one.file === file && one.at === index && one.put === put);

const findReason = (file: string, line: string, { put }: Mutant) =>
  equivalents.find((one) => one.file === file && line.includes(one.line) && put.trim() === one.put)?.because;
