import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { identify } from "../scripts/start/identify.mjs";
import { signalGroup } from "../scripts/start/run.mjs";
import { NoAnswer } from "./ask";

/** The processes of the product, each of which may be killed at any instant. */
export const parts = ["portal", "sandbox", "worker", "postgres"] as const;
export type Part = (typeof parts)[number];

type Settings = Record<string, string | undefined>;

const readyMs = 180_000;
const endMs = 30_000;

/** The whole product on a data folder of its own, started, ended and started again as an operator would. */
export class Product {
  private supervisor: ChildProcess | undefined;
  private ended = Promise.resolve();
  portalUrl = "";
  sandboxUrl = "";

  constructor(
    readonly dataDir: string,
    protected readonly settings: Settings,
  ) {
    // Whoever interrupts this program leaves nothing running.
    process.once("exit", () => signalGroup(this.supervisor?.pid, "SIGTERM"));
  }

  /** Starts it; resolves to the milliseconds until it said that it is ready. */
  async start(): Promise<number> {
    const from = performance.now();
    if (!this.portalUrl) await this.choosePorts();
    const log = openSync(join(this.dataDir, "product.log"), "a", 0o600);
    const env = { ...process.env, ...this.cleared(), ...this.settings } as NodeJS.ProcessEnv;
    const child = spawn(process.execPath, [resolve("scripts/start.mjs"), "start"], {
      env,
      detached: true,
      stdio: ["ignore", "pipe", log],
    });
    closeSync(log);
    this.supervisor = child;
    this.ended = new Promise((done) => child.once("close", () => done()));
    await new Promise<void>((ready, failed) => {
      const fail = (why: string) => failed(new Error(`the product does not start: ${why}`));
      const timer = setTimeout(() => fail(`nothing said in ${readyMs / 1000} s\n${said}`), readyMs);
      let said = "";
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-5000);
        if (/^ready portal=/m.test(said)) {
          clearTimeout(timer);
          ready();
        }
      });
      child.once("exit", (code, signal) => {
        clearTimeout(timer);
        fail(`${signal ?? code}\n${said}`);
      });
    });
    return performance.now() - from;
  }

  protected async choosePorts() {
    const [portal, sandbox] = [await findFreePort(), await findFreePort()];
    Object.assign(this.settings, { PORT: String(portal), SANDBOX_PORT: String(sandbox) });
    this.portalUrl = `http://localhost:${portal}`;
    this.sandboxUrl = `http://localhost:${sandbox}`;
  }

  /** Whatever configures a real portal here is switched off. */
  protected cleared(): Settings {
    const names = readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm);
    return Object.fromEntries([...names].map(([, name = ""]) => [name, ""]));
  }

  /** The process id of a part, if that very process still runs. */
  pidOf(part: Part): number | undefined {
    try {
      if (part === "postgres") {
        const path = join(this.dataDir, "postgres", "postmaster.pid");
        return Number(readFileSync(path, "utf8").split("\n")[0]) || undefined;
      }
      const run = JSON.parse(readFileSync(join(this.dataDir, "run.json"), "utf8"));
      const id = run.children.find(({ name }: { name: string }) => name === part)?.id ?? "";
      const pid = Number(id.split(" ")[0]);
      return pid > 1 && identify(pid) === id ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  /** Ends a part as a crash would. False where it does not run. */
  kill(part: Part): boolean {
    const pid = this.pidOf(part);
    if (!pid) return false;
    try {
      process.kill(pid, "SIGKILL");
      return true;
    } catch {
      return false;
    }
  }

  /** Resolves once the supervisor has stopped the rest after one part ended. */
  async waitForEnd() {
    const timer = setTimeout(() => signalGroup(this.supervisor?.pid, "SIGKILL"), endMs);
    await this.ended;
    clearTimeout(timer);
  }

  /** Stops it cleanly. */
  async stop() {
    if (this.supervisor?.exitCode === null) this.supervisor.kill("SIGTERM");
    await this.waitForEnd();
  }

  /** The superuser's address of its database. */
  databaseUrl() {
    const password = readFileSync(join(this.dataDir, "postgres-password"), "utf8").trim();
    const { postgresPort } = JSON.parse(readFileSync(join(this.dataDir, "run.json"), "utf8"));
    if (!postgresPort) throw new NoAnswer("PostgreSQL is not there");
    return `postgres://postgres:${password}@127.0.0.1:${postgresPort}/portal`;
  }
}

/** A port of this machine on which nobody listens. */
export function findFreePort() {
  return new Promise<number>((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
