import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clientAreas } from "@/db/schema";
import { makeActor, makeClient, rolledBack } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { now } from "@/lib/clock";
import { fileAreas } from "./file-areas";
import { fillValues } from "./fill-values";

/** A member with two clients, one of which needs orders and offers only. */
async function scene() {
  const { organisationId, ...person } = await makeActor();
  const viewer = { ...person, organisation: { id: organisationId } } as unknown as Viewer;
  const plain = await makeClient({ id: organisationId }, { createdAt: new Date("2026-02-01") });
  const narrow = await makeClient({ id: organisationId }, { createdAt: new Date("2026-01-01") });
  const areas = ["offers", "orders"];
  await asFounder((tx) =>
    tx.insert(clientAreas).values({ clientRowId: narrow.id, organisationId, areas, chosenAt: now() }),
  );
  const asked = async (clientId: string, query = {}) =>
    fileAreas(viewer, await fillValues(viewer, { clientId }), query);
  return { plain: plain.clientId, narrow: narrow.clientId, asked, viewer };
}

describe("the areas of the files", () => {
  it(
    "start from what is remembered for the client that is picked",
    rolledBack(async () => {
      const { plain, narrow, asked } = await scene();
      const remembered = { areas: ["offers", "orders"], isRemembered: true };
      expect(await asked(narrow)).toEqual(remembered);
      expect(await asked(plain)).toEqual({ areas: [], isRemembered: false });
      // The ticks that were sent along were offered for the other client.
      expect(await asked(narrow, { tickedFor: plain })).toEqual(remembered);
      expect(await asked(plain, { tickedFor: narrow, areas: ["offers", "orders"] })).toMatchObject({
        areas: [],
      });
    }),
  );

  it(
    "are then what is ticked, even nothing, or what a link names",
    rolledBack(async () => {
      const { narrow, asked } = await scene();
      const said = (areas: string[]) => ({ areas, isRemembered: false });
      expect(await asked(narrow, { tickedFor: narrow })).toEqual(said([]));
      expect(await asked(narrow, { tickedFor: narrow, areas: "products" })).toEqual(said(["products"]));
      expect(await asked(narrow, { areas: "discussions,orders" })).toEqual(said(["orders", "discussions"]));
    }),
  );

  it(
    "are nobody else's: a visitor and a stranger start from every call",
    rolledBack(async () => {
      const { narrow } = await scene();
      const { organisationId } = await makeActor();
      const stranger = { organisation: { id: organisationId } } as Viewer;
      for (const viewer of [null, stranger]) {
        const filled = await fillValues(viewer, { clientId: narrow });
        expect(await fileAreas(viewer, filled, {})).toEqual({ areas: [], isRemembered: false });
        expect(await fileAreas(viewer, filled, { areas: "orders" })).toMatchObject({ areas: ["orders"] });
      }
    }),
  );
});
