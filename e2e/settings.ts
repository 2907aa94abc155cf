import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the runner tells the stories about the portal it started for them. */
const { DATA_DIR = "", PORTAL_LOG_FILE = "", SANDBOX_PORT = "" } = process.env;

/** Every text that a story named, one in a line. */
export const canaryFile = join(DATA_DIR, "canaries.jsonl");

/** The origin of the token endpoint and the Seller API. */
export const sandboxUrl = `http://localhost:${SANDBOX_PORT}`;

/** The superuser's address of the portal's database, for what a story may look at but no page shows. */
export function databaseUrl(port = runningPort(), login = "postgres") {
  const password = readFileSync(join(DATA_DIR, "postgres-password"), "utf8").trim();
  return `postgres://${login}:${password}@127.0.0.1:${port}/portal`;
}

/** Where the portal's PostgreSQL listens. */
export function runningPort(): number {
  return JSON.parse(readFileSync(join(DATA_DIR, "run.json"), "utf8")).postgresPort;
}

/** The keys of the running portal, for a second one on the same database. */
export function keptKeys(): Record<string, string> {
  return JSON.parse(readFileSync(join(DATA_DIR, "keys.json"), "utf8"));
}

/** Everything the processes wrote down, and PostgreSQL with them. */
export function readLogs() {
  const logs = readdirSync(DATA_DIR)
    .filter((name) => name.endsWith(".log"))
    .map((name) => join(DATA_DIR, name));
  return [PORTAL_LOG_FILE, ...logs]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8"));
}
