import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { defineConfig } from "@playwright/test";

// `npm test` sets all of these; the defaults serve a single story that is run by hand.
process.env.PORT ||= "4000";
process.env.SANDBOX_PORT ||= "4001";
process.env.DATA_DIR ||= ".cache/stories-data";
process.env.PORTAL_LOG_FILE ||= `${process.env.DATA_DIR}/processes.log`;
process.env.NEXT_DIST_DIR ||= ".next-test";
// The receivers of the stories stand on this machine.
process.env.WEBHOOK_ALLOW_PRIVATE = "1";
const { PORT, PORTAL_BROWSER, PORTAL_LOG_FILE } = process.env;
mkdirSync(dirname(PORTAL_LOG_FILE), { recursive: true, mode: 0o700 });

export default defineConfig({
  testDir: "e2e",
  outputDir: ".cache/stories",
  workers: 3,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: PORTAL_BROWSER ? JSON.parse(PORTAL_BROWSER) : {},
    locale: "en-GB",
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "js", teardown: "examination" },
    { name: "no-js", use: { javaScriptEnabled: false }, teardown: "examination" },
    // Once both are over, whatever became of them.
    { name: "examination", testMatch: "examination.ts", use: { bypassCSP: true } },
  ],
  webServer: {
    command: "node scripts/start.mjs start",
    // The named part reaches the stories as process.env.DEMO_CLIENT_SECRET, on the start that makes it.
    wait: { stdout: /(?:clientSecret: (?<demo_client_secret>\S+)[\s\S]*)?^ready portal=/m },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
