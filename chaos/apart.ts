import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Postgres, startPostgres } from "@/db/embedded";
import { loginUrls, makeLogins } from "@/db/make-logins";
import { run, signalGroup } from "../scripts/start/run.mjs";
import { readSettings } from "../scripts/supervise/read-settings";
import { waitUntilAnswering } from "../scripts/supervise/wait-until-answering";
import { findFreePort, type Part, Product } from "./product";

const readyMs = 180_000;
const servers = ["portal", "sandbox", "worker"] as const;

/**
 * The same product with every process on its own, as in production: whoever is killed is started again, and the
 * others go on.
 */
export class ProductApart extends Product {
  private cluster: Postgres | undefined;
  private databasePort = 0;
  private readonly children = new Map<Part, ChildProcess>();
  private env: Record<string, string | undefined> = {};
  private killed: Part | undefined;

  override async start(): Promise<number> {
    const from = performance.now();
    if (!this.cluster) await this.prepare();
    else if (this.killed) await this.startOne(this.killed);
    this.killed = undefined;
    return performance.now() - from;
  }

  override pidOf(part: Part): number | undefined {
    if (part === "postgres") return this.cluster?.pid;
    return this.children.get(part)?.pid;
  }

  override kill(part: Part): boolean {
    this.killed = part;
    return super.kill(part);
  }

  override async waitForEnd() {
    const child = this.killed && this.children.get(this.killed);
    if (this.killed === "postgres") await this.cluster?.exited;
    else if (child && child.exitCode === null && child.signalCode === null)
      await new Promise((done) => child.once("exit", done));
  }

  override async stop() {
    for (const child of this.children.values()) signalGroup(child.pid, "SIGTERM");
    await Promise.all(
      [...this.children.values()].map(async (child) => {
        if (child.exitCode === null && child.signalCode === null)
          await new Promise((done) => child.once("exit", done));
      }),
    );
    await this.cluster?.stop();
  }

  override databaseUrl() {
    return this.cluster?.superUrl("portal") ?? "";
  }

  private async prepare() {
    await this.choosePorts();
    this.databasePort = await findFreePort();
    this.cluster = await startPostgres({ dataDir: this.dataDir, port: this.databasePort });
    await makeLogins(this.cluster, "portal");
    const key = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64") };
    Object.assign(this.settings, key, loginUrls(this.cluster.superUrl("portal")), { NEXT_DIST_DIR: ".next" });
    Object.assign(process.env, this.cleared(), this.settings);
    this.env = readSettings().raw;
    process.once("exit", () => {
      for (const child of this.children.values()) signalGroup(child.pid, "SIGTERM");
      if (this.cluster) signalGroup(this.cluster.pid, "SIGINT");
    });
    await run("the build", process.execPath, [resolve("scripts/start.mjs"), "build"], this.settings);
    await run("the preparation", process.execPath, [resolve(".build/chaos/prepare.mjs"), "seed"], this.env);
    for (const part of servers) await this.startOne(part);
  }

  private async startOne(part: Part) {
    if (part === "postgres") {
      this.cluster = await startPostgres({ dataDir: this.dataDir, port: this.databasePort });
      return;
    }
    const log = openSync(join(this.dataDir, "processes.log"), "a", 0o600);
    const bundle = resolve(".build", "chaos", `${part}.mjs`);
    const env = { ...this.env, DATABASE_OWNER_URL: undefined } as unknown as NodeJS.ProcessEnv;
    const child = spawn(process.execPath, [bundle], { env, detached: true, stdio: ["ignore", log, log] });
    closeSync(log);
    this.children.set(part, child);
    const port = (url: string) => Number(new URL(url).port);
    if (part === "portal") await waitUntilAnswering(part, port(this.portalUrl), "/api/ready", readyMs);
    if (part === "sandbox") await waitUntilAnswering(part, port(this.sandboxUrl), "/readyz", readyMs);
  }
}
