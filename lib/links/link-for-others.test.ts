import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, organisations } from "@/db/schema";
import { makeActor, makeClient, makeSeller, rolledBack, withFormKey } from "@/db/testing";
import { now } from "../clock";
import { linkForOthers } from "./link-for-others";

it(
  "no link is made while one of its sides is suspended, and that is said",
  rolledBack(async () => {
    const [partner, shop] = [await makeActor({ kind: "partner" }), await makeActor()];
    const client = await makeClient({ id: partner.organisationId });
    const { sellerId } = await makeSeller({ id: shop.organisationId });
    const desk = await makeActor({ kind: "operator" });
    const link = () =>
      linkForOthers(withFormKey(desk, { act: "link for others", offered: { seller: [String(sellerId)] } }), {
        clientId: client.clientId,
        reason: "Written authorisation of 20 November",
      });
    const suspend = (id: string, suspendedAt: Date | null) =>
      asFounder(async (tx) => {
        await tx.update(clients).set({ suspendedAt }).where(eq(clients.id, id));
        await tx.update(organisations).set({ suspendedAt }).where(eq(organisations.id, id));
      });
    for (const id of [client.id, partner.organisationId, shop.organisationId]) {
      await suspend(id, now());
      expect(await link()).toMatchObject({ code: "not_allowed", facts: { limit: "side_stopped" } });
      await suspend(id, null);
    }
    expect(await link()).toMatchObject({ ok: true });
  }),
);
