import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** What runs outside Next, by the name of its bundle. */
const entries = {
  supervise: "scripts/supervise.ts",
  prepare: "scripts/prepare.ts",
  seed: "scripts/seed.ts",
  test: "scripts/test.ts",
  portal: "portal/server.ts",
  sandbox: "sandbox/server.ts",
  worker: "worker/main.ts",
  bench: "bench/main.ts",
  fuzz: "fuzz/main.ts",
  timing: "timing/main.ts",
  mutants: "mutants/main.ts",
  chaos: "chaos/main.ts",
  generator: "chaos/generator.ts",
  "check-audit": "scripts/check-audit.ts",
  backup: "scripts/backup.ts",
  restore: "scripts/restore.ts",
  keys: "scripts/keys.ts",
  operator: "scripts/operator.ts",
  rehearse: "scripts/rehearse.ts",
};

/**
 * Bundles our own TypeScript into `.build/<folder>`; packages stay in node_modules. Returns the path of a bundle by
 * name. With `watch`, goes on doing so at every change of a source.
 * @param {string} folder
 * @param {boolean} [watch]
 */
export async function bundle(folder, watch = false) {
  const esbuild = await import("esbuild");
  const outdir = resolve(".build", folder);
  const there = Object.entries(entries).filter(([, path]) => existsSync(path));
  const context = await esbuild.context({
    entryPoints: Object.fromEntries(there),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  await context.rebuild();
  if (watch) {
    await context.watch();
    process.once("exit", () => void esbuild.stop());
  } else {
    await context.dispose();
    await esbuild.stop();
  }
  return (/** @type {keyof typeof entries} */ name) => resolve(outdir, `${name}.mjs`);
}
