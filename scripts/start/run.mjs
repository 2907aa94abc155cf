import { spawn } from "node:child_process";
import { constants } from "node:os";
import { Plain } from "./step.mjs";

/**
 * Runs a command in a process group of its own and waits for it. Signals that reach us go to the whole group and end
 * us too. What it says is kept, and shown only when it fails.
 * @param {string} what names it in that case
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string | undefined>} [more] further environment
 * @param {number} [patienceMs] after which it is ended, and counts as failed
 */
export function run(what, command, words, more = {}, patienceMs) {
  return new Promise((done, failed) => {
    const env = { ...process.env, ...more };
    const child = spawn(command, words, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said = (said + text).slice(-100_000);
      });
    }
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // It had ended by itself.
      }
      process.exit(128 + constants.signals[signal]);
    };
    const timer =
      patienceMs && setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), patienceMs);
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
    for (const signal of signals) process.on(signal, pass);
    const forget = () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, pass);
    };
    child.once("error", (error) => {
      forget();
      failed(new Plain(`${what}: ${error.message}`));
    });
    child.once("close", (code) => {
      forget();
      if (code === 0) done(said);
      else failed(new Plain(`${said.trimEnd()}\n\n${what} failed.`));
    });
  });
}
