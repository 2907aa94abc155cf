import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { signalGroup } from "../start/run.mjs";

/** One process of the product, in a group of its own, so that all it starts ends with it. */
export type Child = {
  name: string;
  pid: number;
  /** How it ended, in words. */
  ended: Promise<string>;
  /** What it wrote to its standard output, where that was asked for. */
  said: () => string;
  stop(patienceMs: number): Promise<void>;
};

type Options = { env: Record<string, string | undefined>; keepOutput?: boolean; logFile?: string };

/** Starts Node with these words. Its output goes where ours goes, to `logFile`, or is kept. */
export function startChild(name: string, words: string[], options: Options): Child {
  const out = options.logFile ? openSync(options.logFile, "a", 0o600) : "inherit";
  const child = spawn(process.execPath, words, {
    env: options.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", options.keepOutput ? "pipe" : out, options.keepOutput ? "pipe" : out],
  });
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  let complained = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    complained += text;
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => {
      if (code === 0) resolve("");
      else resolve(complained.trim() || signal || `code ${code}`);
    });
  });
  const stop = async (patienceMs: number) => {
    signalGroup(child.pid, "SIGTERM");
    await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })]);
    // Also to what the process left behind in its group.
    signalGroup(child.pid, "SIGKILL");
    await ended;
  };
  return { name, pid: child.pid ?? 0, ended, said: () => said, stop };
}
