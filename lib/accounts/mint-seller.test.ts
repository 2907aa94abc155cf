import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { events, sellers } from "@/db/schema";
import { makeActor, makeSeller, ownDatabase, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import { env } from "../env";
import type { Actor } from "./actor";
import { hasExtraSeller } from "./list-claims";
import { mintSeller } from "./mint-seller";

afterEach(() => void Object.assign(env(), { AUTHORITY: "builtin" }));

const mint = (actor: Actor) => mintSeller(withFormKey(actor, { act: "mint seller" }));
const ownerOf = async (sellerId: number) =>
  (await asFounder((tx) => tx.select().from(sellers).where(eq(sellers.sellerId, sellerId))))[0]
    ?.ownerOrganisationId;
const everyEvent = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));

describe("minting", () => {
  it(
    "makes one extra account, and then no other",
    rolledBack(async () => {
      const actor = await makeActor({ role: "editor" });
      expect(await mint(actor)).toMatchObject({ ok: true });
      expect(await hasExtraSeller(viewerOf(actor))).toBe(true);
      expect(await mint(actor)).toMatchObject({ code: "limit", facts: { limit: "extra_seller" } });
      const own = await asFounder((tx) =>
        tx.select().from(sellers).where(eq(sellers.ownerOrganisationId, actor.organisationId)),
      );
      expect(own).toHaveLength(1);
      expect(own[0]?.sellerId).toBeGreaterThan(300_000);
      expect((await everyEvent()).map(({ type }) => type)).toEqual(["seller.created"]);
    }),
  );

  it(
    "leaves out numbers that are taken already",
    rolledBack(async () => {
      const [{ last = "" } = {}] = await asFounder((tx) =>
        tx.execute<{ last: string }>(sql`select nextval('fresh_seller_ids') as last`),
      );
      for (const ahead of [1, 2]) await makeSeller(null, { sellerId: Number(last) + ahead });
      const actor = await makeActor();
      expect(await mint(actor)).toMatchObject({ ok: true });
      expect(await ownerOf(Number(last) + 3)).toBe(actor.organisationId);
    }),
  );

  it(
    "refuses viewers, partners, used forms, and a marketplace that opens accounts itself",
    rolledBack(async () => {
      expect(await mint(await makeActor({ role: "viewer" }))).toMatchObject({ code: "not_allowed" });
      expect(await mint(await makeActor({ kind: "partner" }))).toMatchObject({ code: "not_allowed" });
      const actor = withFormKey(await makeActor(), { act: "mint seller" });
      expect(await mintSeller(actor)).toMatchObject({ ok: true });
      expect(await mintSeller(actor)).toMatchObject({ code: "stale" });
      Object.assign(env(), { AUTHORITY: "keycloak" });
      expect(await mint(await makeActor())).toMatchObject({ code: "unavailable" });
    }),
  );
});

describe("at once", () => {
  beforeAll(async () => {
    await ownDatabase();
  });

  it("five tries to mint make one account", async () => {
    const actor = await makeActor();
    const answers = await Promise.all(Array.from({ length: 5 }, () => mint(actor)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
