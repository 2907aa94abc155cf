import { describe, expect, it } from "vitest";
import { makeActor, makeClient, makeLink, makeSeller, rolledBack } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { fillValues, openSellerIds, placeholderClientId } from "./fill-values";

/** A viewer who owns two clients, the newer one linked to a foreign seller account, and one seller account. */
async function scene() {
  const { organisationId, ...person } = await makeActor();
  const viewer = { ...person, organisation: { id: organisationId } } as unknown as Viewer;
  const own = await makeSeller({ id: organisationId });
  const stranger = await makeActor();
  const foreign = await makeSeller({ id: stranger.organisationId });
  const older = await makeClient({ id: organisationId }, { createdAt: new Date("2026-01-01") });
  const newer = await makeClient({ id: organisationId }, { createdAt: new Date("2026-02-01") });
  await makeLink(newer, foreign);
  const theirs = await makeClient({ id: stranger.organisationId });
  const secondForeign = await makeSeller({ id: stranger.organisationId });
  return { viewer, own, foreign, secondForeign, older, newer, theirs };
}

describe("what the files are filled with", () => {
  it("is placeholders for a visitor, whatever is asked", async () => {
    const { values, isOwn, clientIds } = await fillValues(null, { clientId: "demo-seller-app" });
    expect({ isOwn, clientIds, ...values }).toEqual({
      isOwn: false,
      clientIds: [],
      clientId: placeholderClientId,
      sellerId: openSellerIds[0],
      tokenUrl: env().TOKEN_URL,
      sellerApiUrl: env().SELLER_API_URL,
    });
  });

  it(
    "is the newest client and a seller account it is linked to",
    rolledBack(async () => {
      const { viewer, newer, older, own, foreign } = await scene();
      const filled = await fillValues(viewer, {});
      expect(filled.values).toMatchObject({ clientId: newer.clientId, sellerId: String(foreign.sellerId) });
      expect(filled.clientIds).toEqual([newer.clientId, older.clientId]);
      expect(filled.sellerIds).toEqual([String(foreign.sellerId), String(own.sellerId), ...openSellerIds]);
    }),
  );

  it(
    "is what was asked for among one's own",
    rolledBack(async () => {
      const { viewer, older, newer, own, foreign } = await scene();
      const asked = { clientId: newer.clientId, sellerId: String(own.sellerId) };
      expect((await fillValues(viewer, asked)).values).toMatchObject(asked);
      // The older client is not linked to the foreign account.
      const wrong = { clientId: older.clientId, sellerId: String(foreign.sellerId) };
      expect((await fillValues(viewer, wrong)).values).toMatchObject({ sellerId: String(own.sellerId) });
    }),
  );

  it(
    "says the same of a foreign client as of one that does not exist",
    rolledBack(async () => {
      const { viewer, theirs, secondForeign } = await scene();
      const sellerId = String(secondForeign.sellerId);
      const foreign = await fillValues(viewer, { clientId: theirs.clientId, sellerId });
      expect(foreign).toEqual(await fillValues(viewer, { clientId: "nobody-has-this", sellerId }));
      expect(foreign).toMatchObject({
        isOwn: false,
        values: { clientId: placeholderClientId, sellerId: "98979" },
      });
    }),
  );
});
