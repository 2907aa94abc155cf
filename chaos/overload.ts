import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { consent } from "./acts-of-links";
import { Browser } from "./browser";
import { tokenOf } from "./calls";
import type { Household } from "./household";
import { percentile } from "./journal";
import { type Generator, type Load, makeRequest, startGenerator } from "./load";
import { makeHouseholds } from "./make-households";
import type { Product } from "./product";
import { setStage } from "./stage";

const times = 5;
const width = 32;
const mostConnections = 1500;
const mostPerSecond = 20_000;
const manyClients = 8;

/** How an ordinary day feels: so many requests a second, far from what is served at most. */
export type Pace = { name: string; perSecond: number; load: Load };

/** What a flood of one kind of request did. */
export type Flood = {
  name: string;
  peak: number;
  offered: number;
  /** The most that is served, one after the other on few connections. */
  calm: Load;
  /** What came of the flood. */
  load: Load;
  signInP95: number;
  signIns: number;
  memoryBefore: number;
  memoryPeak: number;
};

/**
 * Finds how soon the token endpoint and the Seller API answer on an ordinary day and how much they serve, then offers
 * each five times that for so many seconds, while people sign in.
 */
export async function runOverload(plan: { seed: number; seconds: number }, say: (line: string) => void) {
  const generator = await startGenerator();
  const stage = await setStage("overload", plan.seed);
  const { world } = stage;
  try {
    const homes = await makeHouseholds(world, plan.seed, manyClients);
    const [home] = homes;
    const client = home?.clients[0];
    const sellerId = home?.people.sellers[0];
    if (!home || !client || !sellerId) throw new Error("nobody is there to ask for");
    await consent(home, home.pairOf(client, sellerId));
    const token = await tokenOf(home, client);
    const call = makeRequest("GET", "/seller/v2/sellers", {
      authorization: `Bearer ${token}`,
      sellerid: String(sellerId),
    });
    const kinds: [string, string[], number][] = [
      ["token endpoint", homes.flatMap(askForToken), 100],
      ["Seller API", [call], 500],
    ];
    const port = Number(new URL(world.product.sandboxUrl).port);
    const paces: Pace[] = [];
    for (const [name, requests, perSecond] of kinds) {
      const order = { port, requests, width: mostConnections, perSecond };
      await generator.send({ ...order, seconds: 1 });
      paces.push({ name, perSecond, load: await generator.send({ ...order, seconds: measured(plan) }) });
    }
    const floods: Flood[] = [];
    for (const [name, requests] of kinds) {
      floods.push(await flood(name, { port, requests }, generator, home, plan));
      say(`${name}: done`);
      await sleep(2000);
    }
    return { journal: world.journal, paces, floods };
  } finally {
    generator.stop();
    await stage.strike();
  }
}

/** What each client of a home asks the token endpoint: of many, as one client's counter is a queue of its own. */
function askForToken({ clients }: Household): string[] {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return clients.flatMap(({ clientId, secrets: [secret] }) => {
    if (!secret) return [];
    const form = `grant_type=client_credentials&client_id=${clientId}&client_secret=${secret.text}`;
    return makeRequest("POST", "/auth/realms/maas/protocol/openid-connect/token", type, form);
  });
}

const measured = ({ seconds }: { seconds: number }) => Math.min(10, Math.max(2, seconds / 6));

async function flood(
  name: string,
  what: { port: number; requests: string[] },
  generator: Generator,
  home: Household,
  plan: { seconds: number },
): Promise<Flood> {
  const { product } = home.world;
  await generator.send({ ...what, width, seconds: 1 });
  const calm = await generator.send({ ...what, width, seconds: measured(plan) });
  const peak = calm.served.count / calm.seconds;
  const memoryBefore = memoryOf(product);
  let memoryPeak = memoryBefore;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      memoryPeak = Math.max(memoryPeak, memoryOf(product));
      await sleep(200);
    }
  };
  const signIns: number[] = [];
  const visit = async () => {
    while (!isOver) {
      signIns.push(await signInOnce(home));
      await sleep(300);
    }
  };
  const others = [watch(), visit()];
  const offered = Math.min(mostPerSecond, peak * times);
  const { seconds } = plan;
  const load = await generator.send({ ...what, width: mostConnections, perSecond: offered, seconds });
  isOver = true;
  await Promise.all(others);
  return {
    name,
    peak,
    offered,
    calm,
    load,
    signInP95: percentile(signIns, 0.95),
    signIns: signIns.length,
    memoryBefore,
    memoryPeak,
  };
}

/** Milliseconds from the press to the answer. */
async function signInOnce(home: Household): Promise<number> {
  const browser = new Browser(home.world.product.portalUrl);
  const form = await browser.find("/sign-in", { email: undefined, password: undefined });
  const from = performance.now();
  const sent = await browser.send("/sign-in", {
    ...form,
    email: home.people.shop,
    password: home.passwords.shop,
  });
  if (sent.kind !== "done") home.world.journal.violate(`a sign-in under load was ${sent.kind}`);
  return performance.now() - from;
}

/** Resident memory of the sandbox in MiB; 0 where the system does not say. */
function memoryOf(product: Product): number {
  try {
    const status = readFileSync(`/proc/${product.pidOf("sandbox")}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
