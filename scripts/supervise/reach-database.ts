import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@/db/embedded";
import { loginUrls, makeLogins } from "@/db/make-logins";
import { hold } from "../start/hold.mjs";
import { Plain } from "../start/step.mjs";
import { readRun } from "./run-file";

/**
 * The addresses of the embedded database for a command: of the running portal's, or of one started for the command,
 * which `leave` stops. Nothing else can start on the data folder meanwhile.
 */
export async function reachDatabase(dataDir: string) {
  const holder = hold(join(dataDir, "lock"));
  if (holder === null) {
    const server = await startPostgres({ dataDir });
    const urls = await makeLogins(server, "portal");
    return { urls, leave: () => server.stop() };
  }
  const port = readRun(dataDir)?.postgresPort;
  if (!port)
    throw new Plain(`The portal is just starting or stopping (process ${holder}): try again in a moment.`);
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  return {
    urls: loginUrls(`postgres://postgres:${password}@127.0.0.1:${port}/portal`),
    leave: async () => {},
  };
}
