import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import base from "../vitest.config";
import { findMutants, wound } from "./find-mutants";

const apart = base.test?.projects?.find(
  (one) => (one as ViteUserConfig).test?.name === "apart",
) as ViteUserConfig;

/** The tests as they run every day, by a runner that goes on with every fault where they are green. */
export default defineConfig({
  ...apart,
  plugins: [
    {
      name: "wound",
      enforce: "pre",
      load(id) {
        const [file, number] = id.split("?mutant=");
        if (!file || number === undefined) return;
        const source = readFileSync(file, "utf8");
        const mutant = findMutants(source)[Number(number)];
        return mutant && wound(source, mutant);
      },
    },
  ],
  test: {
    ...apart.test,
    exclude: ["**/node_modules/**"],
    runner: resolve(import.meta.dirname, "sweep.ts"),
    isolate: true,
    update: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: base.test?.maxWorkers,
    globalSetup: base.test?.globalSetup,
    teardownTimeout: base.test?.teardownTimeout,
  },
});
