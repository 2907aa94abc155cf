import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { build } from "esbuild";
import { buildPages } from "../start/build-pages.mjs";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, ".cache", `instances-${process.pid}`);
const pages = process.env.NEXT_DIST_DIR || ".next-test";

/** The lines of the configuration that hold keys. */
export type Rings = { SECRET_PEPPER: string; KEYS: string };
type Answer = { status: number; body: string };
export type Instance = { port: number; calls: number; isIn: boolean; stop: () => Promise<void> };

/** Bundles what runs as processes of its own; resolves to what starts and asks them, as a balancer before them does. */
export async function makeInstances(settings: Record<string, string>) {
  await buildPages(pages);
  await build({
    entryPoints: {
      portal: join(root, "portal/server.ts"),
      sandbox: join(root, "sandbox/server.ts"),
      keys: join(root, "scripts/keys.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
  const dataDir = join(folder, "data");
  mkdirSync(dataDir, { recursive: true });
  const common = { ...process.env, EMBEDDED_DATABASE: "", DATA_DIR: dataDir, LOG_LEVEL: "warn", ...settings };
  const running = new Set<ChildProcess>();

  return {
    /** One more process with these keys; resolves once it answers. */
    async start(name: "portal" | "sandbox", rings: Rings): Promise<Instance> {
      const port = await findFreePort();
      const own = name === "portal" ? { PORT: String(port) } : { SANDBOX_PORT: String(port) };
      const more = { NEXT_DIST_DIR: pages, NODE_ENV: "production", NEXTAUTH_URL: settings.PUBLIC_URL };
      const env = { ...common, ...more, ...rings, ...own } as NodeJS.ProcessEnv;
      const said: string[] = [];
      const child = spawn(process.execPath, [join(folder, `${name}.mjs`)], {
        cwd: root,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(String(text)));
      running.add(child);
      const instance: Instance = {
        port,
        calls: 0,
        isIn: false,
        // As a balancer does it: nothing new is sent there, and what is there is waited for.
        async stop() {
          instance.isIn = false;
          while (instance.calls > 0) await sleep(5);
          await end(child);
          running.delete(child);
        },
      };
      const path = name === "portal" ? "/api/ready" : "/readyz";
      for (;;) {
        if (child.exitCode !== null) throw new Error(`the ${name} does not start:\n${said.join("")}`);
        const answer = await ask(instance, { path, headers: { host: hostOf(settings) } }).catch(() => null);
        if (answer?.status === 200) break;
        await sleep(50);
      }
      instance.isIn = true;
      return instance;
    },
    /** `npm run keys` as that command runs, for each of these lines; what it printed. */
    async keys(rings: Rings, ...lines: string[]) {
      const run =
        'const { keys } = await import(process.argv[1]); for (const line of process.argv.slice(2)) await keys(line.split(" "));';
      const env = { ...common, ...rings } as NodeJS.ProcessEnv;
      const all = ["--input-type=module", "-e", run, join(folder, "keys.mjs"), ...lines];
      return (await promisify(execFile)(process.execPath, all, { env, cwd: root })).stdout;
    },
    async stop() {
      await Promise.all([...running].map(end));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const hostOf = ({ PUBLIC_URL = "" }: Record<string, string>) => new URL(PUBLIC_URL).host;

type Question = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** Asks one process, on a connection of its own. */
export function ask(instance: Instance, question: Question) {
  const { method = "GET", path, headers, body } = question;
  instance.calls++;
  return new Promise<Answer>((done, fail) => {
    const options = { host: "127.0.0.1", port: instance.port, method, path, headers, agent: false };
    const asked = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk)).on("error", fail);
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on("error", fail).end(body);
  }).finally(() => instance.calls--);
}

async function end(child: ChildProcess) {
  const ended = new Promise((over) => child.once("exit", over));
  if (child.exitCode === null && child.kill("SIGTERM")) await ended;
}

function findFreePort() {
  return new Promise<number>((found, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
