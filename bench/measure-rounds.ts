import type { Subject } from "./subjects";

/** A subject's counts per CPU-second, one for each round. */
export type Measured = { name: string; perCpuSecond: number[] };

const warmMs = 2000;
const roundMs = 1500;

/**
 * Measures all subjects in turns, forwards and backwards, so that whatever else the machine does falls on all of
 * them alike; numbers of one round may be compared with each other, and only those.
 */
export async function measureRounds(subjects: { list: Subject[] }, rounds: number): Promise<Measured[]> {
  const { list } = subjects;
  for (const subject of list) await subject.measure(warmMs);
  const measured = new Map(list.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, measure } of round % 2 === 0 ? list : list.toReversed()) {
      const { count, cpuSeconds } = await measure(roundMs);
      measured.get(name)?.push(count / cpuSeconds);
    }
  }
  return [...measured].map(([name, perCpuSecond]) => ({ name, perCpuSecond }));
}
