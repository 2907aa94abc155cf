import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { startActors } from "./actors";
import { ProductApart } from "./apart";
import { checkAll } from "./check-all";
import { outboxes } from "./invariants";
import { sum } from "./journal";
import { makeHouseholds } from "./make-households";
import { type Part, Product, parts } from "./product";
import { makeRandom } from "./random";
import { type Stage, setStage } from "./stage";
import { type Span, weighMessages } from "./weigh-messages";

export type Plan = {
  seed: number;
  kills: number;
  minutes: number;
  households: number;
  checkEvery: number;
  apart: boolean;
};

const calmSeconds = 60;

/**
 * Lets people act while one process after the other is killed at random instants and all are started again, checks
 * what must hold every so many kills and at the end, and tells what it found. `say` hears how it goes.
 */
export async function runKills(plan: Plan, say: (line: string) => void) {
  const random = makeRandom(plan.seed);
  const stage = await setStage("kills", plan.seed, {}, plan.apart ? ProductApart : Product);
  const { world, rows } = stage;
  const { product, journal } = world;
  const kills: Record<Part, number> = { portal: 0, sandbox: 0, worker: 0, postgres: 0 };
  const [ready, outages, spans]: [number[], number[], Span[]] = [[], [], []];
  const until = Date.now() + plan.minutes * 60_000;
  const answers = () => sum(journal.acknowledged.values());
  try {
    const [begun] = await rows<{ at: string }>(sql`select now()::text as at`);
    const since = begun?.at ?? "";
    const homes = await makeHouseholds(world, plan.seed, plan.households);
    const actors = startActors(homes);
    let count = 0;
    while (count < plan.kills && Date.now() < until && journal.violations.length === 0) {
      // Between two kills something must have been done, however slow the machine is.
      const enough = answers() + random.between(0, 60);
      for (let waited = 0; waited < 30_000 && answers() < enough; waited += 50) await sleep(50);
      await sleep(random.between(0, 500));
      const part = random.pick(parts);
      const at = Date.now();
      if (!product.kill(part)) continue;
      kills[part]++;
      count++;
      await product.waitForEnd();
      const ms = await product.start();
      ready.push(ms);
      outages.push(Date.now() - at);
      spans.push([at, Date.now()]);
      if (count % 5 === 0) say(`${count} kills, ${answers()} answers`);
      if (count % plan.checkEvery === 0 && count < plan.kills) {
        await actors.hold();
        journal.violations.push(...(await checkAll(stage, since, homes)));
        say(`checked after ${count} kills: ${journal.violations.length} violations`);
        actors.goOn();
      }
    }
    await actors.hold();
    world.receiver.isHealed = true;
    journal.violations.push(...(await checkAll(stage, since, homes)));
    const emptyMs = await waitForEmpty(stage, since);
    const messages = await weighMessages(stage, since, spans);
    stage.close();
    await actors.left();
    return { journal, kills, ready, outages, messages, emptyMs, letters: stage.mail.letters() };
  } finally {
    await stage.strike();
  }
}

/** Waits until no letter and no message is left over; milliseconds, and a violation after a minute. */
async function waitForEmpty({ rows, world }: Stage, since: string): Promise<number> {
  // Receivers that were unwell are tried again in minutes and hours; here they are well at once, so time is moved on.
  await rows(
    sql`update deliveries set due_at = now() where answered_at is null and failed_at is null and last_tried_at is not null`,
  );
  const from = Date.now();
  for (;;) {
    const left = await rows<{ id: string }>(outboxes.find(since));
    const ms = Date.now() - from;
    if (left.length === 0) return ms;
    if (ms > calmSeconds * 1000) {
      const some = left.slice(0, 5).map(({ id }) => id);
      world.journal.violate(`${outboxes.name}: ${left.length} left, such as ${some.join("; ")}`);
      return ms;
    }
    await sleep(250);
  }
}
