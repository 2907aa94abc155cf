import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, giveTo } from "./choose-account";

/** What PostgreSQL sees of our environment: nothing that is secret. */
export const quietEnvironment = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

/** Makes an empty cluster whose superuser is `postgres`, unless one stands there. An interrupted one starts afresh. */
export function makeCluster(account: Account, password: string, fast: boolean) {
  const { data, native, prefix, ids, owner } = account;
  if (existsSync(join(data, "PG_VERSION"))) {
    giveTo(owner, data);
    return;
  }
  const fresh = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(owner, fresh);
  giveTo(owner, passwordFile);
  const words = [
    ...[...prefix, join(native, "bin", "initdb"), "-D", fresh, "-U", "postgres", "-E", "UTF8", "--locale=C"],
    ...["--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...(fast ? ["-N"] : [])],
  ];
  const [command = "", ...rest] = words;
  const run = spawnSync(command, rest, { ...ids, cwd: "/", env: quietEnvironment, encoding: "utf8" });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) {
    throw new Error(`PostgreSQL could not make its data folder: ${run.error?.message ?? run.stderr.trim()}`);
  }
  // Only a whole cluster ever gets the name that later starts look for.
  renameSync(fresh, data);
}
