import { networkOf } from "../client-address";
import { foldEmail } from "../input";
import { type Limit, takeLimit } from "../limits/take-limit";
import { done, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { findPerson } from "./find-person";
import { inPasswordQueue, matchesPassword } from "./password";
import { tooMany } from "./too-many";

const perAccount: Limit = { name: "sign-in", max: 10, windowSeconds: 900 };
const perAddress: Limit = { name: "sign-in-address", max: 200, windowSeconds: 900 };

/** Whose password it was, and the hash it matched: a session may only begin while that hash still stands. */
export type Proof = { personId: string; passwordHash: string };

/**
 * Judges one guess of a password. A wrong password and an unknown address get the same answer after the same
 * work; only failures count against the limits, and over them not even the right password is looked at.
 */
export async function checkGuess(visitor: Visitor, email: string, password: string): Promise<Result<Proof>> {
  const network = networkOf(visitor.address);
  const counters = [
    { limit: perAccount, key: `${foldEmail(email)} ${network}` },
    { limit: perAddress, key: network },
  ];
  const overLimit = async () => {
    for (const { limit, key } of counters) {
      const room = await takeLimit(limit, key, 0);
      if (!room.allowed) return tooMany(room.retryAfterSeconds);
    }
    return null;
  };
  // Asked before the queue, so that guesses over the limit take no place in it, and again inside, so that a burst
  // of them cannot pass the limit side by side.
  const refused = await overLimit();
  if (refused) return refused;
  const judged = await inPasswordQueue(visitor.address, async () => {
    const stillRefused = await overLimit();
    if (stillRefused) return stillRefused;
    const person = await findPerson(email);
    const right = await matchesPassword(person?.passwordHash, password);
    if (person && right) return done({ personId: person.id, passwordHash: person.passwordHash });
    for (const { limit, key } of counters) await takeLimit(limit, key);
    return refuse("invalid", { fields: { password: "wrong_password" } });
  });
  return judged ?? tooMany(60);
}
