import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const workers = Math.min(4, availableParallelism());
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

export default defineConfig({
  resolve: { alias: { "@": resolve(import.meta.dirname) } },
  // Tests are plain functions; neither styles nor React are built here.
  css: { postcss: { plugins: [] } },
  test: {
    include: ["{app,bench,db,fuzz,lib,portal,sandbox,scripts,worker}/**/*.test.{ts,tsx}"],
    environment: "node",
    pool: "forks",
    maxWorkers: workers,
    globalSetup: ["scripts/testing/start-cluster.ts"],
    setupFiles: ["scripts/testing/prepare-worker.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 15_000,
    allowOnly: false,
    passWithNoTests: false,
    env: {
      // The values are public on purpose: nothing real is ever kept under them.
      TEST_WORKERS: String(workers),
      NODE_ENV: "test",
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
    },
  },
});
