import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { consent } from "./acts-of-links";
import { Browser } from "./browser";
import { tokenOf } from "./calls";
import type { Household } from "./household";
import { percentile } from "./journal";
import { type Load, loadClosed, loadOpen, makeRequest } from "./load";
import { makeHouseholds } from "./make-households";
import type { Product } from "./product";
import { setStage } from "./stage";

const times = 5;
const width = 32;
const mostConnections = 1500;
const mostPerSecond = 20_000;

/** What a flood of one kind of request did. */
export type Flood = {
  name: string;
  peak: number;
  offered: number;
  goodput: number;
  normalP99: number;
  admittedP99: number;
  refusalP50: number;
  refusalP99: number;
  signInP95: number;
  signIns: number;
  memoryBefore: number;
  memoryPeak: number;
  load: Load;
};

/**
 * Finds how much the token endpoint and the Seller API serve, then offers each five times that for so many seconds,
 * while people sign in.
 */
export async function runOverload(plan: { seed: number; seconds: number }, say: (line: string) => void) {
  const stage = await setStage("overload", plan.seed);
  const { world } = stage;
  try {
    const [home] = await makeHouseholds(world, plan.seed, 1);
    const client = home?.clients[0];
    const sellerId = home?.people.sellers[0];
    const secret = client?.secrets[0]?.text;
    if (!home || !client || !sellerId || !secret) throw new Error("nobody is there to ask for");
    await consent(home, home.pairOf(client, sellerId));
    const token = await tokenOf(home, client);
    const form = `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${secret}`;
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const requests: Record<string, Buffer> = {
      "token endpoint": makeRequest("POST", "/auth/realms/maas/protocol/openid-connect/token", type, form),
      "Seller API": makeRequest("GET", "/seller/v2/sellers", {
        authorization: `Bearer ${token}`,
        sellerid: String(sellerId),
      }),
    };
    const floods: Flood[] = [];
    for (const [name, request] of Object.entries(requests)) {
      floods.push(await flood(name, request, world.product, home, plan.seconds));
      say(`${name}: done`);
      await sleep(2000);
    }
    return { journal: world.journal, floods };
  } finally {
    await stage.strike();
  }
}

async function flood(
  name: string,
  request: Buffer,
  product: Product,
  home: Household,
  seconds: number,
): Promise<Flood> {
  const port = Number(new URL(product.sandboxUrl).port);
  const measureSeconds = Math.min(10, Math.max(2, seconds / 6));
  await loadClosed(port, request, width, 1);
  const calm = await loadClosed(port, request, width, measureSeconds);
  const peak = calm.served.length / calm.seconds;
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
  const load = await loadOpen(port, request, offered, mostConnections, seconds);
  isOver = true;
  await Promise.all(others);
  return {
    name,
    peak,
    offered,
    goodput: load.served.length / load.seconds,
    normalP99: percentile(calm.served, 0.99),
    admittedP99: percentile(load.served, 0.99),
    refusalP50: percentile(load.refused, 0.5),
    refusalP99: percentile(load.refused, 0.99),
    signInP95: percentile(signIns, 0.95),
    signIns: signIns.length,
    memoryBefore,
    memoryPeak,
    load,
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
