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

type UnitReport = Record<"numPassedTests" | "numFailedTests" | "numPendingTests" | "numTodoTests", number> & {
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Vitest, counted by its report. */
export function unit(env: Environment) {
  const report = `.cache/unit-report-${process.pid}.json`;
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return counted<UnitReport>(
    report,
    () => tool("vitest/vitest.mjs", words, env),
    ({ testResults, ...sums }) => {
      const broken = testResults.filter(
        ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
      );
      // A test that is left out proves nothing.
      const left = sums.numPendingTests + sums.numTodoTests;
      return { passed: sums.numPassedTests, failed: sums.numFailedTests + broken.length + left };
    },
  );
}

type StoriesReport = {
  stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number>;
  errors: unknown[];
};

/** The browser stories, counted by Playwright's report. */
export function stories(env: Environment) {
  const report = `.cache/stories-report-${process.pid}.json`;
  const more = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(report) };
  return counted<StoriesReport>(
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

async function counted<Report>(
  report: string,
  work: () => Promise<Count>,
  count: (read: Report) => Count,
): Promise<Count> {
  rmSync(report, { force: true });
  const broke = await work().then(
    () => null,
    (error: Error) => error,
  );
  const found = readReport<Report>(report);
  rmSync(report, { force: true });
  const { passed, failed } = found ? count(found) : { passed: 0, failed: 0 };
  if (!broke && failed === 0 && passed > 0) return { passed, failed };
  throw new Broken(broke?.message ?? "A test was left out, or there was none.", {
    passed,
    failed: Math.max(1, failed),
  });
}

function readReport<Report>(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
