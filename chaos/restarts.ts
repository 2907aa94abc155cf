import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Postgres, startPostgres } from "@/db/embedded";
import { loginUrls, makeLogins } from "@/db/make-logins";
import { startActors } from "./actors";
import { checkAll } from "./check-all";
import { makeHouseholds } from "./make-households";
import { startProbes } from "./probes";
import { findFreePort, type Part } from "./product";
import { makeRandom } from "./random";
import { setStage } from "./stage";

const processes: Part[] = ["portal", "sandbox", "worker"];
/** How a database goes away: cut off, stopped by its administrator, or with the crash of one of its own processes. */
const ways = ["kill -9", "fast stop", "kill -9 of a backend"] as const;

/**
 * Takes the database of the running product away and brings it back so many times under load: no process may end, no
 * API may answer with a page, and all goes on soon after the database is back.
 */
export async function runRestarts(plan: { seed: number; restarts: number }, say: (line: string) => void) {
  const random = makeRandom(plan.seed);
  const dataDir = resolve(".cache", `chaos-cluster-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const port = await findFreePort();
  let cluster: Postgres = await startPostgres({ dataDir, port });
  await makeLogins(cluster, "portal");
  const stage = await setStage("restarts", plan.seed, loginUrls(cluster.superUrl("portal")));
  const { world } = stage;
  const firstSuccessMs: Record<string, number[]> = { portal: [], sandbox: [] };
  try {
    const [begun] = await stage.rows<{ at: string }>(sql`select now()::text as at`);
    const homes = await makeHouseholds(world, plan.seed, 4);
    const pids = processes.map((part) => world.product.pidOf(part));
    const probes = await startProbes(homes[0]);
    const actors = startActors(homes);
    for (let n = 0; n < plan.restarts && world.journal.violations.length === 0; n++) {
      await sleep(random.between(2000, 5000));
      const way = ways[n % ways.length] ?? "kill -9";
      const backMs = await restart(way);
      const back = Date.now();
      for (const name of Object.keys(firstSuccessMs))
        firstSuccessMs[name]?.push(await probes.firstAfter(name, back));
      say(`${way}: the database was away ${backMs} ms, first answers ${probes.said(firstSuccessMs)}`);
      processes.forEach((part, i) => {
        if (world.product.pidOf(part) !== pids[i])
          world.journal.violate(`${part} ended as its database went`);
      });
    }
    await sleep(1000);
    await actors.hold();
    await probes.stop();
    world.journal.violations.push(...(await checkAll(stage, begun?.at ?? "", homes)));
    stage.close();
    await actors.left();
    return { journal: world.journal, firstSuccessMs, probes: probes.counts };
  } finally {
    await stage.strike();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }

  /** Milliseconds until it answers again. */
  async function restart(way: (typeof ways)[number]) {
    const from = Date.now();
    if (way === "kill -9 of a backend") {
      const [backend] = await stage.rows<{ pid: number }>(
        sql`select pid from pg_stat_activity where usename like 'portal%' and pid <> pg_backend_pid() limit 1`,
      );
      if (backend && isOurs(backend.pid)) process.kill(backend.pid, "SIGKILL");
      // The postmaster ends all others and recovers by itself.
      await sleep(100);
      await waitForAnswer();
      return Date.now() - from;
    }
    if (way === "kill -9") process.kill(cluster.pid, "SIGKILL");
    else await cluster.stop();
    await cluster.exited;
    await sleep(random.between(0, 2000));
    cluster = await startPostgres({ dataDir, port });
    return Date.now() - from;
  }

  async function waitForAnswer() {
    for (let tries = 0; tries < 300; tries++) {
      try {
        await stage.rows(sql`select 1`);
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new Error("the database does not come back");
  }

  function isOurs(pid: number) {
    const parent = execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    return Number(parent) === cluster.pid;
  }
}
