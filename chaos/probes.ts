import { setTimeout as sleep } from "node:timers/promises";
import { consent } from "./acts-of-links";
import { type Answer, ask, json, NoAnswer } from "./ask";
import { tokenOf } from "./calls";
import type { Household } from "./household";

const everyMs = 50;

/** Asks both servers for what only their database can answer, twenty times a second, and keeps what they said. */
export async function startProbes(home: Household | undefined) {
  const client = home?.clients[0];
  const sellerId = home?.people.sellers[0];
  if (!home || !client || !sellerId) throw new Error("nobody is there to ask for");
  const { product, journal } = home.world;
  const token = await tokenOf(home, client);
  await consent(home, home.pairOf(client, sellerId));
  const headers = { authorization: `Bearer ${token}`, sellerid: String(sellerId) };
  const asked: Record<string, string> = {
    portal: `${product.portalUrl}/api/v1/links?limit=1`,
    sandbox: `${product.sandboxUrl}/seller/v2/sellers`,
  };
  /** Any sure answer counts: people go on acting, and the client may be stopped meanwhile. */
  const isSure = ({ status }: Answer) => status === 200 || status === 401 || status === 403;
  const successes: Record<string, number[]> = { portal: [], sandbox: [] };
  const counts: Record<string, number> = {
    asked: 0,
    unavailable: 0,
    lost: 0,
    "no Retry-After": 0,
    "5xx but 503": 0,
  };
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  let isOver = false;
  const loops = Object.entries(asked).map(async ([name, url]) => {
    while (!isOver) {
      count("asked");
      try {
        const answer = await ask(url, { headers, timeoutMs: 15_000 });
        if (!json(answer)) {
          journal.html++;
          journal.violate(`${name} answered ${answer.status} with a page`);
        }
        if (isSure(answer)) successes[name]?.push(Date.now());
        else if (answer.status === 503) {
          count("unavailable");
          if (!answer.headers["retry-after"]) count("no Retry-After");
        } else if (answer.status >= 500) count("5xx but 503");
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        count("lost");
      }
      await sleep(everyMs);
    }
  });
  return {
    counts,
    /** Milliseconds from that moment to the first sure answer after it; a minute at most. */
    async firstAfter(name: string, at: number): Promise<number> {
      for (let waited = 0; waited < 60_000; waited += 20) {
        const first = successes[name]?.find((one) => one >= at);
        if (first) return first - at;
        await sleep(20);
      }
      return 60_000;
    },
    said: (all: Record<string, number[]>) =>
      Object.entries(all)
        .map(([name, list]) => `${name} ${list.at(-1)} ms`)
        .join(", "),
    async stop() {
      isOver = true;
      await Promise.all(loops);
    },
  };
}
