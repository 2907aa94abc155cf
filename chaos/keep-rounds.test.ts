import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addRound, findNext, readRounds, roundsOf } from "./keep-rounds";

const folder = mkdtempSync(join(tmpdir(), "portal-rounds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("rounds add up over runs, and the mutation with fewest is next", () => {
  const path = join(folder, "deep", "rounds.json");
  const names = ["link", "unlink"];
  expect(findNext(readRounds(path), names, 2)).toBe("link");
  const whole = { isWhole: true, comeBack: 0, ms: 12.4 };
  addRound(path, "link", whole);
  expect(findNext(readRounds(path), names, 2)).toBe("unlink");
  addRound(path, "unlink", { isWhole: false, comeBack: 3, ms: 99 });
  const all = addRound(path, "link", whole);
  expect(readRounds(path)).toEqual(all);
  expect(roundsOf(all, "link")).toEqual({ rounds: 2, wrong: 0, comeBack: 0, ms: [12, 12] });
  expect(roundsOf(all, "unlink")).toEqual({ rounds: 1, wrong: 1, comeBack: 3, ms: [99] });
  expect(roundsOf(all, "another").rounds).toBe(0);
  expect(findNext(all, names, 2)).toBe("unlink");
  expect(findNext(all, names, 1)).toBeUndefined();
});
