import { resolve } from "node:path";
import { type Postgres, startPostgres } from "@/db/embedded";
import { makeLogins } from "@/db/make-logins";
import { Plain, step } from "./start/step.mjs";
import { checkPorts } from "./supervise/check-ports";
import { prepareDatabase } from "./supervise/prepare-database";
import { readSettings, type Settings } from "./supervise/read-settings";
import { endLeftOvers, forgetRun, writeRun } from "./supervise/run-file";
import { type Child, startChild } from "./supervise/start-child";
import { tell } from "./supervise/tell";
import { waitUntilAnswering } from "./supervise/wait-until-answering";

type Options = {
  /** Where in `.build` the bundles lie. */
  folder: string;
  build?: () => Promise<void>;
  /** Restart a process when its bundle changes. */
  watch?: boolean;
};

// Together under the three seconds that a clean stop may take.
const childPatienceMs = 1700;
const postgresPatienceMs = 900;
const startPatienceMs = 90_000;

let settings: Settings;
let starting: Promise<Postgres> | undefined;
let port: number | null = null;
let children: Child[] = [];
let ending: Promise<never> | undefined;

/**
 * Starts everything, and stops everything: at a signal, or when one part ends. Returns when all answer. The data
 * folder must be held by this process.
 */
export async function supervise({ folder, build, watch }: Options) {
  settings = readSettings();
  const left = await endLeftOvers(settings.dataDir);
  if (left.length > 0) console.log(`  ended what an earlier start left running: ${left.join(", ")}`);
  await checkPorts(settings.env);
  await build?.();

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
  // The terminal may be gone by then.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    const urls = settings.embedded ? await step("database", startDatabase) : {};
    const clientSecret = await step("data", () => prepare(folder, urls));
    await step("processes", () => startAll(folder, urls, watch ?? false));
    if (!ending) tell(settings.env, clientSecret);
  } catch (error) {
    await (ending ?? end(1, error instanceof Error && "plain" in error ? error.message : error));
  }
}

async function startDatabase() {
  starting = startPostgres({ dataDir: settings.dataDir });
  const server = await starting;
  port = server.port;
  server.exited.then(() => end(1, "PostgreSQL ended unexpectedly; everything else was stopped."));
  note();
  return makeLogins(server, "portal");
}

async function prepare(folder: string, urls: Record<string, string>) {
  const what = settings.env.MODE === "demo" ? "seed" : "nothing";
  const { child, prepared } = prepareDatabase(folder, { ...settings.raw, ...urls }, what);
  children = [child];
  note();
  const { clientSecret } = await prepared;
  children = [];
  return clientSecret;
}

async function startAll(folder: string, urls: Record<string, string>, watch: boolean) {
  // Whoever answers the outside never holds the owner's address.
  const env = { ...settings.raw, ...urls, DATABASE_OWNER_URL: undefined };
  const { PORT, SANDBOX_PORT } = settings.env;
  const logFile = process.env.PORTAL_LOG_FILE;
  for (const name of ["portal", "sandbox", "worker"]) {
    if (ending) return;
    const again = watch && name !== "portal" ? ["--watch", "--watch-preserve-output"] : [];
    const child = startChild(name, [...again, resolve(".build", folder, `${name}.mjs`)], { env, logFile });
    children.push(child);
    note();
    child.ended.then((how) =>
      end(1, `The ${name} ended unexpectedly (${how || "code 0"}); the rest was stopped.`),
    );
  }
  await Promise.race([
    Promise.all([
      waitUntilAnswering("portal", PORT, "/api/health", startPatienceMs),
      waitUntilAnswering("sandbox", SANDBOX_PORT, "/healthz", startPatienceMs),
    ]),
    ...children.map(({ name, ended }) =>
      ended.then((how) => {
        throw new Plain(`The ${name} does not start (${how || "code 0"}).`);
      }),
    ),
  ]);
}

function note() {
  const ids = (ring: { id: string }[]) => ring.map(({ id }) => id);
  const { SECRET_PEPPER, KEYS } = settings.env;
  writeRun(settings.dataDir, port, children, { pepper: ids(SECRET_PEPPER), key: ids(KEYS) });
}

/** Stops everything, once, however often it is asked for, and ends this process. */
function end(code: number, why?: unknown): Promise<never> {
  ending ??= (async () => {
    if (why) console.error("\n%s", why);
    await Promise.all(children.map((child) => child.stop(childPatienceMs)));
    await (await starting?.catch(() => undefined))?.stop(postgresPatienceMs);
    forgetRun(settings.dataDir);
    process.exit(code);
  })();
  return ending;
}
