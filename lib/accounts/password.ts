import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { networkOf } from "../client-address";

// Argon2id, 19 MiB, two passes: OWASP's second choice, so that two at a time fit any machine this runs on.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mayWait = 50;
const mayWaitPerAddress = 20;

let running = 0;
const waiting: { from: string; go: () => void }[] = [];
let dummy: Promise<string> | undefined;

/** Hashes a password, as typed but for Unicode's compatibility forms: keyboards differ in those. */
export function hashPassword(password: string) {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether this is the password behind the hash. Without a hash it works just as long, and says no. */
export async function matchesPassword(passwordHash: string | undefined, password: string) {
  dummy ??= hashPassword(randomBytes(32).toString("base64url"));
  const matches = await verify(passwordHash ?? (await dummy), password.normalize("NFKC"));
  return matches && passwordHash !== undefined;
}

/**
 * Runs password work: two at a time in this process, fifty may wait, twenty of them from one address, so that nobody
 * keeps the others out. Null when more came: refusing at once beats answering everybody late.
 */
export async function inPasswordQueue<T>(address: string, work: () => Promise<T>): Promise<T | null> {
  const from = networkOf(address);
  if (running < atOnce) running++;
  else if (waiting.length >= mayWait || countFrom(from) >= mayWaitPerAddress) return null;
  // Whoever ends hands over the place, so `running` stays as it is.
  else await new Promise<void>((go) => waiting.push({ from, go }));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next.go();
    else running--;
  }
}

function countFrom(network: string) {
  return waiting.filter(({ from }) => from === network).length;
}
