import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type RunnerTestFile, TestRunner } from "vitest";
import { startTests } from "vitest/internal/browser";
import { type Fault, listFaults } from "./list-faults";
import { folder, hashFile, keepVerdict, type Plan, readVerdicts } from "./verdicts";

type Module = {
  id: string;
  file: string;
  meta?: { code?: string; mockedModule?: unknown };
  promise?: unknown;
  exports?: unknown;
  evaluated: boolean;
  importers: Set<string>;
};
type Modules = {
  idToModuleMap: Map<string, Module>;
  invalidateModule: (module: Module) => void;
};
/** What of vitest's own runner is used here beyond its public face. */
type Inside = {
  moduleRunner: {
    fetchModule: (url: string) => Promise<Module>;
    mocker: { reset: () => void };
    evaluator: { runInlinedModule: (context: unknown, code: string, module: Module) => Promise<unknown> };
  };
  workerState: { evaluatedModules: Modules };
  _otel: unknown;
};

/** So many felt faults in a row are believed only after the tests were green once more without any. */
const streak = 8;

/** Runs a file of tests; where it is green, again for each fault of the plan, with every module made anew. */
export default class Sweep extends TestRunner {
  override async onAfterRunFiles() {
    super.onAfterRunFiles();
    const path = (this as unknown as { workerState: { filepath: string } }).workerState.filepath;
    const test = relative(resolve("."), path);
    const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as Plan;
    const run = (fault?: Fault) => runAgain(this, path, fault);
    if (!(await run())) {
      writeFileSync(join(folder, `red-${test.replaceAll("/", "+")}`), "");
      return;
    }
    await sweep(test, plan, run);
  }
}

/** One fault after the other; stops where the tests stay red without one, so that a fresh process may go on. */
async function sweep(test: string, plan: Plan, run: (fault?: Fault) => Promise<boolean>) {
  const tests = hashFile(test);
  const sources = new Map((plan.work[test] ?? []).map((file) => [file, hashFile(file)]));
  const keep = ({ file, index, put }: Fault, felt: boolean) =>
    keepVerdict({ file, source: sources.get(file) ?? "", at: index, put, test, tests, felt });
  const mark = join(folder, `under-way-${process.pid}`);
  const patience = plan.careful.includes(test) ? 1 : streak;
  let felt: Fault[] = [];
  for (const fault of inTurn(
    test,
    (plan.work[test] ?? []).flatMap((file) => listFaults(file, plan.most)),
  )) {
    if (isDecided(fault, test)) continue;
    writeFileSync(
      mark,
      JSON.stringify({
        ...fault,
        source: sources.get(fault.file),
        test,
        tests,
        pid: process.pid,
        since: Date.now(),
      }),
    );
    if (await run(fault)) {
      // Green with this one: nothing of those before it has remained.
      for (const one of felt.splice(0)) keep(one, true);
      keep(fault, false);
    } else felt.push(fault);
    if (felt.length < patience) continue;
    const isClean = await run();
    for (const one of isClean ? felt : felt.slice(0, 1)) keep(one, true);
    felt = [];
    if (!isClean) return;
  }
  if (felt.length > 0 && !(await run())) felt = felt.slice(0, 1);
  for (const one of felt) keep(one, true);
  rmSync(mark, { force: true });
}

/** Files of tests that share a target begin at both ends. */
function inTurn<T>(test: string, all: T[]) {
  return test.length % 2 ? all.reverse() : all;
}

function isDecided({ file, index, put }: Fault, test: string) {
  return readVerdicts().some(
    (one) => one.file === file && one.at === index && one.put === put && (one.felt || one.test === test),
  );
}

/** Whether these tests are green with that fault in its file, all of our modules being made anew. */
async function runAgain(outer: TestRunner, path: string, fault?: Fault) {
  const { moduleRunner, workerState, _otel } = outer as unknown as Inside;
  const modules = workerState.evaluatedModules;
  moduleRunner.mocker.reset();
  for (const module of modules.idToModuleMap.values()) {
    if (/\/@?vitest\/dist\//.test(module.id)) continue;
    if (module.id.startsWith("mock:") || module.meta?.mockedModule) modules.invalidateModule(module);
    Object.assign(module, { promise: undefined, exports: undefined, evaluated: false });
    module.importers.clear();
  }
  const heal = fault ? await put(moduleRunner, fault) : () => {};
  const inner = new TestRunner(outer.config);
  Object.assign(inner, { _otel });
  Object.defineProperty(inner, "moduleRunner", { value: moduleRunner });
  inner.onAfterRunTask = (task) => {
    if (task.result?.state === "fail") inner.cancel("test-failure");
  };
  try {
    const files: RunnerTestFile[] = await startTests([path], inner as never);
    return files.every((file) => file.result?.state === "pass");
  } finally {
    heal();
  }
}

/** Has the file's module run the code of its wounded source; returns how to take it back. */
async function put(runner: Inside["moduleRunner"], { file, number }: Fault) {
  const wounded = (await runner.fetchModule(`/${file}?mutant=${number}`)).meta?.code;
  if (!wounded) throw new Error(`fault ${number} of ${file} could not be made`);
  const { evaluator } = runner;
  const run = evaluator.runInlinedModule;
  evaluator.runInlinedModule = (context, code, module) =>
    run.call(evaluator, context, module.file === resolve(file) ? wounded : code, module);
  return () => {
    evaluator.runInlinedModule = run;
  };
}
