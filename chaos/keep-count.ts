import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Part, parts } from "./product";

/** What all runs so far came to. */
export type Count = {
  runs: number;
  lastSeed: number;
  kills: Record<Part, number>;
  acknowledged: Record<string, number>;
  lost: number;
  violations: number;
  afterUnlink: { calls: number; accepted: number };
  readyMs: number[];
  messages: { events: number; missing: number; unsigned: number; foreign: number };
};

const none: Count = {
  runs: 0,
  lastSeed: 0,
  kills: { portal: 0, sandbox: 0, worker: 0, postgres: 0 },
  acknowledged: {},
  lost: 0,
  violations: 0,
  afterUnlink: { calls: 0, accepted: 0 },
  readyMs: [],
  messages: { events: 0, missing: 0, unsigned: 0, foreign: 0 },
};

/** The count that a file keeps; nothing yet where there is none. */
export function readCount(path: string): Count {
  return existsSync(path) ? { ...none, ...JSON.parse(readFileSync(path, "utf8")) } : structuredClone(none);
}

/** Adds a run to it, so that it may go on another time. */
export function addRun(path: string, run: Omit<Count, "runs">): Count {
  const before = readCount(path);
  const add = (a: Record<string, number>, b: Record<string, number>) => {
    const both = { ...a };
    for (const [name, n] of Object.entries(b)) both[name] = (both[name] ?? 0) + n;
    return both;
  };
  const after: Count = {
    runs: before.runs + 1,
    lastSeed: run.lastSeed,
    kills: add(before.kills, run.kills) as Count["kills"],
    acknowledged: add(before.acknowledged, run.acknowledged),
    lost: before.lost + run.lost,
    violations: before.violations + run.violations,
    afterUnlink: add(before.afterUnlink, run.afterUnlink) as Count["afterUnlink"],
    readyMs: [...before.readyMs, ...run.readyMs.map(Math.round)],
    messages: add(before.messages, run.messages) as Count["messages"],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(after)}\n`);
  renameSync(`${path}.new`, path);
  return after;
}

/** All kills of a count. */
export const killsOf = ({ kills }: Count) => parts.reduce((sum, part) => sum + kills[part], 0);
