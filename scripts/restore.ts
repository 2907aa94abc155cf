import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkBackup, missingKeys } from "@/db/backup/check-backup";
import { BrokenBackup, type Header } from "@/db/backup/format";
import { OtherVersion, restoreBackup } from "@/db/backup/restore-backup";
import { connect } from "@/db/client";
import { type Postgres, startPostgres } from "@/db/embedded";
import { makeLogins } from "@/db/make-logins";
import { hold } from "./start/hold.mjs";
import { dataFolder } from "./start/hold-data.mjs";
import { Plain } from "./start/step.mjs";
import { readSettings } from "./supervise/read-settings";

const usage = "npm run restore -- <file> [--replace] [--without-keys]";

/**
 * Puts a backup into an empty data folder, or with `--replace` into the place of what is there. Refuses, before
 * anything changes, a file that is not whole, a running portal, and keys that do not fit.
 */
export async function restore(words: string[]) {
  const flags = words.filter((word) => word.startsWith("--"));
  const [file, ...more] = words.filter((word) => !word.startsWith("--"));
  const unknown = flags.filter((flag) => flag !== "--replace" && flag !== "--without-keys");
  if (!file || more.length + unknown.length > 0) throw new Plain(usage);
  if (process.env.DATABASE_URL)
    throw new Plain("npm run restore is for the embedded database (DATABASE_URL).");
  const path = resolve(file);
  if (!existsSync(path)) throw new Plain(`There is no file ${path}.`);
  const dataDir = dataFolder();
  const holder = hold(join(dataDir, "lock"));
  if (holder !== null) throw new Plain(`The portal runs on ${dataDir} (process ${holder}): stop it first.`);

  const whole = await plainly(file, () => checkBackup(path));
  const dropsKeys = flags.includes("--without-keys");
  if (!dropsKeys) requireKeys(whole.header, dataDir);
  const server = await startPostgres({ dataDir });
  try {
    await makeLogins(server, "portal");
    if (!flags.includes("--replace") && (await holdsData(server)))
      throw new Plain(`${dataDir} holds data already: choose another DATA_DIR, or say --replace.`);
    await plainly(file, () => restoreBackup(server, path, whole, { dropsKeys }));
  } finally {
    await server.stop();
  }
  const rows = Object.values(whole.trailer.tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(`Restored ${rows.toLocaleString("en")} rows as they were at ${whole.header.madeAt}. npm start`);
  if (dropsKeys)
    console.log("Without its keys: every client needs a new secret, every endpoint a new webhook key.");
}

async function plainly<T>(file: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BrokenBackup || error instanceof OtherVersion)
      throw new Plain(`${file} cannot be restored: ${error.message}. Nothing was changed.`);
    throw error;
  }
}

function requireKeys(header: Header, dataDir: string) {
  const kept = join(dataDir, "keys.json");
  const isConfigured = existsSync(kept) || (process.env.SECRET_PEPPER && process.env.KEYS);
  // Reading the settings would make new keys where there are none.
  const env = isConfigured ? readSettings().env : { SECRET_PEPPER: [], KEYS: [] };
  const missing = missingKeys(header, { pepper: env.SECRET_PEPPER, key: env.KEYS });
  if (missing.length === 0) return;
  const lines = missing.map(
    ({ kind, id, rows }) =>
      `  ${kind === "pepper" ? "SECRET_PEPPER" : "KEYS"} ${id}, which ${rows} rows need`,
  );
  throw new Plain(
    `The keys of this backup are not here:\n${lines.join("\n")}\n` +
      `Put the keys.json that belongs to it at ${kept} (or set SECRET_PEPPER and KEYS), or say --without-keys: ` +
      "then no secret, token or webhook key of it works any more. Nothing was changed.",
  );
}

async function holdsData(server: Postgres) {
  const sql = connect(server.superUrl("portal"), { max: 1 });
  try {
    const [table] =
      await sql`select 1 from pg_tables where schemaname = 'public' and tablename = 'organisations'`;
    return table !== undefined && (await sql`select 1 from organisations limit 1`).length > 0;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
