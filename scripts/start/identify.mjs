import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A name for a running process that no later process gets, although process ids come round again; null when it
 * does not run.
 * @param {number} pid
 * @returns {string | null}
 */
export function identify(pid) {
  if (!isAlive(pid)) return null;
  try {
    if (process.platform === "linux") {
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The second field may itself hold spaces and brackets; the start time is the twentieth after it.
      const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? null : `${pid} ${boot} ${fields[18]}`;
    }
    if (process.platform === "win32") return `${pid}`;
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return started ? `${pid} ${started}` : null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
