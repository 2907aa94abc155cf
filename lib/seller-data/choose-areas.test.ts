import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clientAreas, clients, events, members } from "@/db/schema";
import { makeActor, makeClient, ownDatabase, rolledBack, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { chooseAreasInput } from "./areas-input";
import { chooseAreas } from "./choose-areas";
import { findClientAreas, listClientAreas } from "./list-client-areas";

const form = (actor: Actor, ...client: string[]) =>
  withFormKey(actor, { act: "choose areas", offered: { client } });
const rows = () => asFounder((tx) => tx.select().from(clientAreas));
const told = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

async function scene(kind: "seller" | "partner" = "partner") {
  const actor = await makeActor({ kind });
  const client = await makeClient({ id: actor.organisationId });
  return { actor, client, clientRowId: client.id };
}

describe("chooseAreas", () => {
  it(
    "remembers the areas of one client, tells it in the events, and forgets them again",
    rolledBack(async () => {
      const { actor, client, clientRowId } = await scene();
      const { organisationId } = actor;
      const once = form(actor, clientRowId);
      expect(await chooseAreas(once, { clientRowId, areas: "orders,nonsense,offers" })).toMatchObject({
        view: { goTo: "/guide/areas?done=remembered&areas=offers,orders#choose" },
      });
      expect(await findClientAreas(organisationId, client.clientId)).toEqual(["offers", "orders"]);
      expect(await chooseAreas(once, { clientRowId, areas: "finance" })).toMatchObject({ code: "stale" });
      // The same once more changes nothing, and is no event.
      const again = await chooseAreas(form(actor, clientRowId), { clientRowId, areas: "orders,offers" });
      expect(again).toMatchObject({ ok: true });
      expect(await told()).toMatchObject([
        { type: "areas.chosen", organisationId, clientRowId, data: { areas: "offers, orders" } },
      ]);
      expect(await chooseAreas(form(actor, clientRowId), { clientRowId, areas: "" })).toMatchObject({
        ok: true,
      });
      expect(await rows()).toEqual([]);
      expect(await listClientAreas(organisationId)).toEqual([
        { id: clientRowId, clientId: client.clientId, areas: [] },
      ]);
    }),
  );

  it(
    "is refused to viewers, strangers, whoever was removed, other forms, and for clients that are gone",
    rolledBack(async () => {
      const { actor, clientRowId } = await scene("seller");
      const { organisationId } = actor;
      const wanted = { clientRowId, areas: "orders" };
      const viewer = await makeActor({ organisationId, role: "viewer" });
      expect(await chooseAreas(form(viewer, clientRowId), wanted)).toMatchObject({ code: "not_allowed" });
      const stranger = await makeActor();
      expect(await chooseAreas(form(stranger, clientRowId), wanted)).toMatchObject({ code: "not_found" });
      expect(await chooseAreas(form(actor), wanted)).toMatchObject({ code: "not_found" });
      const other = withFormKey(actor, { act: "suspend client", offered: { client: [clientRowId] } });
      expect(await chooseAreas(other, wanted)).toMatchObject({ code: "stale" });
      const removed = await makeActor({ organisationId, role: "editor" });
      await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
      expect(await chooseAreas(form(removed, clientRowId), wanted)).toMatchObject({ code: "not_allowed" });
      await asFounder((tx) =>
        tx.update(clients).set({ deletedAt: now() }).where(eq(clients.id, clientRowId)),
      );
      expect(await chooseAreas(form(actor, clientRowId), wanted)).toMatchObject({ code: "not_found" });
      expect(await rows()).toEqual([]);
      expect(await told()).toEqual([]);
    }),
  );

  it("of two at once on one form has one winner", async () => {
    await ownDatabase();
    const { actor, client, clientRowId } = await scene();
    const once = form(actor, clientRowId);
    const both = ["orders", "offers"].map((areas) => chooseAreas(once, { clientRowId, areas }));
    const codes = (await Promise.all(both)).map((result) => (result.ok ? "ok" : result.code));
    expect(codes.sort()).toEqual(["ok", "stale"]);
    expect(await findClientAreas(actor.organisationId, client.clientId)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it("takes an id and a list, and nothing more", () => {
    const clientRowId = "01900000-0000-7000-8000-000000000000";
    expect(chooseAreasInput.safeParse({ clientRowId }).data).toEqual({ clientRowId, areas: "" });
    expect(chooseAreasInput.safeParse({ clientRowId: "x" }).success).toBe(false);
    expect(chooseAreasInput.safeParse({ clientRowId, organisationId: clientRowId }).success).toBe(false);
  });
});
