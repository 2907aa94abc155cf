import { makeClient, makeOrganisation } from "@/db/testing";
import type { Post, Posted } from "@/lib/webhooks/post-guarded";
import { makeDeliverer } from "./deliver-webhooks";

/** A fresh partner's client. */
export const partner = async () => makeClient(await makeOrganisation({ kind: "partner" }));
/** How a post ended: well, unless said otherwise. */
export const posted = (over: Partial<Posted> = {}): Posted => ({
  ok: true,
  fault: null,
  status: 200,
  address: null,
  cause: null,
  ms: 3,
  ...over,
});
/** A post that ended with that status. */
export const failed = (status = 500) =>
  posted({ ok: false, fault: status === 410 ? "gone" : "status", status });

/** A worker whose posts end as the test says, and what it posted. */
export function worker(answer: (post: Post) => Promise<Posted> | Posted = () => posted()) {
  const sent: Post[] = [];
  const deliverer = makeDeliverer(async (post) => {
    sent.push(post);
    return answer(post);
  });
  return {
    sent,
    deliverer,
    async run() {
      const count = await deliverer.run();
      await deliverer.settled();
      return count;
    },
  };
}
