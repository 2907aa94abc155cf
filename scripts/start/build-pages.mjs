import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

const sources = ["app", "lib", "db", "portal", "public", "proxy.ts", "next.config.mjs", "package-lock.json"];

/**
 * Builds the pages into `folder`, unless what lies there was built from these very sources. Needs neither a database
 * nor a secret.
 * @param {string} folder
 */
export async function buildPages(folder) {
  const hash = hashSources();
  const kept = join(folder, "sources.sha256");
  if (existsSync(kept) && readFileSync(kept, "utf8") === hash) return;
  await step(
    "build",
    async () => {
      rmSync(kept, { force: true });
      const next = join("node_modules", "next", "dist", "bin", "next");
      const more = { NEXT_DIST_DIR: folder, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
      await run("next build", process.execPath, [next, "build"], more);
      mkdirSync(folder, { recursive: true });
      // Sources that changed meanwhile have another hash, and are built next time.
      writeFileSync(kept, hash);
    },
    "building the pages, until a source changes",
  );
}

function hashSources() {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesOf))
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  // Next rewrites the other keys of these two by itself, or they say nothing about pages.
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  const { postcss } = JSON.parse(readFileSync("package.json", "utf8"));
  return hash.update(JSON.stringify([compilerOptions.paths, postcss])).digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
