import { sql } from "drizzle-orm";
import { vi } from "vitest";
import type { Tx } from "@/db/client";
import { rightsWithoutEvent } from "@/lib/accounts/rights-without-event.testing";
import { type Watch, watches } from "./acts-watched";

/**
 * What is written beside a change, or counts, or keeps out repeats: not by itself something that happened. Nor is a claim:
 * it must look the same whether such a seller account exists, and what comes of it is an event.
 */
const beside = new Set([
  "used_form_keys",
  "limit_counters",
  "mails",
  "deliveries",
  "digest_lines",
  "owed_letters",
  "claims",
]);

/** Rows written in each table by the transaction so far. The server counts them by itself. */
async function readWritten(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.execute<{ name: string; n: number }>(sql`
    select relname as name, (pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid))::int as n
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  return Object.fromEntries([...rows].map(({ name, n }) => [name, n]));
}

/** Throws where an allowed act changed something and left no event: in every test of every act, without being asked. */
async function judge(tx: Tx, { rights, earlier }: Watch, result: unknown) {
  const isDone = typeof result === "object" && result !== null && "ok" in result && result.ok === true;
  if (!isDone || rights.length === 0 || rights.some((right) => right in rightsWithoutEvent)) return;
  const later = await readWritten(tx);
  const written = Object.keys(later).filter((name) => later[name] !== earlier[name]);
  const changed = written.filter((name) => !beside.has(name));
  if (changed.length > 0 && !written.includes("events"))
    throw new Error(`"${rights.join(", ")}" changed ${changed.join(", ")} and left no event`);
}

vi.mock("@/lib/accounts/allow", async (importOriginal) => {
  const original = await importOriginal<typeof import("@/lib/accounts/allow")>();
  const allow: typeof original.allow = async (tx, actor, right) => {
    const refusal = await original.allow(tx, actor, right);
    const watch = watches.getStore();
    if (refusal || !watch) return refusal;
    if (watch.rights.length === 0) watch.earlier = await readWritten(tx);
    watch.rights.push(right);
    return null;
  };
  return { ...original, allow };
});

vi.mock("@/db/client", async (importOriginal) => {
  const original = await importOriginal<typeof import("@/db/client")>();
  const watched =
    <T>(work: (tx: Tx) => Promise<T>) =>
    (tx: Tx) => {
      const watch: Watch = { rights: [], earlier: {} };
      return watches.run(watch, async () => {
        const result = await work(tx);
        await judge(tx, watch, result);
        return result;
      });
    };
  return {
    ...original,
    inOrganisation: (actor: { organisationId: string }, work: (tx: Tx) => Promise<unknown>) =>
      original.inOrganisation(actor, watched(work)),
    asVisitor: (work: (tx: Tx) => Promise<unknown>) => original.asVisitor(watched(work)),
    asOperator: (work: (tx: Tx) => Promise<unknown>) => original.asOperator(watched(work)),
  };
});
