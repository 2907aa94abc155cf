import { auc, deviation } from "./auc";
import type { Pair, Sample } from "./pairs";

/** What came of one pair. `differs`: the first place at which two answers were not the same, in words. */
export type Found = {
  name: string;
  samples: number;
  knownMs: number;
  unknownMs: number;
  auc: number;
  deviation: number;
  differs: string | null;
};

const warmUp = 5;

/** Asks for both of a pair by turns, each first as often as the other, one after the other. */
export async function measure({ name, known, unknown }: Pair, count: number): Promise<Found> {
  const samples: { known: Sample[]; unknown: Sample[] } = { known: [], unknown: [] };
  for (let round = -warmUp; round < count; round++) {
    // By chance, so that nothing with a rhythm of its own falls on one of the two.
    const first = Math.random() < 0.5;
    const [one, other] = first ? [known, unknown] : [unknown, known];
    const [a, b] = [await one(), await other()];
    if (round < 0) continue;
    samples.known.push(first ? a : b);
    samples.unknown.push(first ? b : a);
  }
  const [ours, theirs] = [samples.known.map(({ ms }) => ms), samples.unknown.map(({ ms }) => ms)];
  return {
    name,
    samples: count,
    knownMs: middle(ours),
    unknownMs: middle(theirs),
    auc: auc(ours, theirs),
    deviation: deviation(ours.length, theirs.length),
    differs: findDifference(samples.known, samples.unknown),
  };
}

function findDifference(known: Sample[], unknown: Sample[]) {
  const say = ({ status, said }: Sample) => `${status} ${said}`;
  const expected = known[0] && say(known[0]);
  const other = [...known, ...unknown].map(say).find((said) => said !== expected);
  if (other === undefined || expected === undefined) return null;
  let at = 0;
  while (expected[at] === other[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `known:   ${part(expected)}\nunknown: ${part(other)}`;
}

function middle(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
