import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { env } from "@/lib/env";
import { outliveConnection } from "./outlive-connection";
import * as schema from "./schema";

/** What runs SQL inside one of the ways below. */
export type Tx = Parameters<Parameters<PostgresJsDatabase<typeof schema>["transaction"]>[0]>[0];
type Role = "portal_app" | "portal_worker" | "portal_operator" | "portal_definer";

/** In a test: the transaction that is rolled back at its end, and that everything nests in. */
export const enclosing = new AsyncLocalStorage<Tx>();

// Kept on globalThis, because a reload in watch mode would leak a pool each time.
const kept = globalThis as unknown as { portalSql?: Sql; portalMachineSql?: Sql; portalOwnerSql?: Sql };

/** How this project connects: bounded, patient for seconds only, and without prepared names if asked. */
export function connect(url: string, more: postgres.Options<Record<string, never>> = {}) {
  const parsed = new URL(url);
  const prepare = parsed.searchParams.get("prepare") !== "false";
  parsed.searchParams.delete("prepare");
  const sql = postgres(parsed.href, {
    max: 10,
    connect_timeout: 5,
    idle_timeout: 60,
    // The driver's own pauses grow to twenty seconds, for which a database that is back would go unnoticed.
    backoff: () => 0.2 + Math.random() / 10,
    prepare,
    onnotice: () => {},
    ...more,
  });
  return outliveConnection(sql);
}

/** The login a role is taken on from. Only the owner's may become the founder; portal and worker have no way to. */
function loginFor(role: Role) {
  if (role === "portal_definer") {
    kept.portalOwnerSql ??= connect(env().DATABASE_OWNER_URL, { max: 2 });
    return drizzle(kept.portalOwnerSql, { schema });
  }
  kept.portalSql ??= connect(env().DATABASE_URL);
  return drizzle(kept.portalSql, { schema });
}

/** Ends this process's connections. */
export async function disconnect() {
  const { portalSql, portalMachineSql, portalOwnerSql } = kept;
  Object.assign(kept, { portalSql: undefined, portalMachineSql: undefined, portalOwnerSql: undefined });
  await Promise.all([portalSql, portalMachineSql, portalOwnerSql].map((sql) => sql?.end({ timeout: 2 })));
}

/**
 * Runs `work` in one transaction as `role`, seeing what `organisationId` may see. A returned refusal
 * (`{ ok: false }`) undoes everything, as a thrown error does; nothing of the role remains after commit.
 */
async function as<T>(role: Role, organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = enclosing.getStore();
  const isPatient = outer !== undefined || role === "portal_definer";
  const wait: Wait = { isOver: false };
  const run = async (tx: Tx) => {
    refuseLate(wait);
    await tx.execute(
      sql`select set_config('role', ${role}, true), set_config('app.organisation_id', ${organisationId}, true)${isPatient ? sql`` : serverPatience}`,
    );
    const result = await work(tx);
    if (isRefusal(result)) throw new Undo(result);
    refuseLate(wait);
    return result;
  };
  try {
    if (outer) return await outer.transaction(run);
    const done = loginFor(role).transaction(run);
    return await (isPatient ? done : inTime(done, wait));
  } catch (error) {
    if (error instanceof Undo) return error.result as T;
    throw error;
  } finally {
    // A savepoint keeps what was set in it; a test goes on as the owner.
    if (outer)
      await outer.execute(
        sql`select set_config('role', 'none', true), set_config('app.organisation_id', '', true)`,
      );
  }
}

const patienceMs = 12_000;
// The server gives up by itself too: what we stopped waiting for must not be saved later.
const serverPatience = sql`, set_config('statement_timeout', '10s', true), set_config('idle_in_transaction_session_timeout', '10s', true)`;

/** Whether somebody still waits for a transaction's answer. */
type Wait = { isOver: boolean };

const tooLate = () => new Error("the database did not answer in time");

/** Keeps from being saved what was answered already with "nothing was saved": many short statements are long too. */
function refuseLate(wait: Wait) {
  if (wait.isOver) throw tooLate();
}

/** The same, or an error when a database that hangs has not answered in twelve seconds; then the wait is over. */
function inTime<T>(work: Promise<T>, wait: Wait): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      wait.isOver = true;
      fail(tooLate());
    }, patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

class Undo {
  constructor(readonly result: unknown) {}
}

function isRefusal(result: unknown) {
  return typeof result === "object" && result !== null && "ok" in result && result.ok === false;
}

/** As a member of an organisation: its rows, and the two-sided rows it is one side of. */
export function inOrganisation<T>(actor: { organisationId: string }, work: (tx: Tx) => Promise<T>) {
  return as("portal_app", actor.organisationId, work);
}

/**
 * Goes on for a moment as a member of another organisation, in the same transaction: for what ends in several of a
 * person's organisations at once or not at all. What was before is restored.
 */
export async function within<T>(tx: Tx, organisationId: string, work: () => Promise<T>): Promise<T> {
  const show = (id: string) => tx.execute(sql`select set_config('app.organisation_id', ${id}, true)`);
  const [before] = await tx.execute<{ id: string }>(
    sql`select coalesce(current_setting('app.organisation_id', true), '') as id`,
  );
  await show(organisationId);
  const result = await work();
  await show(before?.id ?? "");
  return result;
}

/** Without an organisation: people, sessions, pending sign-ups, mailed links, the public directory. */
export function asVisitor<T>(work: (tx: Tx) => Promise<T>) {
  return as("portal_app", "", work);
}

/** As the worker: outboxes, lapsed links, rows past their time. */
export function asWorker<T>(work: (tx: Tx) => Promise<T>) {
  return as("portal_worker", "", work);
}

/** As the marketplace's staff: reads across organisations. Each look is an event. */
export function asOperator<T>(work: (tx: Tx) => Promise<T>) {
  return as("portal_operator", "", work);
}

/** As the one role that may write everything: demo data and the first start, never a request. */
export function asFounder<T>(work: (tx: Tx) => Promise<T>) {
  return as("portal_definer", "", work);
}

/**
 * The machine paths (token endpoint, Seller API): single autocommit statements on a login with narrow grants.
 * Where no login of its own is configured, the connection takes the narrow role at once and for good.
 */
export function asMachine(): Sql {
  const own = env().DATABASE_MACHINE_URL !== env().DATABASE_URL;
  // A transaction pooler refuses this word at the start of a connection: behind one the login must be its own.
  const connection = own ? undefined : ({ role: "portal_machine" } as never);
  kept.portalMachineSql ??= connect(env().DATABASE_MACHINE_URL, { connection });
  return kept.portalMachineSql;
}
