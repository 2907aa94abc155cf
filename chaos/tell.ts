import { percentile, sum } from "./journal";
import { addRun, killsOf } from "./keep-count";
import { roundsOf } from "./keep-rounds";
import type { runKills } from "./kills";
import type { Flood, Pace } from "./overload";
import type { runRestarts } from "./restarts";
import type { runSubmits } from "./submits";

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

/** Prints how forms fared that were sent a hundred times at once, in this run and in all. */
export function tellSubmits({ rounds, all, names, wrong }: Awaited<ReturnType<typeof runSubmits>>) {
  const each = names.map((name) => ({ name, ...roundsOf(all, name) }));
  for (const one of each) {
    const rest = `${one.wrong} not whole, ${one.comeBack} told to come back`;
    console.log(`${one.name.padEnd(40)}${String(one.rounds).padStart(4)} rounds, ${both(one.ms)}; ${rest}`);
  }
  const total = (what: "rounds" | "wrong") => sum(each.map((one) => one[what]));
  const fewest = Math.min(...each.map((one) => one.rounds));
  console.log(`
this run        ${rounds} rounds, ${wrong.length} not whole
all runs        ${names.length} mutations, at least ${fewest} rounds of each, ${total("rounds")} in all, ${total("wrong")} not whole`);
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

/** Prints how soon answers come on an ordinary day, and what five times the capacity did. */
export function tellFloods({ paces, floods }: { paces: Pace[]; floods: Flood[] }) {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  for (const { name, perSecond, load } of paces) {
    const { p50, p99, count } = load.servedFromDue;
    console.log(
      `${name}, ${perSecond} a second: p50 ${ms(p50)}, p99 ${ms(p99)}; ${count} served, ${load.refused.count} refused`,
    );
  }
  for (const one of floods) {
    const { load, calm } = one;
    const goodput = load.served.count / load.seconds;
    const { refused } = load;
    console.log(`
${one.name}
  peak           ${one.peak.toFixed(0)} a second, p50 ${ms(calm.served.p50)}, p99 ${ms(calm.served.p99)}
  offered        ${one.offered.toFixed(0)} a second for ${load.seconds.toFixed(0)} s; ${load.unsent} could not be sent
                 sent late by p50 ${ms(load.lag.p50)}, p99 ${ms(load.lag.p99)}
  goodput        ${goodput.toFixed(0)} a second, ${((goodput / one.peak) * 100).toFixed(0)} % of the peak
                 from its sending p50 ${ms(load.served.p50)}, p99 ${ms(load.served.p99)}; from when it was due p99 ${ms(load.servedFromDue.p99)}
  refused        ${refused.count}, p50 ${ms(refused.p50)}, p95 ${ms(refused.p95)}, p99 ${ms(refused.p99)}; ${load.rude} without Retry-After
  otherwise      ${load.broken} broken, ${list(Object.entries(load.otherStatus))}
  sign-in        ${one.signIns} times, p95 ${ms(one.signInP95)}
  memory         ${one.memoryBefore.toFixed(0)} MiB, at most ${one.memoryPeak.toFixed(0)} MiB (+${((one.memoryPeak / one.memoryBefore - 1) * 100).toFixed(0)} %)`);
  }
}
