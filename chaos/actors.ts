import { setTimeout as sleep } from "node:timers/promises";
import { createOrDelete, rotate, token } from "./acts-of-clients";
import { call, link, suspend, unlink } from "./acts-of-links";
import { invite, reset, signIn } from "./acts-of-people";
import { type Household, Over } from "./household";

/** What people and their programs do, and how often beside the rest. */
const acts: [number, (home: Household) => Promise<unknown>][] = [
  [8, link],
  [7, unlink],
  [6, call],
  [4, rotate],
  [4, token],
  [4, invite],
  [1, suspend],
  [1, createOrDelete],
  [1, signIn],
  [0.5, reset],
];
const total = acts.reduce((sum, [weight]) => sum + weight, 0);

/** All households at work side by side, each doing one thing after the other. */
export function startActors(homes: Household[]) {
  let isHeld = false;
  // Those who wait, and those who left.
  let idle = 0;
  const work = homes.map(async (home) => {
    while (!home.world.isOver()) {
      if (isHeld) {
        idle++;
        while (isHeld && !home.world.isOver()) await sleep(50);
        idle--;
        continue;
      }
      try {
        await draw(home)(home);
      } catch (error) {
        if (error instanceof Over) break;
        // A mistake of this program's own, or an answer of a shape that nobody expects.
        home.world.journal.violate(`an act broke: ${(error as Error).stack}`);
        await sleep(1000);
      }
    }
    idle++;
  });
  return {
    /** Resolves once everybody has the answer to what they did last. */
    async hold() {
      isHeld = true;
      while (idle < homes.length) await sleep(50);
    },
    goOn() {
      isHeld = false;
    },
    /** Resolves once everybody has left; the world must be over. */
    left: () => Promise.all(work),
  };
}

function draw({ random }: Household) {
  let left = random.number() * total;
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act;
  }
  return call;
}
