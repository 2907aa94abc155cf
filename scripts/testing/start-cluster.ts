import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { stopLeftOver } from "@/db/embedded/stop-left-over";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";
import { cloneDatabase, templateDatabase, workerDatabase } from "@/db/testing";

declare module "vitest" {
  export interface ProvidedContext {
    /** The superuser's address of the cluster, without a database. */
    clusterUrl: string;
  }
}

const cache = resolve(import.meta.dirname, "../../.cache");

/** One PostgreSQL for the whole run: a migrated template, and a clone of it for each worker. */
export default async function startCluster(project: TestProject) {
  await removeLeftOvers();
  const dataDir = join(cache, `unit-${process.pid}`);
  const server = await startPostgres({ dataDir, fast: true });
  const stop = async () => {
    await server.stop();
    remove(dataDir);
  };
  try {
    const urls = await makeLogins(server, templateDatabase);
    await migrateDatabase(urls.DATABASE_OWNER_URL, logins);
    const sql = connect(server.superUrl("postgres"), { max: 1 });
    // Makers insert inside the test's own transaction, which the main login opened.
    await sql`grant portal_definer to ${sql(logins.main)}`;
    for (let id = 1; id <= project.config.maxWorkers; id++) await cloneDatabase(sql, workerDatabase(id));
    await sql.end();
    project.provide("clusterUrl", server.superUrl(""));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** A run that was killed leaves its cluster behind, perhaps still running. */
async function removeLeftOvers() {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const pid = Number(/^unit-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const data = join(cache, name, "postgres");
    if (existsSync(data)) await stopLeftOver(realpathSync(data));
    remove(join(cache, name));
  }
}

/** Also what lies elsewhere, where PostgreSQL could not work in our own folders. */
function remove(dataDir: string) {
  const data = join(dataDir, "postgres");
  if (existsSync(data)) rmSync(realpathSync(data), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
