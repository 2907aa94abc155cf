import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Stops a postmaster that still serves this data folder, because whoever started it was killed. Leaves alone what
 * only happens to have its process id. `postmaster.pid` is PostgreSQL's own to remove.
 */
export async function stopLeftOver(data: string) {
  const pid = readPid(data);
  if (!pid || !commandOf(pid).includes(data)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!commandOf(pid).includes(data)) return;
    // Immediate shutdown: safe, the next start recovers.
    if (waited === 5000) process.kill(pid, "SIGQUIT");
    await sleep(50);
  }
  throw new Error(`PostgreSQL of an earlier start (process ${pid}) does not stop`);
}

function readPid(data: string) {
  try {
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The command line of a process; empty when there is none. */
function commandOf(pid: number) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
