import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@/db/embedded";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";

/** A PostgreSQL for this run alone, migrated and empty, and the environment of what runs on it. */
export async function startDatabase() {
  const folder = join(".cache", `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // Durable as in production: what a commit costs is part of what is measured.
  const server = await startPostgres({ dataDir: folder });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const urls = await makeLogins(server, "portal");
    await migrateDatabase(urls.DATABASE_OWNER_URL, logins);
    const key = () => `k1:${randomBytes(32).toString("base64")}`;
    const settings: Record<string, string> = {
      ...urls,
      MODE: "demo",
      LOG_LEVEL: "error",
      SANDBOX_URL: "http://localhost:3001",
      SESSION_SECRET: randomBytes(32).toString("hex"),
      SECRET_PEPPER: key(),
      KEYS: key(),
      TOKENS_PER_HOUR: "1000000000",
    };
    return { settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
