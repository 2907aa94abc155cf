import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopLeftOver } from "@/db/embedded/stop-left-over";
import { identify } from "../start/identify.mjs";
import { endLeftOvers } from "../supervise/run-file";

/** Removes the data folder of a test run, and first whatever still runs on it. */
export async function removeData(dataDir: string) {
  if (!existsSync(dataDir)) return;
  await endLeftOvers(dataDir);
  const data = join(dataDir, "postgres");
  if (existsSync(data)) {
    const real = realpathSync(data);
    await stopLeftOver(real);
    rmSync(real, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** Removes what runs that were killed left in the cache: folders named `<prefix>-<process id>`. */
export async function removeLeftData(cache: string, prefix: string) {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const pid = name.startsWith(`${prefix}-`) ? Number(name.slice(prefix.length + 1)) : Number.NaN;
    if (pid > 0 && !identify(pid)) await removeData(join(cache, name));
  }
}
