import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { disconnect } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { logins, makeLogins } from "@/db/make-logins";
import { migrateDatabase } from "@/db/migrate";
import { percentile } from "./journal";
import { mutations } from "./mutations";
import { isWhole, submitAtOnce } from "./submit-at-once";

const times = 100;

/** Sends each mutation's form a hundred times at once, so many rounds; the sentences say which were not whole. */
export async function runSubmits(plan: { rounds: number; only: string }, say: (line: string) => void) {
  const dataDir = resolve(".cache", `chaos-submits-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const server = await startPostgres({ dataDir });
  const wrong: string[] = [];
  let rounds = 0;
  try {
    const urls = await makeLogins(server, "portal");
    await migrateDatabase(urls.DATABASE_OWNER_URL, logins);
    const key = () => `k1:${randomBytes(32).toString("base64")}`;
    const session = { SESSION_SECRET: randomBytes(32).toString("hex"), SECRET_PEPPER: key(), KEYS: key() };
    Object.assign(process.env, urls, session, { MODE: "demo", LIMITS: "off", LOG_LEVEL: "error" });
    for (const mutation of mutations.filter(({ name }) => name.includes(plan.only))) {
      const took: number[] = [];
      for (let n = 0; n < plan.rounds; n++) {
        const from = performance.now();
        const round = await submitAtOnce(mutation, times);
        took.push(performance.now() - from);
        rounds++;
        if (!isWhole(round)) wrong.push(`${mutation.name}, round ${n + 1}: ${JSON.stringify(round)}`);
      }
      say(`${mutation.name.padEnd(40)}${plan.rounds} rounds, p50 ${percentile(took, 0.5).toFixed(0)} ms`);
    }
  } finally {
    await disconnect();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { wrong, rounds, submits: rounds * times, mutations: mutations.length };
}
