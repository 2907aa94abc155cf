import { asVisitor } from "@/db/client";
import { networkOf } from "../client-address";
import { foldEmail } from "../input";
import { type Limit, takeLimitIn } from "../limits/take-limit";
import { done, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { findPerson } from "./find-person";
import { inPasswordQueue, matchesPassword } from "./password";
import { tooMany } from "./too-many";

const perAccount: Limit = { name: "sign-in", max: 10, windowSeconds: 900 };
const perAddress: Limit = { name: "sign-in-address", max: 200, windowSeconds: 900 };
/** While one account is guessed at from everywhere, or all accounts are, each network gets fewer tries at each. */
const fromEverywhere: Limit = { name: "sign-in-account", max: 100, windowSeconds: 3600 };
const everywhere: Limit = { name: "sign-in-all", max: 3000, windowSeconds: 900 };
const whileAttacked = 3;

/**
 * Whose password it was, and the hash it matched: a session may only begin while that hash still stands. `failures`:
 * how many guesses at it were wrong within the hour, from wherever.
 */
export type Proof = { personId: string; passwordHash: string; failures: number };

/**
 * Judges one guess of a password. A wrong password and an unknown address get the same answer after the same
 * work; only failures count against the limits, and over them not even the right password is looked at. Nobody can
 * lock an account for good: what is guessed at from everywhere still gets three tries from each network.
 */
export async function checkGuess(visitor: Visitor, email: string, password: string): Promise<Result<Proof>> {
  const network = networkOf(visitor.address);
  const account = foldEmail(email);
  const counters = [
    { limit: perAccount, key: `${account} ${network}` },
    { limit: perAddress, key: network },
    { limit: fromEverywhere, key: account },
    { limit: everywhere, key: "" },
  ];
  const [ofAccount, ofAddress, ofGuessed, ofAll] = counters as [Counter, Counter, Counter, Counter];
  const look = () =>
    asVisitor(async (tx) => {
      const ask = ({ limit, key }: Counter, max = limit.max) => takeLimitIn(tx, { ...limit, max }, key, 0);
      const [guessed, all] = [await ask(ofGuessed), await ask(ofAll)];
      const isAttacked = !guessed.allowed || !all.allowed;
      const rooms = [await ask(ofAccount, isAttacked ? whileAttacked : undefined), await ask(ofAddress)];
      const full = rooms.find(({ allowed }) => !allowed);
      return { full: full && tooMany(full.retryAfterSeconds), failures: fromEverywhere.max - guessed.left };
    });
  // Asked before the queue, so that guesses over the limit take no place in it, and again inside, so that a burst
  // of them cannot pass the limit side by side.
  const first = await look();
  if (first.full) return first.full;
  const judged = await inPasswordQueue(visitor.address, async () => {
    const { full, failures } = await look();
    if (full) return full;
    const person = await findPerson(email);
    const right = await matchesPassword(person?.passwordHash, password);
    if (person && right) return done({ personId: person.id, passwordHash: person.passwordHash, failures });
    // Everybody takes them in this order, so that no two transactions wait for each other.
    await asVisitor(async (tx) => {
      for (const { limit, key } of counters) await takeLimitIn(tx, limit, key);
    });
    return refuse("invalid", { fields: { password: "wrong_password" } });
  });
  return judged ?? tooMany(60);
}

type Counter = { limit: Limit; key: string };
