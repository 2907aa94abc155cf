import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl, keptKeys, runningPort, sandboxUrl } from "./settings";

/**
 * A second portal on the database of the first, which it reaches over a wire that a story can cut (connections end
 * and are refused) or let hang (nothing comes back), and mend. Each worker has its own.
 */
export function makeOwnPortal() {
  const port = 10_000 + (process.pid % 5000);
  const wirePort = port + 5000;
  const sockets = new Set<Socket>();
  let state: "whole" | "cut" | "hanging" = "whole";
  let wire: Server | undefined;
  let portal: ChildProcess | undefined;
  let said = "";

  function carry(near: Socket) {
    if (state === "cut") return near.destroy();
    const far = connect(runningPort(), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("data", (bytes) => state === "whole" && other.write(bytes));
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }

  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    url: `http://localhost:${port}`,
    log: () => said,
    async start() {
      wire = createServer(carry).listen(wirePort, "127.0.0.1");
      const url = databaseUrl(wirePort, "portal");
      const { NEXT_DIST_DIR = ".next-test" } = process.env;
      const folder = NEXT_DIST_DIR.replace(/^\.next-?/, "") || "start";
      portal = spawn(process.execPath, [`.build/${folder}/portal.mjs`], {
        env: {
          ...process.env,
          ...keptKeys(),
          STARTER_CLIENT_ID: "portal-starter",
          NEXT_DIST_DIR,
          NODE_ENV: "production",
          MODE: "demo",
          PORT: String(port),
          DATABASE_URL: url,
          SANDBOX_URL: sandboxUrl,
          NEXTAUTH_URL: `http://localhost:${port}`,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      for (const stream of [portal.stdout, portal.stderr])
        stream?.setEncoding("utf8").on("data", (text: string) => {
          said += text;
        });
      for (let waited = 0; waited < 40_000; waited += 200) {
        const isUp = await fetch(`http://localhost:${port}/api/ready`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (isUp) return;
        await sleep(200);
      }
      throw new Error(`the portal of this story does not start:\n${said}`);
    },
    async stop() {
      endAll();
      wire?.close();
      if (!portal || portal.exitCode !== null) return;
      const ended = new Promise((over) => portal?.once("exit", over));
      portal.kill("SIGTERM");
      await ended;
    },
    cut() {
      state = "cut";
      endAll();
    },
    hang() {
      state = "hanging";
    },
    mend() {
      // What was lost on the way stays lost: only new connections are whole.
      if (state === "hanging") endAll();
      state = "whole";
    },
  };
}
