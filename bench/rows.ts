import type { Measured } from "./measure-rounds";
import { median, table } from "./table";

/** What is compared with what, and the least the ratio should be; none where it is only told. */
const comparisons: [string, string, number | null][] = [
  ["token request", "sign loop", 0.55],
  ["token request", "bare http, token-sized", null],
  ["grant-checked call", "bare http and the same select", 0.8],
  ["grant-checked call", "bare http, token-sized", null],
];

/** The ratios as a table: the median over the rounds, and the smallest and largest seen. */
export function rows(measured: Measured[]): string {
  const of = (name: string) => measured.find((entry) => entry.name === name)?.perCpuSecond ?? [];
  const lines = comparisons.map(([subject, floor, goal]) => {
    const ratios = of(subject).map((value, round) => value / (of(floor)[round] ?? Number.NaN));
    const [middle, least, most] = [median(ratios), Math.min(...ratios), Math.max(...ratios)];
    const verdict = goal === null ? "" : `${middle >= goal ? "reached" : "missed"} (${goal.toFixed(2)})`;
    return [`${subject} : ${floor}`, middle.toFixed(2), `${least.toFixed(2)} - ${most.toFixed(2)}`, verdict];
  });
  return table(["ratio", "median", "range", "goal"], lines);
}
