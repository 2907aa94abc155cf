/** A source of choices that gives the same ones each time, so that the demo data looks alike everywhere. */
export type Chance = ReturnType<typeof makeChance>;

/** Choices that follow from `seed` alone (mulberry32). Never for anything secret. */
export function makeChance(seed: number) {
  let state = seed >>> 0;
  /** At least 0, below 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  /** Anywhere from `from` up to `to`. */
  const between = (from: number, to: number) => from + next() * (to - from);
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[Math.floor(next() * choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  };
  /** The same things in another order; the given list stays as it is. */
  const shuffle = <T>(things: readonly T[]): T[] => {
    return things
      .map((thing) => ({ thing, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ thing }) => thing);
  };
  return { next, between, pick, shuffle };
}
