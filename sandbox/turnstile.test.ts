import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turnstile } from "./turnstile";

/** Connections as far as the turnstile touches them, and the order in which they are read again. */
function connections(count: number) {
  const read: number[] = [];
  const all = Array.from({ length: count }, (_, n) => ({
    destroyed: false,
    isPaused: false,
    pause() {
      this.isPaused = true;
    },
    resume() {
      this.isPaused = false;
      read.push(n);
    },
  }));
  return { read, all: all as unknown as (Socket & { isPaused: boolean })[] };
}

test("connections rest until their turn, some at each turn of the loop, the longest resting first", async () => {
  const { read, all } = connections(300);
  const turnstile = new Turnstile();
  for (const one of all) {
    turnstile.rest(one);
    expect(one.isPaused).toBe(true);
  }
  const counts: number[] = [];
  while (read.length < all.length && counts.length < 10) {
    await turn();
    counts.push(read.length);
  }
  expect(counts[0]).toBeLessThan(all.length);
  expect(read).toEqual(all.map((_, n) => n));
});

test("one that comes back goes behind the others, and one that is gone is left alone", async () => {
  const { read, all } = connections(130);
  const turnstile = new Turnstile();
  const [first, gone] = all;
  if (!first || !gone) throw new Error("no connections");
  Object.assign(gone, { destroyed: true });
  for (const one of all) turnstile.rest(one);
  expect(gone.isPaused).toBe(false);
  await turn();
  turnstile.rest(first);
  while (first.isPaused) await turn();
  expect(read.at(-1)).toBe(0);
  expect(read).toHaveLength(130);
});
