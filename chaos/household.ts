import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { NoAnswer } from "./ask";
import { Browser, type Sent } from "./browser";
import type { Form } from "./form";
import type { Journal } from "./journal";
import type { Product } from "./product";
import type { Random } from "./random";
import type { Receiver } from "./receiver";

/** A secret that was shown, and what must be true of it by all that was answered. */
export type Secret = { text: string; state: "works" | "ended" };
export type Client = {
  rowId: string;
  clientId: string;
  secrets: Secret[];
  state: "active" | "suspended" | "deleted";
  /** The first of a household: with endpoint and portal API, never deleted. */
  isMain: boolean;
  token?: string;
};
export type Pair = { client: Client; sellerId: number; state: "open" | "ended" | "unknown" };

/** What all households of a run share. */
export type World = {
  product: Product;
  journal: Journal;
  receiver: Receiver;
  /** Runs a query as the superuser, as often as it takes. */
  look: <T>(query: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Whether the run has come to its end, or something broke for good. */
  isOver: () => boolean;
};

/** How a form came out once it was answered. `happened`: the answer that said so was lost, a later one told. */
export type Outcome = Exclude<Sent, { kind: "lost" }> | { kind: "happened" };

const patienceMs = 300_000;
/** What a form says whose first sending was done; the one that deletes something says that it is gone. */
const spent = (what: string) => [
  ...["stale", "already_linked", "expired"],
  ...(what.startsWith("delete ") ? ["not_found"] : []),
];

/** A seller and an aggregator who act one after the other, so that what must be true is known after each answer. */
export class Household {
  readonly clients: Client[] = [];
  readonly pairs: Pair[] = [];
  shop: Browser;
  desk: Browser;

  constructor(
    readonly world: World,
    readonly random: Random,
    readonly people: { shop: string; desk: string; shopId: string; deskId: string; sellers: number[] },
    readonly passwords: { shop: string; desk: string },
  ) {
    this.shop = new Browser(world.product.portalUrl);
    this.desk = new Browser(world.product.portalUrl);
  }

  /** The pair of a client and a seller account, as far as it was ever linked. */
  pairOf(client: Client, sellerId: number): Pair {
    const known = this.pairs.find((pair) => pair.client === client && pair.sellerId === sellerId);
    if (known) return known;
    const pair: Pair = { client, sellerId, state: "ended" };
    this.pairs.push(pair);
    return pair;
  }

  async signIn(who: "shop" | "desk"): Promise<void> {
    const browser = new Browser(this.world.product.portalUrl);
    const form = await this.patiently(() =>
      browser.find("/sign-in", { email: undefined, password: undefined }),
    );
    if (!form) throw new Error("there is no form to sign in");
    const outcome = await this.press(browser, "/sign-in", "sign in", {
      ...form,
      email: this.people[who],
      password: this.passwords[who],
    });
    if (outcome.kind === "refused")
      this.world.journal.violate(`${this.people[who]} cannot sign in: ${outcome.code}`);
    // Its cookie came with the lost answer: once more.
    if (outcome.kind === "happened") return this.signIn(who);
    this[who] = browser;
  }

  /**
   * Reads a form off its page and presses its button until an answer comes; now and then twice at once. At most one
   * answer may say that it was done. Undefined: the page has no such form.
   */
  async act(
    who: "shop" | "desk",
    path: string,
    what: string,
    values: Form,
    known: Record<string, string> = {},
  ): Promise<Outcome | undefined> {
    const fields = { ...Object.fromEntries(Object.keys(values).map((name) => [name, undefined])), ...known };
    const form = await this.patiently(() => this[who].find(path, fields));
    if (!form) return undefined;
    const outcome = await this.press(this[who], path, what, { ...form, ...values });
    if (outcome.kind !== "refused" || outcome.code !== "sign_in_again") return outcome;
    await this.signIn(who);
    return this.act(who, path, what, values, known);
  }

  async press(browser: Browser, path: string, what: string, form: Form): Promise<Outcome> {
    const { journal } = this.world;
    const clicks = this.random.chance(0.15) ? 2 : 1;
    const until = Date.now() + patienceMs;
    let lost = false;
    for (;;) {
      const sent = await Promise.all(Array.from({ length: clicks }, () => browser.send(path, form)));
      const done = sent.filter((one) => one.kind === "done");
      if (done.length > 1) journal.violate(`${what}: a form was done ${done.length} times`);
      journal.lost += sent.filter(({ kind }) => kind === "lost").length;
      if (done[0]) {
        journal.acknowledge(what);
        return done[0];
      }
      lost ||= sent.some(({ kind }) => kind === "lost");
      const refused = sent.find((one) => one.kind === "refused");
      if (refused) {
        // Of two at once the done one may be what was lost.
        if (lost && spent(what).includes(refused.code)) return { kind: "happened" };
        journal.refuse(`${what}: ${refused.code}`);
        return refused;
      }
      await this.pause(until, what);
    }
  }

  /** Does it until it is answered. */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.world.journal.lost++;
        await this.pause(until, (error as Error).message);
      }
    }
  }

  private async pause(until: number, what: string) {
    if (this.world.isOver()) throw new Over();
    if (Date.now() > until) {
      this.world.journal.violate(`${what}: no answer in ${patienceMs / 1000} s`);
      throw new Over();
    }
    await sleep(this.random.between(100, 300));
  }
}

/** The run is over, whatever somebody still waits for. */
export class Over extends Error {}

/** Whether it is a matter of time: the product, or its database, is down. */
function isPassing(error: unknown) {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as { code?: string };
  return error instanceof NoAnswer || /^(E[A-Z]+|ERR_\w+|CONNECTION_\w+|CONNECT_TIMEOUT|57P\d\d)$/.test(code);
}
