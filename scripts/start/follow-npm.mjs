import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { identify } from "./identify.mjs";

const everyMs = 200;

/**
 * Ends this process as a SIGTERM would when the npm that started it is gone: npm and the shell between pass no signal
 * on, and would leave everything running behind the back of whoever stopped npm.
 */
export function followNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const shell = process.ppid;
  const above = readProcess(shell);
  const isNpm = above && /\bnpm\b/.test(readProcess(above.parent)?.command ?? "");
  const watched = [shell, ...(isNpm ? [above.parent] : [])].map((pid) => ({ pid, name: identify(pid) }));
  const timer = setInterval(() => {
    if (watched.every(({ pid, name }) => identify(pid) === name)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, everyMs);
  timer.unref();
}

/** @param {number} pid */
function readProcess(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8") };
    }
    const line = execFileSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const [parent = "", ...command] = line.split(/\s+/);
    return { parent: Number(parent), command: command.join(" ") };
  } catch {
    return null;
  }
}
