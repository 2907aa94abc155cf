/**
 * How well the times of one kind tell it from the other: the chance that a random one of `a` took longer than a random
 * one of `b`, ties counted half (Mann-Whitney), turned so that 0.5 is a coin and 1 is certainty.
 */
export function auc(a: number[], b: number[]): number {
  const all = [...a.map((ms) => ({ ms, ours: 1 })), ...b.map((ms) => ({ ms, ours: 0 }))];
  all.sort((one, other) => one.ms - other.ms);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.ms === all[from]?.ms) to++;
    const rank = (from + 1 + to) / 2;
    for (const { ours } of all.slice(from, to)) rankSum += ours * rank;
    from = to;
  }
  const chance = (rankSum - (a.length * (a.length + 1)) / 2) / (a.length * b.length);
  return Math.max(chance, 1 - chance);
}

/** The chance of so many samples of each kind to miss it by: one standard deviation where nothing differs. */
export const deviation = (a: number, b: number) => Math.sqrt((a + b + 1) / (12 * a * b));
