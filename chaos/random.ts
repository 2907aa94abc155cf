/** Choices that come out of a seed alone, so that a run's plan can be made again. */
export type Random = {
  /** At least 0, below 1. */
  number: () => number;
  pick: <T>(list: readonly T[]) => T;
  /** Whether something happens that happens so often. */
  chance: (share: number) => boolean;
  between: (from: number, to: number) => number;
  /** Small letters, so many. */
  letters: (count: number) => string;
};

/** The choices of a seed (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]) => list[Math.floor(number() * list.length)] as T;
  return {
    number,
    pick,
    chance: (share) => number() < share,
    between: (from, to) => from + number() * (to - from),
    letters: (count) => Array.from({ length: count }, () => pick([..."abcdefghijkmnpqrstuvwxyz"])).join(""),
  };
}
