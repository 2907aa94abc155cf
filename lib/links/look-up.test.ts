import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asFounder, inOrganisation } from "@/db/client";
import { events } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
  rolledBack,
  viewerOf,
} from "@/db/testing";
import { listClientEvents } from "../audit/list-events";
import { lookAtCall } from "../first-call/look-at-call";
import { newId } from "../id";
import { findLinkChain } from "./find-link-chain";
import { listLinkEvents } from "./list-link-events";
import { lookAtClient } from "./look-at-client";
import { lookAtLink } from "./look-at-link";
import { lookAtOrganisation } from "./look-at-organisation";
import { lookAtSeller } from "./look-at-seller";
import { lookUp } from "./look-up";
import { listChains } from "./read-chain";

const traceId = newId();

async function scene() {
  const [partner, shop] = [await makeActor({ kind: "aggregator" }), await makeActor()];
  const client = await makeClient({ id: partner.organisationId }, { clientId: "Feed-Wise 01" });
  const { secret, row } = await makeSecret(client);
  const seller = await makeSeller({ id: shop.organisationId });
  const link = await makeLink(client, seller);
  const desk = viewerOf(await makeActor({ kind: "operator" }));
  const [callId, ticketId] = [newId(), newId()];
  await asFounder(async (tx) => {
    await tx.insert(events).values({
      type: "link.created",
      actorName: "Ada",
      organisationId: shop.organisationId,
      clientRowId: client.id,
      sellerId: seller.sellerId,
      requestId: traceId,
    });
    await tx.execute(sql`insert into first_calls (id, organisation_id, client_id, seller_id, operation, verdict, report)
      values (${callId}, ${partner.organisationId}, ${client.clientId}, ${String(seller.sellerId)}, 'sellers', 'ok',
        ${JSON.stringify({ answer: { traceId } })}::text::jsonb)`);
    await tx.execute(sql`insert into tickets (id, organisation_id, person_id, subject, context, created_at, last_at)
      values (${ticketId}, ${shop.organisationId}, ${shop.personId}, 'It fails',
        ${JSON.stringify({ reference: traceId })}::text::jsonb, now(), now())`);
  });
  return { partner, shop, client, secret, row, seller, link, desk, callId, ticketId };
}

const looks = async () => {
  const rows = await asFounder((tx) => tx.select().from(events).orderBy(events.id));
  return rows.filter(({ type }) => type === "lookup.made");
};

describe("looking something up", () => {
  it(
    "finds by SellerId, clientId, mail, trace or reference id, and the ids of addresses",
    rolledBack(async () => {
      const s = await scene();
      const kindsOf = async (q: string) => (await lookUp(s.desk, q))?.matches.map(({ kind }) => kind);
      expect(await kindsOf(` ${s.seller.sellerId} `)).toEqual(["seller"]);
      expect(await kindsOf("Feed-Wise 01")).toEqual(["client"]);
      expect(await kindsOf(s.shop.email.toUpperCase())).toEqual(["organisation"]);
      await makeClient({ id: s.shop.organisationId }, { contactEmail: s.shop.email });
      expect(await kindsOf(s.shop.email)).toEqual(["organisation"]);
      await makeSeller(null, { contactEmail: s.shop.email });
      expect(await kindsOf(s.shop.email)).toEqual(["organisation", "seller"]);
      expect(await kindsOf(s.client.contactEmail)).toEqual(["client"]);
      expect(await kindsOf(s.seller.contactEmail)).toEqual(["seller"]);
      expect(await kindsOf(traceId.toUpperCase())).toEqual(["ticket", "first_call", "event"]);
      expect(await kindsOf(s.link.id)).toEqual(["link"]);
      expect(await kindsOf(s.client.id)).toEqual(["client"]);
      expect(await kindsOf(s.partner.organisationId)).toEqual(["organisation"]);
      expect(await kindsOf(s.ticketId)).toEqual(["ticket"]);
      const [ticket] = await asFounder((tx) =>
        tx.execute<{ number: string }>(sql`select number from tickets where id = ${s.ticketId}`),
      );
      expect(await kindsOf(`#${ticket?.number}`)).toEqual(["ticket"]);
    }),
  );

  it(
    "says what is near where nothing is the same byte for byte",
    rolledBack(async () => {
      const { desk } = await scene();
      const organisation = await makeOrganisation({ name: "Épicerie Fée" });
      expect(await lookUp(desk, "feedwise 0l")).toMatchObject({
        sure: false,
        matches: [{ kind: "client", clientId: "Feed-Wise 01" }],
      });
      expect(await lookUp(desk, "feedwize01")).toMatchObject({
        sure: false,
        matches: [{ kind: "client", clientId: "Feed-Wise 01" }],
      });
      expect(await lookUp(desk, "epicerie")).toMatchObject({
        sure: false,
        matches: [{ kind: "organisation", id: organisation.id }],
      });
    }),
  );

  it(
    "is an event of the desk alone, found or not; of a mail address it keeps no address",
    rolledBack(async () => {
      const s = await scene();
      const missing = ["999999999", "nobody@people.test", newId(), "there-is-no-such-client"];
      for (const q of missing) expect((await lookUp(s.desk, q))?.matches).toEqual([]);
      expect(await lookUp(s.desk, "  ")).toBeNull();
      expect(await lookUp(s.desk, "a\u0000b")).toBeNull();
      await lookUp(s.desk, s.shop.email);
      await lookUp(s.desk, s.secret);
      const made = await looks();
      expect(made).toHaveLength(6);
      for (const { organisationId, otherOrganisationId, actorPersonId, data } of made) {
        expect([organisationId, otherOrganisationId]).toEqual([s.desk.organisation.id, null]);
        expect(actorPersonId).toBe(s.desk.personId);
        expect(data.kind).toBe("search");
      }
      expect(made.map(({ data }) => data.found)).toEqual([0, 0, 0, 0, 1, 0]);
      const text = JSON.stringify(made);
      for (const hidden of [s.shop.email, "nobody@people.test", s.secret]) expect(text).not.toContain(hidden);
    }),
  );
});

