import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { connect, disconnect, enclosing, type Tx } from "./client";
import { loginUrls } from "./make-logins";
import * as schema from "./schema";

export { makeActor, viewerOf, withFormKey } from "./testing/make-actor";
export * from "./testing/makers";

/** The migrated, empty database that all others of a test run are cloned from. */
export const templateDatabase = "portal_template";

/** The database of one test worker; what happens in it is rolled back. */
export const workerDatabase = (id: number | string) => `portal_worker_${id}`;

let cluster = "";
let mine: Sql | undefined;
const own: string[] = [];

/** Copies the template. */
export async function cloneDatabase(sql: Sql, name: string) {
  await sql`create database ${sql(name)} template ${sql(templateDatabase)}`;
}

/** Points this process, and what it starts, at a database of the test cluster. */
export function pointAt(clusterUrl: string, name: string) {
  cluster = clusterUrl;
  const urls = loginUrls(cluster + name);
  Object.assign(process.env, urls);
  Object.assign(env(), urls);
}

/**
 * A fresh database for what a rolled-back transaction cannot show: races, other connections, crashes, the machine
 * login. From here to the end of the file (or the next one) everything runs in it. Returns its three addresses.
 */
export async function ownDatabase() {
  const name = `portal_own_${randomBytes(6).toString("hex")}`;
  await asSuperuser((sql) => cloneDatabase(sql, name));
  own.push(name);
  await endConnections();
  pointAt(cluster, name);
  return loginUrls(cluster + name);
}

/**
 * Runs `work` in one transaction that is undone at the end. Acts inside open their own, which nest as savepoints;
 * they share one connection, so they must run one after the other.
 */
export async function inRolledBackTransaction<T>(work: () => Promise<T>): Promise<T> {
  mine ??= connect(env().DATABASE_URL, { max: 1 });
  let result: { value: T } | undefined;
  try {
    await drizzle(mine, { schema }).transaction(async (tx: Tx) => {
      result = { value: await enclosing.run(tx, work) };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone) || !result) throw error;
  }
  return (result as { value: T }).value;
}

/** For `test("...", rolledBack(async () => ...))`. */
export function rolledBack(work: () => Promise<void>) {
  return () => inRolledBackTransaction(work);
}

/** Ends this process's connections and drops the databases it made. */
export async function leaveDatabases() {
  await endConnections();
  if (own.length === 0) return;
  await asSuperuser(async (sql) => {
    for (const name of own.splice(0)) await sql`drop database ${sql(name)} with (force)`;
  });
}

class Undone extends Error {}

async function endConnections() {
  await Promise.all([disconnect(), mine?.end({ timeout: 2 })]);
  mine = undefined;
}

async function asSuperuser(work: (sql: Sql) => Promise<void>) {
  const sql = connect(`${cluster}postgres`, { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
