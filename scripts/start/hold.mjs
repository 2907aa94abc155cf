import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { identify } from "./identify.mjs";

/**
 * Takes a lock file for as long as this process lives. Returns null when it is ours now, else the process id of its
 * holder. A file whose holder was killed counts for nothing.
 * @param {string} path
 * @returns {number | null}
 */
export function hold(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, identify(process.pid) ?? "", { mode: 0o600 });
  try {
    return take(path, mine);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives it back; the end of the process does as well.
 * @param {string} path */
export function release(path) {
  if (readHolder(path)?.name === identify(process.pid)) rmSync(path, { force: true });
}

/** @param {string} path @param {string} mine @returns {number | null} */
function take(path, mine) {
  for (;;) {
    try {
      // A link appears whole or not at all, and only once.
      linkSync(mine, path);
      process.once("exit", () => release(path));
      return null;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = readHolder(path);
    if (!holder) continue;
    if (identify(holder.pid) === holder.name) return holder.pid;
    const other = replaceDead(path, mine);
    if (other !== undefined) return other;
  }
}

/**
 * Takes over from a dead holder. Only whoever holds the second lock may do so; else two starts that find the same
 * dead holder would each remove the other's fresh file. Undefined: look again.
 * @param {string} path @param {string} mine
 */
function replaceDead(path, mine) {
  const turn = `${path}.turn`;
  const other = take(turn, mine);
  if (other !== null) return other;
  try {
    const holder = readHolder(path);
    if (holder && identify(holder.pid) !== holder.name) {
      renameSync(copyOf(mine), path);
      process.once("exit", () => release(path));
      return null;
    }
    return undefined;
  } finally {
    unlinkSync(turn);
  }
}

/** @param {string} mine */
function copyOf(mine) {
  rmSync(`${mine}.new`, { force: true });
  linkSync(mine, `${mine}.new`);
  return `${mine}.new`;
}

/** @param {string} path @returns {{ pid: number, name: string } | null} */
function readHolder(path) {
  try {
    const name = readFileSync(path, "utf8");
    return { pid: Number(name.split(" ")[0]), name };
  } catch {
    return null;
  }
}
