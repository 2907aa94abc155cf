import { sql } from "drizzle-orm";
import { asFounder } from "@/db/client";
import type { Mutation } from "./mutation-scenes";

/** What came of one form that was sent many times at once. */
export type Round = { done: number; refused: Record<string, number>; thrown: string[]; events: number };

/** Sends the same form so many times at once: how many were done, how the others were refused, and what it left. */
export async function submitAtOnce({ leaves, prepare }: Mutation, times: number): Promise<Round> {
  const send = await prepare();
  const before = await countEvents(leaves);
  const answers = await Promise.allSettled(Array.from({ length: times }, send));
  const round: Round = { done: 0, refused: {}, thrown: [], events: (await countEvents(leaves)) - before };
  for (const answer of answers) {
    if (answer.status === "rejected") round.thrown.push(describe(answer.reason));
    else if (answer.value.ok) round.done++;
    else round.refused[answer.value.code] = (round.refused[answer.value.code] ?? 0) + 1;
  }
  return round;
}

/** Whether exactly one had an effect, and nobody saw a failure. */
export const isWhole = ({ done, thrown, events }: Round) => done === 1 && events === 1 && thrown.length === 0;

async function countEvents(type: string) {
  const [row] = await asFounder((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from events where type = ${type}`),
  );
  return row?.n ?? 0;
}

/** The database's own words, which drizzle wraps. */
function describe(error: unknown) {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
