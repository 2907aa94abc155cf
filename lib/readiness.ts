import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";

const patienceMs = 2000;
const believeMs = 1000;
let last: { at: number; answer: Promise<boolean> } | undefined;

/**
 * Whether the database is reachable and migrated; asked at most once a second, or now where much hangs on it
 * (`anew`), and answered within two seconds.
 */
export function isDatabaseReady(anew = false) {
  const at = performance.now();
  if (anew || !last || at - last.at > believeMs) last = { at, answer: ask() };
  return last.answer;
}

async function ask() {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  const found = asVisitor(async (tx) => {
    const [row] = await tx.execute<{ there: boolean }>(
      sql`select to_regclass('public.events') is not null as there`,
    );
    return row?.there ?? false;
  }).catch(() => false);
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
