import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { buildPages } from "./start/build-pages.mjs";
import { seconds } from "./start/step.mjs";
import { readRun } from "./supervise/run-file";
import { findBrowser } from "./test/find-browser";
import { removeData, removeLeftData } from "./test/remove-data";
import { searchLeaks } from "./test/search-leaks";
import { type Count, stage, stories, tool, unit } from "./test/stages";

const pages = ".next-test";

/**
 * Everything that can be checked, stage by stage; goes on after a failed one. Keeps its own data, build and ports, so
 * that it may run beside a started portal. The last line says how many passed and failed.
 */
export async function test() {
  const from = performance.now();
  const cache = resolve(".cache");
  mkdirSync(cache, { recursive: true });
  await removeLeftData(cache, "test-data");
  const dataDir = join(cache, `test-data-${process.pid}`);
  // Also when a run is interrupted, once nothing runs on it any more.
  process.once("exit", () => {
    if (!readRun(dataDir)) rmSync(dataDir, { recursive: true, force: true });
  });
  const env = await makeEnvironment(dataDir);
  Object.assign(process.env, env);

  const counts: Count[] = [];
  const check = async (name: string, work: () => Promise<Count>) => {
    const count = await stage(name, work);
    counts.push(count);
    return count.failed === 0;
  };
  await check("lint", () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."], env));
  await check("types", async () => {
    await tool("next/dist/bin/next", ["typegen"], env);
    return tool("typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.check.json"], env);
  });
  await check("dead code", () => tool("knip/bin/knip.js", ["--no-progress"], env));
  // Before the unit tests, some of which read what was built.
  const built = await check("build", async () => {
    await buildPages(pages);
    return { passed: 1, failed: 0 };
  });
  await check("unit", () => unit(env));
  if (built) {
    await check("stories", async () => {
      const { name, options } = await findBrowser();
      console.log(`  browser   ${name}`);
      return stories({ ...env, PORTAL_BROWSER: JSON.stringify(options) });
    });
    await check("leaks", () => searchLeaks(pages));
  }
  await removeData(dataDir);

  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`  in all    ${seconds(from)}\n\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

/** What the stages run with: whatever configures a real portal here is switched off. */
async function makeEnvironment(dataDir: string) {
  const names = readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm);
  const off = Object.fromEntries([...names].map(([, name = ""]) => [name, ""]));
  const { PORT, SANDBOX_PORT } = process.env;
  return {
    ...off,
    PORT: PORT || String(await findFreePort()),
    SANDBOX_PORT: SANDBOX_PORT || String(await findFreePort()),
    DATA_DIR: dataDir,
    PORTAL_LOG_FILE: join(dataDir, "processes.log"),
    NEXT_DIST_DIR: pages,
    NEXT_TELEMETRY_DISABLED: "1",
    // As on a machine where nobody set it: its tools decide by themselves.
    NODE_ENV: undefined,
    FORCE_COLOR: process.stdout.isTTY ? "1" : undefined,
  } as Record<string, string | undefined>;
}

function findFreePort() {
  return new Promise<number>((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
