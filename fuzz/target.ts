import { deepStrictEqual } from "node:assert/strict";
import { type Arbitrary, check, property } from "fast-check";

/** What came of many inputs. `failure` tells the smallest input found that breaks the promise, and how. */
export type Outcome = { name: string; count: number; seconds: number; failure: string | null };

/** A reader and what is promised of it, to be held against as many inputs as wanted. */
export type Target = { name: string; run: (count: number, seed: number) => Outcome };

/** A target that keeps its promise as long as `hold` does not throw. The same seed makes the same inputs. */
export function promise<Input>(name: string, inputs: Arbitrary<Input>, hold: (input: Input) => void): Target {
  return {
    name,
    run(count, seed) {
      const from = performance.now();
      const found = check(property(inputs, hold), { numRuns: count, seed });
      const seconds = (performance.now() - from) / 1000;
      const failure = found.failed
        ? `${JSON.stringify(found.counterexample?.[0])}\n${(found.errorInstance as Error | null)?.message}`
        : null;
      return { name, count: found.numRuns, seconds, failure };
    },
  };
}

/** A target whose reader must say what a small model of it says, which is written another way. */
export function sameAs<Input>(
  name: string,
  inputs: Arbitrary<Input>,
  read: (input: Input) => unknown,
  model: (input: Input) => unknown,
): Target {
  return promise(name, inputs, (input) => deepStrictEqual(read(input), model(input)));
}
