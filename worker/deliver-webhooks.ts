import { asWorker } from "@/db/client";
import { log } from "@/lib/log";
import { unseal } from "@/lib/secrets";
import { messageId } from "@/lib/webhooks/event-types";
import { postGuarded } from "@/lib/webhooks/post-guarded";
import { signWebhook } from "@/lib/webhooks/sign";
import { claimDeliveries, type Delivery } from "./claim-deliveries";
import { closeDelivery, recordTry, type Tried } from "./record-try";

/** So many messages are on their way side by side in one worker. */
const atOnce = 100;

/**
 * Sends what waits for the endpoints of clients. A receiver that is slow or down takes up few places and holds up
 * nobody else's messages; each is claimed for a while first and marked after, so that a crash in between sends it
 * once more, with the same id, rather than never.
 */
export function makeDeliverer(post: typeof postGuarded = postGuarded) {
  const underWay = new Set<Promise<void>>();
  const busy = new Map<string, number>();

  async function deliver(delivery: Delivery) {
    const { id, endpointId } = delivery;
    busy.set(endpointId, (busy.get(endpointId) ?? 0) + 1);
    try {
      if (delivery.isEndpointGone) await asWorker((tx) => closeDelivery(tx, id));
      else {
        const tried = await send(delivery, post);
        const after = await asWorker((tx) => recordTry(tx, delivery, tried));
        if (!tried.ok) {
          const { status, fault, cause } = tried;
          log.info(
            { deliveryId: id, tries: delivery.tries, status, fault, cause, after },
            "a message did not arrive",
          );
        }
      }
    } catch (error) {
      // Nothing is lost: the claim runs out, and the message is sent again.
      log.warn({ deliveryId: id, err: error }, "what became of a message could not be saved");
    } finally {
      const left = (busy.get(endpointId) ?? 1) - 1;
      if (left > 0) busy.set(endpointId, left);
      else busy.delete(endpointId);
    }
  }

  return {
    /** Takes up all that is due, and resolves to its number without waiting for slow receivers. */
    async run(): Promise<number> {
      for (let count = 0; ; ) {
        if (underWay.size >= atOnce) await Promise.race(underWay);
        const claimed = await asWorker((tx) => claimDeliveries(tx, atOnce - underWay.size, busy));
        if (claimed.length === 0) return count;
        count += claimed.length;
        for (const delivery of claimed) {
          const one = deliver(delivery).finally(() => underWay.delete(one));
          underWay.add(one);
        }
      }
    },
    /** Resolves when nothing is on its way any more. */
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** One try. The signature is of this moment, the id and the body are those of every try. */
async function send({ id, url, sealedKey, body }: Delivery, post: typeof postGuarded): Promise<Tried> {
  let key: string;
  try {
    key = unseal(sealedKey);
  } catch {
    return { ok: false, fault: "no_key", status: null, cause: null, ms: 0 };
  }
  return post({ url, headers: signWebhook({ id: messageId(id), body }, [key]), body });
}
