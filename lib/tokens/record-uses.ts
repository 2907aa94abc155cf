import { asMachine } from "@/db/client";
import { now } from "../clock";
import { log } from "../log";
import { ask, Unavailable } from "./ask";

const batchMs = 500;
const mostWaiting = 100_000;

type Uses = {
  clients: Set<string>;
  secrets: Set<string>;
  /** By client and seller. */
  links: Map<string, LinkUse>;
};

/** Whether any call succeeded, and whether the last one failed on our side: one never hides the other. */
type LinkUse = { clientRowId: string; sellerId: number; succeeded: boolean; failed: boolean };

let waiting = noUses();
let timer: NodeJS.Timeout | undefined;
let writing: Promise<boolean> = Promise.resolve(true);

/** Remembers that a client got a token with a secret. The first one is written before this resolves. */
export async function recordTokenUse(client: { id: string; secretId: string; firstTokenAt: Date | null }) {
  waiting.clients.add(client.id);
  waiting.secrets.add(client.secretId);
  if (client.firstTokenAt) return later();
  await flushUses();
}

/** Remembers a call on a link and whether it failed on our side. The first success is written before this resolves. */
export async function recordCall(
  call: { clientRowId: string; hasCalledBefore: boolean },
  sellerId: number,
  failed: boolean,
) {
  const { clientRowId } = call;
  const use = { clientRowId, sellerId, succeeded: !failed, failed };
  const before = waiting.links.get(key(use));
  waiting.links.set(key(use), { ...use, succeeded: use.succeeded || (before?.succeeded ?? false) });
  if (call.hasCalledBefore || failed) return later();
  await flushUses();
}

/** Writes what waits, in one statement. What could not be written waits on; resolves to whether all is written. */
export function flushUses(): Promise<boolean> {
  clearTimeout(timer);
  timer = undefined;
  // One after the other: two batches at once could wait for each other's rows.
  writing = writing.then(write);
  return writing;
}

async function write() {
  const uses = waiting;
  if (uses.clients.size + uses.secrets.size + uses.links.size === 0) return true;
  waiting = noUses();
  const links = [...uses.links.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  try {
    await ask(asMachine()`select record_uses(
      ${list([...uses.clients].sort())}::text::uuid[], ${list([...uses.secrets].sort())}::text::uuid[],
      ${list(links.map((link) => link.clientRowId))}::text::uuid[],
      ${list(links.map((link) => link.sellerId))}::text::bigint[],
      ${list(links.map((link) => link.succeeded))}::text::boolean[],
      ${list(links.map((link) => link.failed))}::text::boolean[], ${now()})`);
    return true;
  } catch (error) {
    if (!(error instanceof Unavailable)) log.error({ err: error }, "last-use times could not be written yet");
    waitAgain(uses);
    return false;
  }
}

function waitAgain(uses: Uses) {
  if (waiting.links.size + waiting.clients.size > mostWaiting) return;
  for (const id of uses.clients) waiting.clients.add(id);
  for (const id of uses.secrets) waiting.secrets.add(id);
  for (const [pair, link] of uses.links) {
    const later = waiting.links.get(pair);
    waiting.links.set(pair, later ? { ...later, succeeded: later.succeeded || link.succeeded } : link);
  }
  later();
}

function later() {
  timer ??= setTimeout(flushUses, batchMs);
  timer.unref();
}

function noUses(): Uses {
  return { clients: new Set(), secrets: new Set(), links: new Map() };
}

function key(link: Pick<LinkUse, "clientRowId" | "sellerId">) {
  return `${link.clientRowId}:${link.sellerId}`;
}

/** An array in PostgreSQL's own notation; ids, numbers and booleans need no quotes there. */
function list(values: (string | number | boolean)[]) {
  return `{${values.join(",")}}`;
}
