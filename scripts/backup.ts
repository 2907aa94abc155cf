import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeBackup } from "@/db/backup/write-backup";
import { Plain } from "./start/step.mjs";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings } from "./supervise/read-settings";

/**
 * Writes the embedded database into one file, beside a running portal or without one, and says what the file does not
 * hold: the keys.
 */
export async function backup(words: string[]) {
  const [
    file = `seller-portal-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.backup`,
    ...more
  ] = words;
  if (more.length > 0 || file.startsWith("-")) throw new Plain("npm run backup -- [file]");
  if (process.env.DATABASE_URL)
    throw new Plain(
      "npm run backup is for the embedded database; back up yours with PostgreSQL's own pg_dump.",
    );
  const { env, dataDir } = readSettings();
  if (!existsSync(join(dataDir, "postgres"))) throw new Plain(`There is no database in ${dataDir} yet.`);
  const path = resolve(file);
  if (existsSync(path)) throw new Plain(`${path} exists already: choose another name.`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = await reachDatabase(dataDir);
  try {
    const rings = { pepper: env.SECRET_PEPPER, key: env.KEYS };
    const tables = Object.values(await writeBackup(database.urls.DATABASE_OWNER_URL, path, rings));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString("en");
    console.log(`${path}\n  ${rows} rows of ${tables.length} tables, ${statSync(path).size} bytes`);
    console.log(
      `  Holds no key: keep ${join(dataDir, "keys.json")} (or SECRET_PEPPER and KEYS) elsewhere, apart`,
    );
    console.log("  from this file. Without them no secret of it works; with both, everything is readable.");
  } finally {
    await database.leave();
  }
}
