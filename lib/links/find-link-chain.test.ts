import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { clients, sellerLinks } from "@/db/schema";
import { makeActor, makeClient, makeLink, makeSecret, rolledBack, viewerOf, withFormKey } from "@/db/testing";
import { inSeconds, moveClock, now } from "../clock";
import { newId } from "../id";
import { agree, beforeConsent, consentScene, linksOf } from "./consent-scene.testing";
import { endAnyLink } from "./end-any-link";
import { findLinkChain } from "./find-link-chain";
import { linkClient } from "./link-client";

afterEach(() => moveClock(0));

async function scene() {
  const owner = await makeActor({ kind: "partner" });
  const made = await consentScene();
  const client = await makeClient({ id: owner.organisationId }, { reviewedAt: now() });
  return { ...made, owner, client };
}

const statesOf = (view: Awaited<ReturnType<typeof findLinkChain>>) =>
  view?.lamps.map(({ state }) => state).join(" ");

describe("one link with its chain", () => {
  it(
    "is the same strip from both sides, and nobody else's",
    rolledBack(async () => {
      const { actor, seller, owner, client } = await scene();
      await makeSecret(client);
      await asFounder((tx) => tx.update(clients).set({ firstTokenAt: now() }));
      const link = await makeLink(client, seller, { reference: "customer 7" });
      const mine = await findLinkChain(viewerOf(actor), link.id);
      const theirs = await findLinkChain(viewerOf(owner), link.id);
      expect(statesOf(mine)).toBe("lit lit lit lit lit dark");
      expect(statesOf(theirs)).toBe(statesOf(mine));
      expect(mine).toMatchObject({ side: "seller", own: false, clientId: client.clientId, reference: null });
      expect(theirs).toMatchObject({ side: "client", reference: "customer 7", shopName: seller.shopName });
      expect(mine?.lamps.map(({ lamp, at }) => (at ? lamp : "")).filter(Boolean)).toEqual(["link", "told"]);
      expect(theirs?.lamps.filter(({ at }) => at)).toHaveLength(5);
      for (const id of [link.id, newId(), "nothing"]) {
        expect(await findLinkChain(viewerOf(await makeActor()), id)).toBeNull();
      }
    }),
  );

  it(
    "says of one that the operator ended why, to both sides, and not who of its staff it was",
    rolledBack(async () => {
      const { actor, seller, owner, client } = await scene();
      const { id } = await makeLink(client, seller);
      const desk = withFormKey(await makeActor({ kind: "operator" }), {
        act: "end any link",
        offered: { linkId: [id] },
      });
      expect(await endAnyLink(desk, { linkId: id, reason: "Asked for by letter" })).toMatchObject({
        ok: true,
      });
      for (const side of [actor, owner]) {
        const view = await findLinkChain(viewerOf(side), id);
        expect(view).toMatchObject({
          open: false,
          reason: "operator",
          endedBy: { side: "operator", name: null },
          words: "Asked for by letter",
        });
        expect(JSON.stringify(view)).not.toContain(desk.name);
      }
    }),
  );

  it(
    "says how the telling goes",
    rolledBack(async () => {
      const { actor, seller, client } = await scene();
      await linkClient(beforeConsent(actor, client, [seller]), agree(seller));
      const [link] = await linksOf(client);
      const telling = async () => (await findLinkChain(viewerOf(actor), link?.id ?? ""))?.telling;
      expect(await telling()).toEqual({ how: "letter_waiting" });
      await asFounder((tx) => tx.update(sellerLinks).set({ toldAt: now(), toldBy: "mail" }));
      expect(await telling()).toMatchObject({ how: "mailed" });
    }),
  );

  it(
    "says how the telling of a server goes",
    rolledBack(async () => {
      const { actor, seller, client } = await scene();
      const at = now().toISOString();
      await asFounder((tx) =>
        tx.execute(sql`insert into endpoints (id, client_row_id, organisation_id, url, events, sealed_key, created_at)
          values (${newId()}, ${client.id}, ${client.organisationId}, 'https://hooks.example/in', '{link.created}', 'k', ${at})`),
      );
      await linkClient(beforeConsent(actor, client, [seller]), agree(seller));
      const [link] = await linksOf(client);
      const look = () => findLinkChain(viewerOf(actor), link?.id ?? "");
      const set = (change: ReturnType<typeof sql>) =>
        asFounder((tx) => tx.execute(sql`update deliveries set ${change}`));
      expect((await look())?.telling).toEqual({ how: "sending" });
      await set(
        sql`tries = 1, last_tried_at = ${at}, last_status = 503, due_at = ${inSeconds(60).toISOString()}`,
      );
      expect((await look())?.telling).toMatchObject({
        how: "retrying",
        status: 503,
        nextTryAt: expect.any(Date),
      });
      await set(sql`failed_at = ${at}`);
      expect((await look())?.telling).toMatchObject({ how: "given_up" });
      await set(sql`failed_at = null, answered_at = ${at}, last_status = 204`);
      expect((await look())?.telling).toEqual({ how: "answered", status: 204, at: new Date(at) });
    }),
  );

  it(
    "names who ended it and why, each side its own people only",
    rolledBack(async () => {
      const { actor, seller, owner, client } = await scene();
      const link = await makeLink(client, seller, { expiresAt: inSeconds(60) });
      const ended = async (change: Partial<typeof sellerLinks.$inferInsert>) => {
        await asFounder((tx) => tx.update(sellerLinks).set(change).where(eq(sellerLinks.id, link.id)));
        const mine = await findLinkChain(viewerOf(actor), link.id);
        const theirs = await findLinkChain(viewerOf(owner), link.id);
        return [mine?.endedBy, theirs?.endedBy];
      };
      const at = { unlinkedAt: now() };
      const byPartner = await ended({ ...at, reason: "partner", unlinkedBy: owner.personId });
      expect(byPartner).toEqual([
        { side: "client", name: null },
        { side: "client", name: owner.name },
      ]);
      const bySeller = await ended({ ...at, reason: "not_used", unlinkedBy: actor.personId });
      expect(bySeller).toEqual([
        { side: "seller", name: actor.name },
        { side: "seller", name: null },
      ]);
      const next = await makeLink(client, seller, { expiresAt: inSeconds(60) });
      expect(await findLinkChain(viewerOf(actor), next.id)).toMatchObject({ open: true, endedBy: null });
      moveClock(61);
      expect(await findLinkChain(viewerOf(actor), next.id)).toMatchObject({
        open: false,
        endedBy: { side: "clock", name: null },
        endedAt: next.expiresAt,
      });
    }),
  );
});
