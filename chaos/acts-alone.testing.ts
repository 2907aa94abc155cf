import { setTimeout as sleep } from "node:timers/promises";
import { makeActor, makeSeller } from "@/db/testing";
import { addSecret } from "@/lib/clients/add-secret";
import { createClient } from "@/lib/clients/create-client";
import { inSeconds, now } from "@/lib/clock";
import { unlinkClient } from "@/lib/links/unlink-client";
import { agree, before, clientInput } from "./mutation-scenes";

// A process that does nothing but act, as the portal would, and says each thing before it begins and once it is done.
// Whoever kills it knows from its words what must be there.

const say = (words: object) => process.stdout.write(`${JSON.stringify(words)}\n`);

async function act() {
  const desk = await makeActor({ kind: "aggregator" });
  const shop = await makeActor();
  const made = await createClient(before(desk, "create client"), clientInput());
  if (!made.ok) throw new Error(made.code);
  const { clientRowId, clientId, secret } = made.view;
  say({ clientId, secret });
  const added = await addSecret(before(desk, "add secret", { client: [clientRowId] }), {
    overlap: "24h",
    label: "",
  });
  if (added.ok) say({ clientId, secret: added.view.secret });
  for (const ends of [false, true]) {
    const { sellerId } = await makeSeller({ id: shop.organisationId }, { sellerId: nextSellerId++ });
    const pair = { clientRowId, clientId, sellerId };
    say({ ...pair, tries: true });
    const linked = await agree(shop, clientRowId, sellerId)();
    if (!linked.ok) throw new Error(linked.code);
    say({ ...pair, isOpen: true });
    if (!ends) continue;
    const linkId = /links\/([^?]+)/.exec(linked.view.goTo)?.[1] ?? "";
    say({ ...pair, tries: true });
    const ended = await unlinkClient(before(shop, "unlink client", { linkId: [linkId] }), {
      linkId,
      reason: "other",
      when: "now",
    });
    if (!ended.ok) throw new Error(ended.code);
    say({ ...pair, isOpen: false });
  }
}

let nextSellerId = 600_000 + (process.pid % 100_000) * 1000;
const over = inSeconds(120);
while (now() < over) {
  await act().catch(async (error) => {
    say({ broken: (error as Error).message });
    await sleep(50);
  });
}
process.exit(0);
