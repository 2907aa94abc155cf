import { type Env, EnvError, readEnv } from "@/lib/env";
import { dataFolder } from "../start/hold-data.mjs";
import { Plain } from "../start/step.mjs";
import { keepKeys } from "./keep-keys";

/** What a start runs with. */
export type Settings = {
  env: Env;
  /** The environment of the processes to start, without the database's addresses in embedded mode. */
  raw: Record<string, string | undefined>;
  embedded: boolean;
  dataDir: string;
};

/**
 * The checked configuration, with the keys that demo mode makes by itself. Throws a table of what is wrong, before
 * anything was started.
 */
export function readSettings(): Settings {
  const dataDir = dataFolder();
  const embedded = !process.env.DATABASE_URL;
  const raw: Settings["raw"] = { ...process.env, DATA_DIR: dataDir };
  if (embedded) {
    // A secret of an address that is not used would mislead whoever reads the environment.
    for (const name of ["DATABASE_OWNER_URL", "DATABASE_MACHINE_URL"]) delete raw[name];
    Object.assign(raw, { EMBEDDED_DATABASE: "1", DATABASE_URL: "postgres://portal@127.0.0.1/portal" });
  }
  const mode = raw.MODE || (embedded ? "demo" : "production");
  keepKeys(raw, dataDir, mode === "production" ? "production" : "demo");
  try {
    const env = readEnv(raw);
    return { env, raw: { ...raw, ...derived(env) }, embedded, dataDir };
  } catch (error) {
    if (error instanceof EnvError) throw new Plain(error.message);
    throw error;
  }
}

function derived(env: Env) {
  return {
    MODE: env.MODE,
    PUBLIC_URL: env.PUBLIC_URL,
    SANDBOX_URL: env.SANDBOX_URL,
    NEXTAUTH_URL: env.PUBLIC_URL,
    NEXTAUTH_SECRET: env.SESSION_SECRET,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: env.PORTAL_DEV ? "development" : "production",
  };
}
