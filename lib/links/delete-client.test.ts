import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { deliveries, events, invitations, mails, owedLetters, sellerLinks } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeSeller,
  ownDatabase,
  rolledBack,
  withFormKey,
} from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, now } from "../clock";
import { makeEndpoint } from "../webhooks/endpoint.testing";
import { makeInvitation } from "./consent-scene.testing";
import { deleteClient } from "./delete-client";

type Client = Awaited<ReturnType<typeof makeClient>>;
const remove = (actor: Actor, client: Client) =>
  deleteClient(withFormKey(actor, { act: "delete client", offered: { client: [client.id] } }), {
    typedClientId: client.clientId,
    endLinks: "on",
  });
const all = <T>(read: Parameters<typeof asFounder<T>>[0]) => asFounder(read);

describe("deleting a client", () => {
  it(
    "lets a link whose time had passed end by that, and says so",
    rolledBack(async () => {
      const [partner, shop] = [await makeActor({ kind: "partner" }), await makeActor()];
      const client = await makeClient({ id: partner.organisationId });
      const [past, later] = [inSeconds(-600), inSeconds(-60)];
      const seller = () => makeSeller({ id: shop.organisationId });
      const lapsed = await makeLink(client, await seller(), { expiresAt: later, endsAt: past });
      const planned = await makeLink(client, await seller(), { endsAt: past, reason: "switching" });
      const open = await makeLink(client, await seller(), { endsAt: inSeconds(60), reason: "switching" });
      expect(await remove(partner, client)).toMatchObject({ ok: true });

      const rows = await all((tx) => tx.select().from(sellerLinks));
      const of = (id: string) => rows.find((row) => row.id === id);
      expect(of(lapsed.id)).toMatchObject({ unlinkedAt: past, unlinkedBy: null, reason: "lapsed" });
      expect(of(planned.id)).toMatchObject({ unlinkedAt: past, unlinkedBy: null, reason: "switching" });
      expect(of(open.id)).toMatchObject({ unlinkedBy: partner.personId, reason: "client_deleted" });
      const ends = await all((tx) =>
        tx.select().from(events).where(eq(events.type, "link.ended")).orderBy(events.id),
      );
      const said = ends.map(({ actorName, data }) => [data.linkId, actorName, data.reason]);
      expect(said.sort()).toEqual(
        [
          [lapsed.id, "clock", "lapsed"],
          [planned.id, "clock", "switching"],
          [open.id, partner.name, "client_deleted"],
        ].sort(),
      );
    }),
  );

  it(
    "needs no tick where every link had lapsed",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "partner" });
      const client = await makeClient({ id: partner.organisationId });
      await makeLink(client, await makeSeller(), { expiresAt: inSeconds(-60) });
      const form = withFormKey(partner, { act: "delete client", offered: { client: [client.id] } });
      expect(await deleteClient(form, { typedClientId: client.clientId })).toMatchObject({ ok: true });
    }),
  );

  it(
    "withdraws its open invitations, each with an event, and leaves those that had ended",
    rolledBack(async () => {
      const partner = await makeActor({ kind: "partner" });
      const client = await makeClient({ id: partner.organisationId });
      const other = await makeClient({ id: partner.organisationId });
      const open = [await makeInvitation(client), await makeInvitation(client)].map(({ id }) => id);
      await makeInvitation(client, { declinedAt: now() });
      await makeInvitation(client, { expiresAt: inSeconds(-60) });
      await makeInvitation(other);
      expect(await remove(partner, client)).toMatchObject({ ok: true });
      const rows = await all((tx) => tx.select().from(invitations));
      const withdrawn = rows.filter(({ withdrawnAt }) => withdrawnAt !== null);
      expect(withdrawn.map(({ id }) => id).sort()).toEqual(open.sort());
      expect(withdrawn.every(({ withdrawnBy }) => withdrawnBy === partner.personId)).toBe(true);
      const ends = await all((tx) =>
        tx.select().from(events).where(eq(events.type, "invitation.withdrawn")).orderBy(events.id),
      );
      expect(ends.map(({ data }) => data.invitationId).sort()).toEqual(open.sort());
    }),
  );
});

describe("deleting a client with a thousand links", () => {
  beforeAll(() => ownDatabase());

  it("records and tells every end exactly once, and floods nobody with letters", async () => {
    const partner = await makeActor({ kind: "partner" });
    const shops = await Promise.all(Array.from({ length: 4 }, () => makeActor()));
    const client = await makeClient({ id: partner.organisationId });
    await makeEndpoint(client);
    const owners = sql.param(shops.map(({ organisationId }) => organisationId));
    await asFounder((tx) =>
      tx.execute(sql`with made as (
          insert into sellers (seller_id, owner_organisation_id, shop_name, contact_email, created_at)
          select 900000 + n, (${owners}::uuid[])[n % 4 + 1], 'Shop ' || n, 'x@y.test', now() from generate_series(1, 1000) n
          returning seller_id, owner_organisation_id)
        insert into seller_links (id, client_row_id, seller_id, client_organisation_id, seller_organisation_id, via, created_at)
        select gen_random_uuid(), ${client.id}, seller_id, ${partner.organisationId}, owner_organisation_id, 'typed', now() from made`),
    );
    // Refused after twelve seconds, as every act.
    expect(await remove(partner, client)).toMatchObject({ ok: true });

    const links = (await all((tx) => tx.select().from(sellerLinks))).map(({ id }) => id).sort();
    const ends = await all((tx) =>
      tx.select().from(events).where(eq(events.type, "link.ended")).orderBy(events.id),
    );
    expect(ends.map(({ data }) => data.linkId).sort()).toEqual(links);
    const laid = await all((tx) => tx.select().from(deliveries));
    expect(laid.map(({ linkId }) => linkId).sort()).toEqual(links);
    expect(laid.map(({ body }) => JSON.parse(body).data.linkId).sort()).toEqual(links);
    const letters = await all((tx) => tx.select().from(mails));
    const counts = new Map<string, number>();
    for (const { recipient, kind } of letters) {
      const key = `${recipient} ${kind}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts].sort()).toEqual(
      [
        [`${client.contactEmail} client-deleted`, 1],
        [`${client.contactEmail} link-ended`, 5],
        ...shops.map(({ email }) => [`${email} seller-unlinked`, 5] as const),
      ].sort(),
    );
    // What an owner was not written, he is owed.
    const owed = await all((tx) => tx.select().from(owedLetters));
    expect(owed).toHaveLength(1000 - 4 * 5);
    expect(new Set(owed.map(({ linkId }) => linkId)).size).toBe(owed.length);
  });
});
