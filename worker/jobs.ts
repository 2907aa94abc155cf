import { asWorker } from "@/db/client";
import { sealEvents } from "@/lib/audit/seal-events";
import { rotateSigningKeys } from "@/lib/tokens/rotate-signing-keys";
import { closeLapsedLinks } from "./close-lapsed-links";
import { deliverMails } from "./deliver-mails";
import { makeDeliverer } from "./deliver-webhooks";
import { saveJobRuns } from "./job-runs";
import { prune } from "./prune";
import { runBulk } from "./run-bulk";
import { sendDigests } from "./send-digests";
import { tellExpiring } from "./tell-expiring";
import { tellOfRecoveries } from "./tell-of-recoveries";
import { tellOwnersTheRest } from "./tell-owners-the-rest";
import { tellTheRest } from "./tell-the-rest";

/** Work that is done again and again. `run` resolves to how much there was. */
export type Job = { name: string; everySeconds: number; run: () => Promise<number> };

/** All jobs of the worker. Each may run in several workers at once. */
export const jobs: Job[] = [
  { name: "deliver mails", everySeconds: 1, run: () => deliverMails() },
  { name: "deliver webhooks", everySeconds: 0.5, run: makeDeliverer().run },
  { name: "tell owners the rest", everySeconds: 60, run: tellOwnersTheRest },
  { name: "tell the rest", everySeconds: 300, run: tellTheRest },
  { name: "tell expiring", everySeconds: 300, run: tellExpiring },
  { name: "tell of recoveries", everySeconds: 300, run: tellOfRecoveries },
  { name: "run bulk", everySeconds: 1, run: runBulk },
  { name: "close lapsed links", everySeconds: 5, run: closeLapsedLinks },
  { name: "prune", everySeconds: 600, run: prune },
  { name: "rotate signing keys", everySeconds: 600, run: rotate },
  { name: "seal events", everySeconds: 10, run: () => sealEvents() },
  { name: "send digests", everySeconds: 15, run: sendDigests },
  { name: "note runs", everySeconds: 15, run: () => saveJobRuns(jobs.map(({ name }) => name)) },
];

async function rotate() {
  const { added, removed } = await asWorker(rotateSigningKeys);
  return added.length + removed.length;
}
