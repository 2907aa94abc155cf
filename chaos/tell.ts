import { percentile, sum } from "./journal";
import { addRun, killsOf } from "./keep-count";
import type { runKills } from "./kills";
import type { Flood } from "./overload";
import type { runRestarts } from "./restarts";

const countPath = ".cache/chaos.json";

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const both = (values: number[]) =>
  `p50 ${inSeconds(percentile(values, 0.5))}, max ${inSeconds(percentile(values, 1))}`;
const list = (counts: Iterable<[string, number]>) =>
  [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${n}`)
    .join(", ") || "none";

/** Prints what a run of kills came to, and what all runs so far did; keeps the count. */
export function tellKills(seed: number, found: Awaited<ReturnType<typeof runKills>>) {
  const { journal, messages, kills, ready, outages } = found;
  const { events, missing, unsigned, foreign } = messages;
  const count = addRun(countPath, {
    lastSeed: seed,
    kills,
    acknowledged: Object.fromEntries(journal.acknowledged),
    lost: journal.lost,
    violations: journal.violations.length,
    afterUnlink: journal.afterUnlink,
    readyMs: ready,
    messages: { events, missing, unsigned, foreign },
  });
  console.log(`
this run
  kills          ${list(Object.entries(kills))}
  acknowledged   ${sum(journal.acknowledged.values())}: ${list(journal.acknowledged)}
  refused        ${list(journal.refused)}
  lost answers   ${journal.lost}
  after unlink   ${journal.afterUnlink.calls} calls, ${journal.afterUnlink.accepted} let in
  pages on APIs  ${journal.html}
  messages       ${events} events, ${missing} missing, ${unsigned} unsigned, ${foreign} foreign
                 to well receivers p99 ${inSeconds(messages.p99)}; where no kill crossed (${messages.calm}) p50 ${inSeconds(messages.calmP50)}, p99 ${inSeconds(messages.calmP99)}
  letters        ${found.letters}
  outboxes       empty ${inSeconds(found.emptyMs)} after the last act
  restart        ready after ${both(ready)}; from the kill on ${both(outages)}
  violations     ${journal.violations.length}
all ${count.runs} runs
  kills          ${killsOf(count)}: ${list(Object.entries(count.kills))}
  acknowledged   ${sum(Object.values(count.acknowledged))}
  after unlink   ${count.afterUnlink.calls} calls, ${count.afterUnlink.accepted} let in
  messages       ${count.messages.events} events, ${count.messages.missing} missing
  restart        ready after ${both(count.readyMs)}
  violations     ${count.violations}`);
}

/** Prints how the product took it that its database was away. */
export function tellRestarts({ journal, firstSuccessMs, probes }: Awaited<ReturnType<typeof runRestarts>>) {
  console.log(`
  acknowledged   ${sum(journal.acknowledged.values())}: ${list(journal.acknowledged)}
  lost answers   ${journal.lost}
  probes         ${list(Object.entries(probes))}
  pages on APIs  ${journal.html}
  first answer after the database is back`);
  for (const [name, values] of Object.entries(firstSuccessMs))
    console.log(`    ${name.padEnd(12)} ${both(values)}`);
  console.log(`  violations     ${journal.violations.length}`);
}

/** Prints what five times the capacity did. */
export function tellFloods(floods: Flood[]) {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  for (const one of floods) {
    const { load } = one;
    console.log(`
${one.name}
  peak           ${one.peak.toFixed(0)} a second, p99 ${ms(one.normalP99)}
  offered        ${one.offered.toFixed(0)} a second for ${load.seconds.toFixed(0)} s; ${load.unsent} could not be sent
  goodput        ${one.goodput.toFixed(0)} a second, ${((one.goodput / one.peak) * 100).toFixed(0)} % of the peak, p99 ${ms(one.admittedP99)}
  refused        ${load.refused.length}, p50 ${ms(one.refusalP50)}, p99 ${ms(one.refusalP99)}; ${load.rude} without Retry-After
  otherwise      ${load.broken} broken, ${list(Object.entries(load.otherStatus))}
  sign-in        ${one.signIns} times, p95 ${ms(one.signInP95)}
  memory         ${one.memoryBefore.toFixed(0)} MiB, at most ${one.memoryPeak.toFixed(0)} MiB (+${((one.memoryPeak / one.memoryBefore - 1) * 100).toFixed(0)} %)`);
  }
}
