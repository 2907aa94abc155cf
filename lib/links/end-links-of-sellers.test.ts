import { expect, it } from "vitest";
import { asFounder, inOrganisation } from "@/db/client";
import { events, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeOrganisation, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds } from "../clock";
import { endLinksOfSellers } from "./end-links-of-sellers";

it(
  "every link of an organisation's accounts ends with its event, a lapsed one at its own time and by the clock",
  rolledBack(async () => {
    const [actor, other] = [await makeActor(), await makeActor()];
    const client = await makeClient(await makeOrganisation({ kind: "partner" }));
    const account = async (whose: typeof actor) => makeSeller({ id: whose.organisationId });
    const past = inSeconds(-60);
    const [open, ended] = [
      await makeLink(client, await account(actor)),
      await makeLink(client, await account(actor), { unlinkedAt: past, reason: "mistake" }),
    ];
    const lapsed = await makeLink(client, await account(actor), { expiresAt: past });
    const foreign = await makeLink(client, await account(other));

    const gone = await inOrganisation(actor, (tx) => endLinksOfSellers(tx, actor));
    expect(gone.map(({ id }) => id).sort()).toEqual([open.id, lapsed.id].sort());
    const rows = await asFounder((tx) => tx.select().from(sellerLinks));
    const row = ({ id }: { id: string }) => rows.find((one) => one.id === id);
    expect(row(open)).toMatchObject({ unlinkedBy: actor.personId, reason: "other" });
    expect(row(lapsed)).toMatchObject({ unlinkedAt: past, unlinkedBy: null, reason: "lapsed" });
    expect(row(ended)).toMatchObject({ unlinkedAt: past, reason: "mistake" });
    expect(row(foreign)).toMatchObject({ unlinkedAt: null, reason: null });

    const trail = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
    const about = trail.map(({ type, actorName, data }) => [type, actorName, data]);
    expect(about).toEqual([
      ["link.ended", "clock", { linkId: lapsed.id, reason: "lapsed", endsAt: past.toISOString() }],
      ["link.ended", actor.name, { linkId: open.id, reason: "other", endsAt: expect.any(String) }],
    ]);
  }),
);
