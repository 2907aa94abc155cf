import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { disconnect } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";
import { log } from "@/lib/log";
import { addRound, findNext, readRounds } from "./keep-rounds";
import { mutations } from "./mutations";
import { isWhole, submitAtOnce } from "./submit-at-once";

const times = 100;
const countPath = ".cache/chaos-submits.json";

/** What is asked: how many rounds each mutation is to have in the end, for how long, and of which. */
type Plan = { rounds: number; minutes: number; only: string };

/**
 * Sends each mutation's form a hundred times at once, round after round, those with fewest first, until each has had so
 * many in all runs together or the time is over. What was not whole is said in `wrong`.
 */
export async function runSubmits(plan: Plan, say: (line: string) => void) {
  const dataDir = resolve(".cache", `chaos-submits-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const server = await startPostgres({ dataDir });
  const wrong: string[] = [];
  const names = mutations.map(({ name }) => name).filter((name) => name.includes(plan.only));
  let [all, rounds] = [readRounds(countPath), 0];
  try {
    const urls = await makeLogins(server, "portal");
    await migrateDatabase(urls.DATABASE_OWNER_URL, logins);
    const key = () => `k1:${randomBytes(32).toString("base64")}`;
    const session = { SESSION_SECRET: randomBytes(32).toString("hex"), SECRET_PEPPER: key(), KEYS: key() };
    Object.assign(process.env, urls, session, { MODE: "demo", LIMITS: "off", LOG_LEVEL: "error" });
    // It was made before the settings were.
    log.level = "error";
    const end = performance.now() + plan.minutes * 60_000;
    while (performance.now() < end) {
      const next = findNext(all, names, plan.rounds);
      const mutation = mutations.find(({ name }) => name === next);
      if (!mutation) break;
      const round = await submitAtOnce(mutation, times, "everything");
      all = addRound(countPath, mutation.name, { ...round, isWhole: isWhole(mutation, round) });
      if (!isWhole(mutation, round)) wrong.push(`${mutation.name}: ${JSON.stringify(round)}`);
      if (++rounds % names.length === 0) say(`${rounds} rounds, ${wrong.length} not whole`);
    }
  } finally {
    await disconnect();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { wrong, rounds, all, names };
}
