import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../start/run.mjs";
import { seconds } from "../start/step.mjs";

/** How many passed and failed. */
export type Count = { passed: number; failed: number };

type Environment = Record<string, string | undefined>;

const one: Count = { passed: 1, failed: 0 };

/** Runs a stage and says what came of it; one that breaks counts as a failed test. */
export async function stage(name: string, work: () => Promise<Count>): Promise<Count> {
  const from = performance.now();
  const say = ({ passed, failed }: Count) =>
    console.log(
      `  ${name.padEnd(10)}${seconds(from)}  ${passed} passed${failed ? `, ${failed} FAILED` : ""}`,
    );
  try {
    const count = await work();
    say(count);
    return count;
  } catch (error) {
    const count = error instanceof Broken ? error.count : { passed: 0, failed: 1 };
    console.error(
      `\n${error instanceof Error && "plain" in error ? error.message : (error as Error).stack}\n`,
    );
    say(count);
    return count;
  }
}

/** Runs the tool of a package with this Node; passes when it ends with 0. */
export async function tool(path: string, words: string[], env: Environment): Promise<Count> {
  await run(path.split("/")[0] ?? path, process.execPath, [resolve("node_modules", path), ...words], env);
  return one;
}

/** Vitest, counted by its report. */
export function unit(env: Environment) {
  const report = `.cache/unit-report-${process.pid}.json`;
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return counted(
    report,
    () => tool("vitest/vitest.mjs", words, env),
    (read) => {
      const broken = read.testResults.filter(
        (file: { status: string; assertionResults: unknown[] }) =>
          file.status === "failed" && file.assertionResults.length === 0,
      ).length;
      // A test that is left out proves nothing.
      const left = read.numPendingTests + read.numTodoTests;
      return { passed: read.numPassedTests, failed: read.numFailedTests + broken + left };
    },
  );
}

/** The browser stories, counted by Playwright's report. */
export function stories(env: Environment) {
  const report = `.cache/stories-report-${process.pid}.json`;
  const more = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(report) };
  return counted(
    report,
    () => tool("@playwright/test/cli.js", ["test", "--reporter=list,json"], more),
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + (stats.unexpected ? 0 : errors.length),
    }),
  );
}

class Broken extends Error {
  plain = true;
  constructor(
    message: string,
    readonly count: Count,
  ) {
    super(message);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a report of another program, read in one place each
async function counted(
  report: string,
  work: () => Promise<Count>,
  count: (read: any) => Count,
): Promise<Count> {
  rmSync(report, { force: true });
  const broke = await work().then(
    () => null,
    (error: Error) => error,
  );
  const found = readReport(report);
  rmSync(report, { force: true });
  const { passed, failed } = found ? count(found) : { passed: 0, failed: 0 };
  if (!broke && failed === 0 && passed > 0) return { passed, failed };
  throw new Broken(broke?.message ?? "A test was left out, or there was none.", {
    passed,
    failed: Math.max(1, failed),
  });
}

function readReport(path: string) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
