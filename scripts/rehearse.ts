import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Sql } from "postgres";
import { connect } from "@/db/client";
import { withMigrationsUntil } from "@/db/cut-migrations";
import { startPostgres } from "@/db/embedded";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";
import { fillFirstSchema } from "@/db/rehearsal/fill-first-schema";
import { driveTraffic, type Fared, watchLocks } from "./rehearse/drive-traffic";
import { Plain } from "./start/step.mjs";
import { removeData, removeLeftData } from "./test/remove-data";

const usage = "npm run rehearse -- [--links=1000000] [--from=<a migration; 0002_domains>]";
const first = "0002_domains";

/**
 * Brings a database of its own from an older schema to the newest while the first release goes on beside it, and says
 * what was lost, what failed and how long anybody waited for a lock.
 */
export async function rehearse(words: string[]) {
  const { links, from } = readWords(words);
  await removeLeftData(resolve(".cache"), "rehearsal");
  const dataDir = resolve(".cache", `rehearsal-${process.pid}`);
  const server = await startPostgres({ dataDir });
  try {
    const { DATABASE_OWNER_URL: url } = await makeLogins(server, "portal");
    const upTo = (tag: string) =>
      withMigrationsUntil(
        (entry) => entry.tag === tag,
        (folder) => migrateDatabase(url, logins, folder),
      );
    const sql = connect(url, { max: 2, idle_timeout: undefined });
    await upTo(first);
    await timed(`filled with ${links.toLocaleString("en")} links`, () => fillFirstSchema(sql, links));
    if (from !== first) await timed(`brought to ${from}`, () => upTo(from));
    const before = await countRows(sql);
    const traffic = driveTraffic(url);
    const endWatch = watchLocks(sql);
    let lockMs = 0;
    try {
      await sleep(2000);
      await timed(`brought from ${from} to the newest, beside traffic`, () => migrateDatabase(url, logins));
      await sleep(2000);
    } finally {
      // Whatever happened: nothing may still ask a server that is stopped.
      await traffic.end();
      lockMs = await endWatch();
    }
    say(traffic.fared, lockMs, before, await countRows(sql));
    await sql.end();
  } finally {
    await server.stop();
    await removeData(dataDir);
  }
}

function readWords(words: string[]) {
  try {
    const text = { type: "string" } as const;
    const { links = "1000000", from = first } = parseArgs({
      args: words,
      options: { links: text, from: text },
    }).values;
    if (!(Number(links) >= 400)) throw new Error("too few");
    return { links: Number(links), from };
  } catch {
    throw new Plain(usage);
  }
}

async function timed(what: string, work: () => Promise<void>) {
  const from = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function countRows(sql: Sql) {
  const counts: Record<string, number> = {};
  for (const table of [
    "organisations",
    "people",
    "members",
    "sellers",
    "clients",
    "secrets",
    "seller_links",
    "events",
  ]) {
    const [row] = await sql`select count(*)::integer as n from ${sql(table)}`;
    counts[table] = row?.n;
  }
  return counts;
}

function say(fared: Fared[], lockMs: number, before: Record<string, number>, after: Record<string, number>) {
  for (const { name, count, slowestMs, failures } of fared) {
    console.log(`${name.padEnd(22)}${String(count).padStart(8)} times, slowest ${slowestMs.toFixed(0)} ms`);
    for (const failure of new Set(failures))
      console.log(`  FAILED ${failures.filter((one) => one === failure).length}: ${failure}`);
  }
  // Each new link is one shop, one link and two events; nothing else comes or goes.
  const made = fared.find(({ name }) => name === "new link and its end");
  const acknowledged =
    (made?.count ?? 0) - (made?.failures.filter((f) => !f.startsWith("answered")).length ?? 0);
  const wanted: Record<string, number> = {
    sellers: acknowledged,
    seller_links: acknowledged,
    events: 2 * acknowledged,
  };
  const lost = Object.entries(before).map(
    ([table, rows]) => rows + (wanted[table] ?? 0) - (after[table] ?? 0),
  );
  const failed = fared.reduce((sum, { failures }) => sum + failures.length, 0);
  console.log(`longest wait for a lock ${lockMs.toFixed(0)} ms, ${failed} failed`);
  console.log(`rows lost ${lost.reduce((sum, n) => sum + Math.max(0, n), 0)}`);
  if (failed > 0 || lost.some((n) => n > 0)) process.exitCode = 1;
}
