import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What all rounds of one mutation came to. */
export type Rounds = {
  rounds: number;
  /** Rounds with another effect than one, or with a failure that somebody saw. */
  wrong: number;
  /** Presses that were told to come back. */
  comeBack: number;
  /** How long each took, until the last press was answered. */
  ms: number[];
};
/** The same for each mutation, by its name. */
export type RoundsByName = Record<string, Rounds>;

const none: Rounds = { rounds: 0, wrong: 0, comeBack: 0, ms: [] };

/** The rounds that a file keeps; nothing yet where there is none. */
export function readRounds(path: string): RoundsByName {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as RoundsByName) : {};
}

/** What is known of one mutation. */
export const roundsOf = (all: RoundsByName, name: string): Rounds => all[name] ?? none;

/** Adds one round to what a file keeps, so that any run may be the last or go on where another was ended. */
export function addRound(
  path: string,
  name: string,
  round: { isWhole: boolean; comeBack: number; ms: number },
): RoundsByName {
  const all = readRounds(path);
  const { rounds, wrong, comeBack, ms } = roundsOf(all, name);
  all[name] = {
    rounds: rounds + 1,
    wrong: wrong + (round.isWhole ? 0 : 1),
    comeBack: comeBack + round.comeBack,
    ms: [...ms, Math.round(round.ms)],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(all)}\n`);
  renameSync(`${path}.new`, path);
  return all;
}

/** Of these the one with fewest rounds, and of those the first; undefined where each has as many as are wanted. */
export function findNext(all: RoundsByName, names: string[], wanted: number): string | undefined {
  const fewest = Math.min(...names.map((name) => roundsOf(all, name).rounds));
  return fewest < wanted ? names.find((name) => roundsOf(all, name).rounds === fewest) : undefined;
}
