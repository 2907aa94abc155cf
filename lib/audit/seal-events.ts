import { sql } from "drizzle-orm";
import { asWorker } from "@/db/client";
import { now } from "../clock";
import { log } from "../log";

/** So many events go into one block at most: hashing them takes a few hundredths of a second. */
const mostInBlock = 5000;

/**
 * Takes what has happened since the last block into the chain, block by block until nothing is left to seal. Resolves to
 * the number of events. Each seal is logged: a log kept elsewhere tells of a trail that was cut off or written anew.
 */
export async function sealEvents(most = mostInBlock): Promise<number> {
  for (let sealed = 0; ; ) {
    const [block] = await asWorker((tx) =>
      tx.execute<{ block: string; events: number; hash: Buffer }>(
        sql`select * from seal_events(${most}, ${now().toISOString()})`,
      ),
    );
    if (!block) return sealed;
    sealed += block.events;
    log.info({ block: Number(block.block), events: block.events, hash: asHex(block.hash) }, "events sealed");
  }
}

/** A seal as people compare it. */
export const asHex = (hash: Uint8Array) => Buffer.from(hash).toString("hex");
