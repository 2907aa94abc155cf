import type { Seen } from "./seen";

/**
 * The fewest sights, or nearly, that together show every page and every kind of element: always the one next that
 * shows most of what none before it showed. The same sights give the same choice, whoever brought them first.
 */
export function chooseSights(seen: Seen[]): Seen[] {
  const missing = new Set(seen.flatMap(({ shapes }) => shapes));
  const news = ({ shapes }: Seen) => shapes.reduce((sum, shape) => sum + (missing.has(shape) ? 1 : 0), 0);
  let waiting = seen.map((sight) => ({ sight, news: sight.shapes.length }));
  const chosen: Seen[] = [];
  while (missing.size > 0) {
    waiting = waiting.filter((one) => one.news > 0).sort(byNews);
    const [most] = waiting;
    if (!most) break;
    // What a sight had to show can only have become less, so one that still has most has the most of all.
    const left = news(most.sight);
    if (left === most.news) {
      chosen.push(most.sight);
      for (const shape of most.sight.shapes) missing.delete(shape);
      most.news = 0;
    } else most.news = left;
  }
  return chosen;
}

type Waiting = { sight: Seen; news: number };

const byNews = (a: Waiting, b: Waiting) =>
  b.news - a.news || a.sight.html.length - b.sight.html.length || (a.sight.at < b.sight.at ? -1 : 1);
