import { expect, it } from "vitest";
import { asOperator, inOrganisation } from "@/db/client";
import { makeActor, makeClient, rolledBack } from "@/db/testing";
import { listClientEvents } from "./list-events";
import { recordEvent } from "./record-event";

it(
  "says of the marketplace's staff that it was them, and not who",
  rolledBack(async () => {
    const [owner, operator] = [await makeActor({ kind: "partner" }), await makeActor({ kind: "operator" })];
    const { organisationId } = owner;
    const client = await makeClient({ id: organisationId });
    const about = { organisationId: operator.organisationId, otherOrganisationId: organisationId };
    await inOrganisation(owner, (tx) =>
      recordEvent(tx, owner, { type: "client.suspended", organisationId, clientRowId: client.id }),
    );
    await asOperator(async (tx) => {
      const clientRowId = client.id;
      await recordEvent(tx, operator, { type: "listing.decided", ...about, clientRowId, data: { x: 1 } });
      const data = { by: "operator", words: "x" };
      await recordEvent(tx, operator, { type: "client.suspended", ...about, clientRowId, data });
    });
    const events = await listClientEvents(organisationId, client.id);
    expect(events.map(({ type, actorName, data }) => [type, actorName, data.by])).toEqual([
      ["client.suspended", "", "operator"],
      ["listing.decided", "", "operator"],
      ["client.suspended", owner.name, undefined],
    ]);
  }),
);

it(
  "names nobody of the other side of a link, and whoever is no person",
  rolledBack(async () => {
    const [partner, seller] = [await makeActor({ kind: "partner" }), await makeActor()];
    const client = await makeClient({ id: partner.organisationId });
    const about = { organisationId: seller.organisationId, otherOrganisationId: partner.organisationId };
    const clientRowId = client.id;
    await inOrganisation(seller, async (tx) => {
      await recordEvent(tx, seller, { type: "link.created", ...about, clientRowId });
      await recordEvent(tx, { name: "clock" }, { type: "link.ended", ...about, clientRowId });
    });
    const seen = await listClientEvents(partner.organisationId, client.id);
    expect(seen.map(({ type, actorName }) => [type, actorName])).toEqual([
      ["link.ended", "clock"],
      ["link.created", ""],
    ]);
  }),
);
