import { sql } from "drizzle-orm";
import { asFounder, type Tx } from "@/db/client";
import type { Mutation } from "./mutation-scenes";

/** How many rows of which table, and how many events of which kind, something left behind. */
type Left = Record<string, number>;

/** What came of one form that was sent many times at once. */
export type Round = {
  done: number;
  refused: Record<string, number>;
  /** How many were told to come back, because the database was too busy to answer them: nothing of theirs was saved. */
  comeBack: number;
  thrown: string[];
  /** Until the last was answered. */
  ms: number;
  left: Left;
  /** Whether that is what one leaves that is sent alone. */
  isOne: boolean;
};

/** What is looked at afterwards: the events alone, or every row, compared with what one leaves that is sent alone. */
type Look = "events" | "everything";

/** Sends the same form so many times at once: how many were done, how the others were refused, and what it left. */
export async function submitAtOnce(mutation: Mutation, times: number, look: Look): Promise<Round> {
  const alone = look === "everything" ? await leftAlone(mutation) : undefined;
  const send = await mutation.prepare();
  const before = await count(look);
  const from = performance.now();
  const answers = await Promise.allSettled(Array.from({ length: times }, send));
  const ms = performance.now() - from;
  const left = await since(before, look);
  const isOne = alone ? sameLeft(left, alone) : toldOnce(mutation, left);
  const round: Round = { done: 0, refused: {}, comeBack: 0, thrown: [], ms, left, isOne };
  for (const answer of answers) {
    if (answer.status === "rejected") {
      const said = describe(answer.reason);
      if (said === late) round.comeBack++;
      else round.thrown.push(said);
    } else if (answer.value.ok) round.done++;
    else round.refused[answer.value.code] = (round.refused[answer.value.code] ?? 0) + 1;
  }
  return round;
}

/** Whether exactly one had an effect and nobody saw a failure; the others may be told the same where that is meant. */
export const isWhole = ({ tellsAll }: Mutation, { done, thrown, isOne }: Round) =>
  (done === 1 || (tellsAll === true && done > 1)) && thrown.length === 0 && isOne;

/** In the words of `db/client.ts`; the page says them as `unavailable`. */
const late = "the database did not answer in time";

const known = new WeakMap<Mutation, Left>();

async function leftAlone(mutation: Mutation): Promise<Left> {
  const before = known.get(mutation);
  if (before) return before;
  const send = await mutation.prepare();
  const start = await count("everything");
  const answer = await send();
  if (!answer.ok) throw new Error(`"${mutation.name}" is refused: ${JSON.stringify(answer)}`);
  const left = await since(start, "everything");
  const isNothing = Object.keys(left).every((name) => name === "used_form_keys");
  if (isNothing || !toldOnce(mutation, left))
    throw new Error(`"${mutation.name}" leaves ${JSON.stringify(left)}`);
  known.set(mutation, left);
  return left;
}

/** Its own event once, and no other one twice. */
function toldOnce({ leaves }: Mutation, left: Left) {
  const events = Object.entries(left).filter(([name]) => name.startsWith("event "));
  return leaves ? left[`event ${leaves}`] === 1 : events.every(([, n]) => n === 1);
}

function sameLeft(a: Left, b: Left) {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => a[name] === b[name]);
}

async function since(before: Left, look: Look): Promise<Left> {
  const after = await count(look);
  const grown = Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, n]) => n !== 0));
}

const count = (look: Look) =>
  asFounder(async (tx) => {
    const events = sql`select 'event ' || type as name, count(*)::int as n from events group by type`;
    const rows = await tx.execute<{ name: string; n: number }>(
      look === "events" ? events : sql`${events} union all ${sql.raw(await countEachTable(tx))}`,
    );
    return Object.fromEntries([...rows].map(({ name, n }) => [name, n]));
  });

let counting = "";
/** But for the counters of limits, which refused tries may have too. */
async function countEachTable(tx: Tx) {
  if (counting) return counting;
  const tables = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'limit_counters'`,
  );
  counting = [...tables]
    .map(({ name }) => `select '${name}', count(*)::int from public."${name}"`)
    .join(" union all ");
  return counting;
}

/** The database's own words, which drizzle wraps. */
function describe(error: unknown) {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
