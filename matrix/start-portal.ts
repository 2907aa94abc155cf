import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { env } from "@/lib/env";
import { buildPages } from "../scripts/start/build-pages.mjs";
import { root } from "./read-build";

/** The folder of the build that is looked at. */
export const pagesFolder = process.env.NEXT_DIST_DIR || ".next-test";

type Settings = Record<string, string | undefined>;

/** Where the portal stands in production, to whoever asks it. */
export const productionOrigin = "https://portal.test";

/** The portal as it stands in production, behind one proxy that speaks https. */
export function startInProduction() {
  env().PUBLIC_URL = productionOrigin;
  return startPortal({
    MODE: "production",
    PUBLIC_URL: productionOrigin,
    SANDBOX_URL: "https://sandbox.test",
    SMTP_URL: "smtp://127.0.0.1:9",
    TRUSTED_PROXY_HOPS: "1",
    EMBEDDED_DATABASE: "",
  });
}

/**
 * The portal as it is built, started on the database that this process points at; resolves once it answers. Its
 * pages are built here only where that was not done before.
 */
export async function startPortal(settings: Settings = {}) {
  await buildPages(pagesFolder);
  const [port, name] = [await findFreePort(), `portal-${process.pid}.mjs`];
  // Next is looked for from where the bundle lies.
  const bundle = join(root, ".cache", name);
  await build({
    entryPoints: [join(root, "portal/server.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    logLevel: "error",
  });
  const said: string[] = [];
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    env: {
      ...process.env,
      NEXT_DIST_DIR: pagesFolder,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      PORT: String(port),
      NEXTAUTH_URL: settings.PUBLIC_URL ?? `http://localhost:${port}`,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(String(text)));
  await Promise.race([answering(port), failed(child, said)]);
  return {
    port,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${port}`,
    /** What it wrote down: nothing but warnings and errors. */
    said: () => said.join(""),
    async stop() {
      const ended = new Promise((over) => child.once("exit", over));
      if (child.exitCode === null && child.kill("SIGTERM")) await ended;
      rmSync(bundle, { force: true });
    },
  };
}

async function answering(port: number) {
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((later) => setTimeout(later, 50));
  }
}

function failed(child: ChildProcess, said: string[]) {
  return new Promise<never>((_, fail) => {
    child.once("exit", () => fail(new Error(`the portal does not start:\n${said.join("")}`)));
  });
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
