import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { clients, sellerLinks } from "@/db/schema";
import {
  callSellers,
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  startSandbox,
} from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  await insertTestSeller(104512);
  await insertTestSeller(104513);
});
afterAll(() => sandbox.stop());

describe("effects come at once", () => {
  const status = async (token: string, sellerId: number) => {
    const { status, code } = await callSellers(sandbox.origin, token, sellerId);
    return [status, code];
  };

  test("suspension, resumption, deletion: a token given before is told to be revoked", async () => {
    const other = await insertTestClient("comes-and-goes");
    await insertTestLink(other, 104512);
    const token = await fetchToken(sandbox.origin, other);
    const set = (values: Partial<typeof clients.$inferInsert>) =>
      asFounder((tx) => tx.update(clients).set(values).where(eq(clients.id, other.id)));
    expect(await status(token, 104512)).toEqual([200, undefined]);
    await set({ suspendedAt: new Date() });
    expect(await status(token, 104512)).toEqual([401, "token_revoked"]);
    await set({ suspendedAt: null });
    expect(await status(token, 104512)).toEqual([200, undefined]);
    await set({ deletedAt: new Date() });
    expect(await status(token, 104512)).toEqual([401, "token_revoked"]);
  });

  test("a cut ends every token given before it, and none given after, within one second", async () => {
    const other = await insertTestClient("cut-often");
    await insertTestLink(other, 104512);
    for (let round = 0; round < 5; round++) {
      const before = await fetchToken(sandbox.origin, other);
      expect(await status(before, 104512)).toEqual([200, undefined]);
      const cut = { tokensNotBefore: new Date() };
      await asFounder((tx) => tx.update(clients).set(cut).where(eq(clients.id, other.id)));
      const after = await fetchToken(sandbox.origin, other);
      expect(await status(before, 104512)).toEqual([401, "token_revoked"]);
      expect(await status(after, 104512)).toEqual([200, undefined]);
    }
  });

  test("links that end, lapse, are planned to end, and are opened again", async () => {
    const other = await insertTestClient("linked-and-not");
    const token = await fetchToken(sandbox.origin, other);
    const soon = (milliseconds: number) => new Date(Date.now() + milliseconds);
    await insertTestLink(other, 104513, { unlinkedAt: new Date() });
    expect(await status(token, 104513)).toEqual([403, "seller_not_granted"]);
    await insertTestLink(other, 104513, { expiresAt: soon(150), endsAt: soon(60_000) });
    expect(await status(token, 104513)).toEqual([200, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await status(token, 104513)).toEqual([403, "seller_not_granted"]);
    await asFounder((tx) =>
      tx.update(sellerLinks).set({ unlinkedAt: new Date() }).where(isNull(sellerLinks.unlinkedAt)),
    );
    await insertTestLink(other, 104513, { endsAt: soon(60_000) });
    expect(await status(token, 104513)).toEqual([200, undefined]);
  });
});
