import { disconnect } from "@/db/client";
import { type ChainView, checkChain } from "@/lib/audit/check-chain";
import { forgetOldEvents } from "@/lib/audit/forget-old-events";
import { Plain } from "./start/step.mjs";
import { reachDatabase } from "./supervise/reach-database";
import { readSettings } from "./supervise/read-settings";

const usage = "npm run audit:check -- [--head=<block>:<seal>] [--forget]";

/**
 * Computes the chain over all events anew and says how it stands, or which block is the first that is broken. With
 * `--head`, a seal that the worker's log holds, also whether the trail is still the one of that time. With `--forget`
 * first lets go what is older than three years. Works beside a running portal.
 */
export async function checkAudit(words: string[]): Promise<boolean> {
  const unknown = words.filter((word) => word !== "--forget" && !/^--head=\d{1,15}:[\da-f]{64}$/.test(word));
  if (unknown.length > 0) throw new Plain(usage);
  const [, number, hash = ""] =
    /^--head=(\d+):(.+)$/.exec(words.find((word) => word !== "--forget") ?? "") ?? [];
  const { raw, embedded, dataDir } = readSettings();
  const database = embedded ? await reachDatabase(dataDir) : { urls: {}, leave: async () => {} };
  Object.assign(process.env, raw, database.urls);
  try {
    if (words.includes("--forget"))
      console.log(`${count(await forgetOldEvents())} events older than three years are gone`);
    const view = await checkChain(number ? { number: Number(number), hash } : undefined);
    console.log(sayChain(view));
    return view.broken === null && view.hasNoted !== false;
  } finally {
    await disconnect();
    await database.leave();
  }
}

const count = (n: number) => n.toLocaleString("en");

/** How the chain stands, in a few lines. */
export function sayChain({ blocks, events, forgotten, waiting, head, broken, hasNoted }: ChainView): string {
  const lines = [
    `${count(events)} events in ${count(blocks)} blocks, ${count(waiting)} wait for the next seal`,
  ];
  if (forgotten > 0)
    lines.push(`${count(forgotten)} more had their time and went; their seals are still in the chain`);
  if (head) lines.push(`head ${head.number}:${head.hash}`);
  if (hasNoted === false) lines.push("NOT the trail of that time: the noted seal is not part of it");
  if (hasNoted) lines.push("the noted seal is part of it");
  if (broken?.fault === "missing") lines.push(`BROKEN: block ${broken.number} is missing`);
  else if (broken) lines.push(`BROKEN: block ${broken.number} is not what was sealed`);
  else lines.push("unbroken");
  return lines.join("\n");
}
