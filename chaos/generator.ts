import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "./journal";
import { Line, type Seen } from "./line";
import type { Load, Order, Times } from "./load";

const tickMs = 2;
const patienceMs = 5000;
const connectMs = 1500;

/** What came back, as it comes. */
class Tally {
  served: number[] = [];
  servedFromDue: number[] = [];
  refused: number[] = [];
  lag: number[] = [];
  rude = 0;
  broken = 0;
  unsent = 0;
  otherStatus: Record<number, number> = {};

  /** `due` is when the request was meant to be sent, `sentAt` when it was. */
  note({ status, saysWhen }: Seen, due: number, sentAt: number) {
    const ms = performance.now() - sentAt;
    this.lag.push(sentAt - due);
    if (status === 200) {
      this.served.push(ms);
      this.servedFromDue.push(ms + sentAt - due);
    } else if (status === 503 || status === 429) {
      this.refused.push(ms);
      if (!saysWhen) this.rude++;
    } else if (status === undefined) this.broken++;
    else this.otherStatus[status] = (this.otherStatus[status] ?? 0) + 1;
  }

  sum(seconds: number): Load {
    const { rude, broken, unsent, otherStatus } = this;
    return {
      seconds,
      served: times(this.served),
      servedFromDue: times(this.servedFromDue),
      refused: times(this.refused),
      lag: times(this.lag),
      rude,
      broken,
      unsent,
      otherStatus,
    };
  }
}

function times(values: number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share));
  return { count: sorted.length, p50, p95, p99 };
}

/** So many connections, each with one request under way at all times. */
async function loadClosed({ port, width, seconds }: Order, next: () => Buffer): Promise<Load> {
  const tally = new Tally();
  const lines = Array.from({ length: width }, () => new Line(port));
  const from = performance.now();
  const end = from + seconds * 1000;
  await Promise.all(
    lines.map(
      (line) =>
        new Promise<void>((done) => {
          const again = () => {
            const at = performance.now();
            if (at >= end) return done();
            line.send(next(), (seen) => {
              tally.note(seen, at, at);
              again();
            });
          };
          again();
        }),
    ),
  );
  const load = tally.sum((performance.now() - from) / 1000);
  for (const line of lines) line.close();
  return load;
}

/** So many requests a second whatever the answers are, over connections that are bounded in number. */
async function loadOpen(order: Order & { perSecond: number }, next: () => Buffer): Promise<Load> {
  const { port, width, seconds, perSecond } = order;
  const tally = new Tally();
  const all = Array.from({ length: width }, () => new Line(port));
  const idle = [...all];
  // Callers keep their connections; how fast new ones are taken in is another question than how many are served.
  // No more than will be used: one that says nothing for ten seconds is closed.
  for (const line of all.slice(-Math.ceil(perSecond))) line.connect();
  await sleep(connectMs);
  const from = performance.now();
  for (let sent = 0; ; ) {
    const passed = performance.now() - from;
    if (passed > seconds * 1000) break;
    const asked = Math.floor((passed / 1000) * perSecond);
    for (; sent < asked; sent++) {
      const line = idle.pop();
      const due = from + ((sent + 1) / perSecond) * 1000;
      const at = performance.now();
      if (!line) tally.unsent++;
      else
        line.send(next(), (seen) => {
          tally.note(seen, due, at);
          idle.push(line);
        });
    }
    await sleep(tickMs);
  }
  const measured = (performance.now() - from) / 1000;
  // What is under way may still come.
  for (let waited = 0; waited < patienceMs && idle.length < all.length; waited += 50) await sleep(50);
  for (const line of all) line.close();
  return tally.sum(measured);
}

process.on("message", async (order: Order) => {
  const requests = order.requests.map((text) => Buffer.from(text, "latin1"));
  let turn = 0;
  const next = () => requests[turn++ % requests.length] as Buffer;
  const { perSecond } = order;
  process.send?.(
    await (perSecond === undefined ? loadClosed(order, next) : loadOpen({ ...order, perSecond }, next)),
  );
});
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
