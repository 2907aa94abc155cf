import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify } from "../start/identify.mjs";
import { signalGroup } from "../start/run.mjs";

/** The ids of the keys that the running processes know, the one in use first. */
type KnownKeys = { pepper: string[]; key: string[] };

/** What runs on a data folder: for commands, which join in, and for the start after a kill -9. Holds no secret. */
type Run = { postgresPort: number | null; children: { name: string; id: string }[]; keys?: KnownKeys };

const pathOf = (dataDir: string) => join(dataDir, "run.json");

/** Notes what runs now. */
export function writeRun(
  dataDir: string,
  postgresPort: number | null,
  children: { name: string; pid: number }[],
  keys?: KnownKeys,
) {
  const run: Run = {
    postgresPort,
    children: children.map(({ name, pid }) => ({ name, id: identify(pid) ?? "" })),
    keys,
  };
  writeFileSync(`${pathOf(dataDir)}.new`, JSON.stringify(run), { mode: 0o600 });
  renameSync(`${pathOf(dataDir)}.new`, pathOf(dataDir));
}

/** What was noted last; null after a clean stop. */
export function readRun(dataDir: string): Run | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir), "utf8"));
  } catch {
    return null;
  }
}

/** After a clean stop. */
export function forgetRun(dataDir: string) {
  rmSync(pathOf(dataDir), { force: true });
}

/** Ends processes of an earlier start that was killed, if they are provably those. Returns their names. */
export async function endLeftOvers(dataDir: string) {
  const left = (readRun(dataDir)?.children ?? []).flatMap(({ name, id }) => {
    const pid = Number(id.split(" ")[0]);
    return pid && identify(pid) === id ? [{ name, pid, id }] : [];
  });
  for (const { pid } of left) signalGroup(pid, "SIGTERM");
  const isThere = () => left.some(({ pid, id }) => identify(pid) === id);
  for (let waited = 0; waited < 3000 && isThere(); waited += 50) {
    if (waited === 2000) for (const { pid } of left) signalGroup(pid, "SIGKILL");
    await sleep(50);
  }
  forgetRun(dataDir);
  return left.map(({ name }) => name);
}