describe("looking at something", () => {
  it(
    "shows what its sides see, the chain included, and nothing secret",
    rolledBack(async () => {
      const s = await scene();
      const organisation = await lookAtOrganisation(s.desk, s.partner.organisationId);
      expect(organisation).toMatchObject({
        members: [{ email: s.partner.email, role: "owner" }],
        clients: [{ clientId: "Feed-Wise 01", liveSecrets: 1, openLinks: 1, state: "active" }],
        calls: [{ id: s.callId }],
      });
      const shop = await lookAtOrganisation(s.desk, s.shop.organisationId);
      expect(shop).toMatchObject({
        sellers: [{ sellerId: s.seller.sellerId, openLinks: 1 }],
        tickets: [{ id: s.ticketId }],
      });
      const client = await lookAtClient(s.desk, s.client.id);
      const [own] = await listChains(
        { ...viewerOf(s.partner), organisation: { ...viewerOf(s.partner).organisation, kind: "aggregator" } },
        s.client.id,
      );
      // Their own wall hides the name of the shop here; the list of links has it.
      expect(client?.chain).toEqual({ ...own, shopName: s.seller.shopName });
      expect(client).toMatchObject({
        secrets: [{ hint: s.row.hint, live: true }],
        links: { items: [{ id: s.link.id }], next: null },
        openLinks: 1,
      });
      const seller = await lookAtSeller(s.desk, String(s.seller.sellerId));
      expect(seller).toMatchObject({
        owner: { id: s.shop.organisationId },
        links: { items: [{ id: s.link.id }] },
      });
      const link = await lookAtLink(s.desk, s.link.id);
      const asClient = await findLinkChain(viewerOf(s.partner), s.link.id);
      const asSeller = await findLinkChain(viewerOf(s.shop), s.link.id);
      expect(link?.chain.lamps).toEqual(asClient?.lamps);
      expect(link?.chain.lamps.map(({ state }) => state)).toEqual(asSeller?.lamps.map(({ state }) => state));
      for (const found of [seller, client]) expect(found?.links.items[0]?.lamps).toEqual(asClient?.lamps);
      expect((await lookAtCall(s.desk, s.callId))?.organisation?.id).toBe(s.partner.organisationId);
      const everything = JSON.stringify([organisation, shop, client, seller, link]);
      for (const hidden of [
        s.secret,
        s.row.hash.toString("hex"),
        s.row.hash.toString("base64"),
        "passwordHash",
      ])
        expect(everything).not.toContain(hidden);
    }),
  );

  it(
    "is seen by those whose it is, without who of the staff it was, and by nobody else",
    rolledBack(async () => {
      const s = await scene();
      await lookAtClient(s.desk, s.client.id);
      await lookAtLink(s.desk, s.link.id);
      await lookAtSeller(s.desk, String(s.seller.sellerId));
      await lookAtOrganisation(s.desk, s.shop.organisationId);
      const seenBy = (organisationId: string) =>
        inOrganisation({ organisationId }, async (tx) => {
          const rows = await tx.select().from(events).orderBy(events.id);
          return rows.filter(({ type }) => type === "lookup.made").map(({ data }) => data.kind);
        });
      expect((await seenBy(s.partner.organisationId)).sort()).toEqual(["client", "link"]);
      expect((await seenBy(s.shop.organisationId)).sort()).toEqual(["link", "organisation", "seller"]);
      expect(await seenBy((await makeOrganisation()).id)).toEqual([]);
      const history = await listClientEvents(s.partner.organisationId, s.client.id);
      expect(history.filter(({ type }) => type === "lookup.made")).toHaveLength(2);
      const line = await listLinkEvents(s.shop.organisationId, {
        linkId: s.link.id,
        clientRowId: s.client.id,
        sellerId: s.seller.sellerId,
      });
      expect(line.find(({ type }) => type === "lookup.made")?.by).toEqual({ side: "operator", name: null });
    }),
  );

  it(
    "finds nothing where there is nothing, and leaves no event of it",
    rolledBack(async () => {
      const { desk } = await scene();
      for (const id of [newId(), "x", "", "../clients"]) {
        for (const look of [lookAtOrganisation, lookAtClient, lookAtSeller, lookAtLink, lookAtCall])
          expect(await look(desk, id)).toBeNull();
      }
      expect(await looks()).toEqual([]);
    }),
  );
});
