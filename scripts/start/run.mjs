import { spawn } from "node:child_process";
import { constants } from "node:os";
import { Plain } from "./step.mjs";

const leaveMs = 20_000;

/**
 * Runs a command in a process group of its own and waits for it. A signal that reaches us interrupts the command, and
 * ends us once it has left. What it says is kept, and shown only when it fails.
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
    let exitCode = 0;
    /** @param {NodeJS.Signals} signal */
    const interrupt = (signal) => {
      if (exitCode) return;
      exitCode = 128 + constants.signals[signal];
      // What a person at the terminal would send: every tool cleans up after it.
      signalGroup(child.pid, "SIGINT");
      setTimeout(() => signalGroup(child.pid, "SIGKILL"), leaveMs);
    };
    const timer = patienceMs ? setTimeout(() => signalGroup(child.pid, "SIGKILL"), patienceMs) : undefined;
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
    for (const signal of signals) process.on(signal, interrupt);
    const forget = () => {
      if (exitCode) process.exit(exitCode);
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, interrupt);
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

/**
 * Sends a signal to a process and all of its group; no matter when none is left.
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // None is left.
  }
}
