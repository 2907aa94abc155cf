import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { findSharingTests } from "./scripts/testing/find-sharing-tests";

const workers = Math.min(4, availableParallelism());
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

type Way = { isolate?: boolean; setupFiles: string[]; exclude?: string[]; env?: { DATABASE_URL: string } };

const alias = { "@": resolve(import.meta.dirname) };
const { plain, rolledBack } = findSharingTests(import.meta.dirname);
/** No database answers there. */
const nowhere = { DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/nothing" };
const withDatabase = [
  "scripts/testing/watch-outside.ts",
  "scripts/testing/prepare-worker.ts",
  "scripts/testing/watch-acts.ts",
];

/** One way to run tests; what is asked of the whole run stands below. */
const way = (name: string, include: string[], more: Way) => ({
  resolve: { alias },
  // Tests are plain functions; neither styles nor React are built here.
  css: { postcss: { plugins: [] } },
  test: {
    name,
    include,
    environment: "node" as const,
    pool: "forks" as const,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    ...more,
    env: {
      // The values are public on purpose: nothing real is ever kept under them.
      TEST_WORKERS: String(workers),
      NODE_ENV: "test" as const,
      MODE: "demo",
      EMBEDDED_DATABASE: "1",
      LOG_LEVEL: "silent",
      PORT: "3000",
      SANDBOX_PORT: "3001",
      SESSION_SECRET: "the session secret of the tests, long enough",
      SECRET_PEPPER: `p1:${key(1)}`,
      KEYS: `k1:${key(2)}`,
      STARTER_CLIENT_ID: "portal-starter",
      STARTER_CLIENT_SECRET: "mps_test_thestarterclientofthetestshasthissecret000000",
      ...more.env,
    },
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: workers,
    globalSetup: ["scripts/testing/start-cluster.ts"],
    teardownTimeout: 15_000,
    passWithNoTests: false,
    projects: [
      way("plain", plain, {
        isolate: false,
        setupFiles: ["scripts/testing/watch-outside.ts"],
        // A test that needs a database is not plain.
        env: nowhere,
      }),
      way("rolled back", rolledBack, {
        isolate: false,
        env: nowhere,
        setupFiles: ["scripts/testing/tidy-process.ts", ...withDatabase],
      }),
      way(
        "apart",
        [
          "{app,bench,chaos,db,fuzz,lib,matrix,mutants,portal,sandbox,scripts,timing,worker}/**/*.test.{ts,tsx}",
        ],
        {
          exclude: ["**/node_modules/**", ...plain, ...rolledBack],
          setupFiles: withDatabase,
        },
      ),
    ],
  },
});
