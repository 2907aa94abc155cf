import { parseArgs } from "node:util";

/** What is asked for at the command line. */
export type Words = {
  what: string;
  seed: number;
  kills: number;
  minutes: number;
  households: number;
  restarts: number;
  rounds: number;
  seconds: number;
  only: string;
  apart: boolean;
};

/** Reads it; undefined where something is no number. */
export function readWords(args: string[]): Words | undefined {
  const text = { type: "string" } as const;
  const names = { kills: 100, minutes: 30, households: 6, restarts: 10, rounds: 100, seconds: 60 };
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        seed: text,
        only: text,
        apart: { type: "boolean" },
        ...Object.fromEntries(Object.keys(names).map((name) => [name, text])),
      },
    });
    const { apart = false, ...rest } = values as { apart?: boolean };
    const given = rest as Record<string, string | undefined>;
    const numbers = Object.fromEntries(
      Object.entries(names).map(([name, fallback]) => [
        name,
        given[name] === undefined ? fallback : Number(given[name]),
      ]),
    ) as typeof names;
    // Another one each time: what one run does not find the next may.
    const seed = given.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given.seed);
    if (!Object.values({ ...numbers, seed }).every((value) => value >= 0)) return undefined;
    return { what: positionals[0] ?? "kills", seed, only: given.only ?? "", apart, ...numbers };
  } catch {
    return undefined;
  }
}
