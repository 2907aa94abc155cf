import { expect, test } from "vitest";
import { makeActor, makeClient, makeLink, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds, now } from "../clock";
import { listChoices } from "./list-choices";

test(
  "proposes one's own clients, newest first, and the sellers that the named one is linked to",
  rolledBack(async () => {
    const actor = await makeActor({ kind: "aggregator" });
    const older = await makeClient({ id: actor.organisationId }, { createdAt: inSeconds(-60) });
    const newer = await makeClient({ id: actor.organisationId });
    await makeClient({ id: actor.organisationId }, { deletedAt: now() });
    await makeClient({ id: (await makeActor()).organisationId });
    const [open, lapsed, ended] = [await makeSeller(), await makeSeller(), await makeSeller()];
    await makeLink(older, open);
    await makeLink(older, lapsed, { expiresAt: inSeconds(-1) });
    await makeLink(older, ended, { unlinkedAt: now() });
    const clientIds = [newer.clientId, older.clientId];
    expect(await listChoices(actor)).toEqual({ clientIds, sellerIds: ["98979"] });
    expect(await listChoices(actor, older.clientId)).toEqual({
      clientIds,
      sellerIds: [String(open.sellerId), "98979"],
    });
  }),
);

test(
  "a seller's own accounts are among them, other clients' sellers are not",
  rolledBack(async () => {
    const actor = await makeActor();
    const mine = await makeSeller({ id: actor.organisationId });
    const stranger = await makeActor({ kind: "aggregator" });
    const client = await makeClient({ id: stranger.organisationId });
    await makeLink(client, await makeSeller());
    const sellerIds = [String(mine.sellerId), "98979"];
    expect(await listChoices(actor)).toEqual({ clientIds: [], sellerIds });
    expect(await listChoices(actor, client.clientId)).toEqual({ clientIds: [], sellerIds });
  }),
);
