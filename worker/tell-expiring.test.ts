import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { deliveries, events, mails, secrets, sellerLinks } from "@/db/schema";
import { makeClient, makeLink, makeOrganisation, makeSecret, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds, moveClock } from "@/lib/clock";
import { unseal } from "@/lib/secrets";
import { makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { tellExpiring } from "./tell-expiring";

beforeEach(async () => {
  moveClock(0);
  await ownDatabase();
});

const day = 86_400;
const inDays = (days: number) => inSeconds(days * day);
const partner = async () => makeClient(await makeOrganisation({ kind: "partner" }));
const shop = async () => makeSeller(await makeOrganisation());
const everyEvent = () => asFounder((tx) => tx.select().from(events).orderBy(events.id));
const messages = async () =>
  (await asFounder((tx) => tx.select().from(deliveries).orderBy(deliveries.id))).map(
    ({ type, linkId, body }) => ({
      type,
      linkId,
      ...(JSON.parse(body) as { data: Record<string, unknown> }),
    }),
  );
const letters = async () =>
  (await asFounder((tx) => tx.select().from(mails).orderBy(mails.id))).map(
    ({ kind, recipient, sealedText }) => ({
      kind,
      to: recipient,
      text: unseal(sealedText),
    }),
  );

describe("links that end soon", () => {
  test("are told of 30, 7 and 1 days before, once each: an event, a message and a letter", async () => {
    const client = await partner();
    await makeEndpoint(client);
    const link = await makeLink(client, await shop(), { expiresAt: inDays(40), reference: "K-7" });
    const said: unknown[] = [];
    for (const days of [0, 9, 11, 20, 32.5, 34, 38.5, 39.5]) {
      moveClock(days * day);
      said.push([days, await tellExpiring(), await tellExpiring()]);
    }
    expect(said).toEqual([
      [0, 0, 0],
      [9, 0, 0],
      [11, 1, 0],
      [20, 0, 0],
      [32.5, 0, 0],
      [34, 1, 0],
      [38.5, 0, 0],
      [39.5, 1, 0],
    ]);
    const endsAt = link.expiresAt?.toISOString();
    const data = (days: number) => ({ linkId: link.id, days, endsAt });
    expect((await everyEvent()).map((event) => [event.type, event.data])).toEqual(
      [30, 7, 1].map((days) => ["link.expiring", data(days)]),
    );
    expect((await everyEvent())[0]).toMatchObject({
      actorName: "clock",
      organisationId: client.organisationId,
      otherOrganisationId: link.sellerOrganisationId,
      clientRowId: client.id,
      sellerId: link.sellerId,
    });
    const told = { sellerId: link.sellerId, clientId: client.clientId, reference: "K-7", status: "open" };
    expect(await messages()).toMatchObject(
      [30, 7, 1].map((days) => ({
        type: "link.expiring",
        linkId: link.id,
        data: { ...told, ...data(days) },
      })),
    );
    expect(await letters()).toHaveLength(3);
    moveClock(41 * day);
    expect(await tellExpiring()).toBe(0);
  });

  test("at the nearer of both ends, and anew where the end was moved", async () => {
    const client = await partner();
    const link = await makeLink(client, await shop(), { expiresAt: inDays(300), endsAt: inDays(5) });
    expect(await tellExpiring()).toBe(1);
    const change = (endsAt: Date | null) =>
      asFounder((tx) => tx.update(sellerLinks).set({ endsAt }).where(eq(sellerLinks.id, link.id)));
    await change(null);
    moveClock(2 * 3600);
    expect(await tellExpiring()).toBe(0);
    await change(inDays(6));
    expect(await tellExpiring()).toBe(1);
    expect((await everyEvent()).map(({ data }) => data.days)).toEqual([7, 7]);
  });

  test("are left alone when they have ended; of one's own client there is no letter", async () => {
    const client = await partner();
    await makeLink(client, await shop(), {
      expiresAt: inDays(3),
      unlinkedAt: inSeconds(-5),
      reason: "other",
    });
    await makeLink(client, await shop(), { expiresAt: inSeconds(-5) });
    await makeLink(client, await shop());
    expect(await tellExpiring()).toBe(0);
    const own = await makeOrganisation();
    await makeLink(await makeClient(own), await makeSeller(own), { endsAt: inDays(3) });
    expect(await tellExpiring()).toBe(1);
    expect(await letters()).toEqual([]);
  });

  test("share one letter an hour; later ones wait for the next", async () => {
    const contactEmail = "contact@partner.test";
    const both = [
      await makeClient(await makeOrganisation({ kind: "partner" }), { contactEmail }),
      await makeClient(await makeOrganisation({ kind: "partner" }), { contactEmail }),
    ] as const;
    for (const client of both) {
      await makeLink(client, await shop(), { expiresAt: inDays(3) });
      await makeLink(client, await shop(), { expiresAt: inDays(4) });
    }
    expect(await tellExpiring()).toBe(4);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: "links-expiring", to: contactEmail });
    for (const { clientId } of both) expect(letter?.text).toContain(clientId);
    const late = await makeLink(both[0], await shop(), { expiresAt: inDays(5) });
    expect(await tellExpiring()).toBe(0);
    moveClock(3700);
    expect(await tellExpiring()).toBe(1);
    expect((await letters())[1]?.text).toContain(`SellerId ${late.sellerId}`);
  });

  test("are told of once by several workers, and to no endpoint that did not ask", async () => {
    const client = await partner();
    await makeEndpoint(client, { events: ["link.created"] });
    for (let i = 0; i < 30; i++) await makeLink(client, await shop(), { expiresAt: inDays(3) });
    await Promise.all(Array.from({ length: 5 }, tellExpiring));
    expect(await everyEvent()).toHaveLength(30);
    expect(await letters()).toHaveLength(1);
    expect(await messages()).toEqual([]);
  });
});

describe("secrets that end soon", () => {
  test("are told of 7 and 1 days before, once each, without the secret", async () => {
    const client = await partner();
    await makeEndpoint(client);
    const { row, secret } = await makeSecret(client, { endsAt: inDays(30) });
    await makeSecret(client);
    const counts: number[] = [];
    for (const days of [0, 22, 24, 28, 29.5, 31]) {
      moveClock(days * day);
      counts.push(await tellExpiring(), await tellExpiring());
    }
    expect(counts).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    const endsAt = row.endsAt?.toISOString();
    expect((await everyEvent()).map(({ type, data }) => [type, data])).toEqual(
      [7, 1].map((days) => ["secret.expiring", { secretId: row.id, hint: row.hint, days, endsAt }]),
    );
    expect(await messages()).toMatchObject(
      [7, 1].map((days) => ({
        type: "secret.expiring",
        data: { secretId: row.id, clientId: client.clientId, days, endsAt },
      })),
    );
    expect((await letters()).map(({ kind, to }) => [kind, to])).toEqual([
      ["secrets-expiring", client.contactEmail],
      ["secrets-expiring", client.contactEmail],
    ]);
    const all = JSON.stringify([await everyEvent(), await messages(), await letters()]);
    expect(all).not.toContain(secret);
  });

  test("are left alone when they were retired", async () => {
    const { row } = await makeSecret(await partner(), { endsAt: inDays(3) });
    await asFounder((tx) =>
      tx
        .update(secrets)
        .set({ retiredAt: inSeconds(0) })
        .where(eq(secrets.id, row.id)),
    );
    expect(await tellExpiring()).toBe(0);
  });
});
