import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asFounder } from "@/db/client";
import { deliveries, mails, sellerLinks } from "@/db/schema";
import { makeClient, makeLink, makeOrganisation, makeSeller, ownDatabase } from "@/db/testing";
import { inSeconds } from "@/lib/clock";
import { newId } from "@/lib/id";
import { seal, unseal } from "@/lib/secrets";
import { makeDelivery, makeEndpoint } from "@/lib/webhooks/endpoint.testing";
import { deliverMails } from "./deliver-mails";
import { tellTheRest } from "./tell-the-rest";

beforeEach(() => ownDatabase());

const untold = { toldAt: null, toldBy: null, createdAt: inSeconds(-3700) };
const partner = async () => makeClient(await makeOrganisation({ kind: "partner" }));
const letters = () => asFounder((tx) => tx.select().from(mails));
const linkOf = async (id: string) =>
  (await asFounder((tx) => tx.select().from(sellerLinks).where(eq(sellerLinks.id, id))))[0];

describe("the rest", () => {
  test("is told in one letter for each client, which lights the lamps when it has left", async () => {
    const client = await partner();
    const links = await Promise.all([1, 2, 3].map(async () => makeLink(client, await makeSeller(), untold)));
    const other = await makeLink(await partner(), await makeSeller(), untold);
    expect(await tellTheRest()).toBe(2);
    const digest = (await letters()).find(({ recipient }) => recipient === client.contactEmail);
    const text = unseal(digest?.sealedText ?? "");
    for (const link of links) expect(text).toContain(`SellerId ${link.sellerId}`);
    expect(text).not.toContain(`SellerId ${other.sellerId}`);
    expect((await linkOf(links[0]?.id ?? ""))?.toldAt).toBeNull();

    expect(await deliverMails()).toBe(2);
    for (const link of [...links, other]) expect(await linkOf(link.id)).toMatchObject({ toldBy: "mail" });
    expect(await tellTheRest()).toBe(0);
  });

  test("leaves out what is told, on its way, ended, or less than an hour old", async () => {
    const client = await partner();
    const endpoint = await makeEndpoint(client);
    const waits = await makeLink(client, await makeSeller(), untold);
    const { id } = await makeDelivery(endpoint, { type: "link.created", linkId: waits.id });
    const lettered = await makeLink(client, await makeSeller(), untold);
    const letter = { recipient: "x@y.test", kind: "link-created", subject: "x", sealedText: seal("x") };
    const mail = { id: newId(), ...letter, sealedHtml: seal("x"), tellsLinkId: lettered.id };
    await asFounder((tx) => tx.insert(mails).values(mail));
    await makeLink(client, await makeSeller(), { ...untold, createdAt: inSeconds(-3000) });
    await makeLink(client, await makeSeller(), { ...untold, unlinkedAt: inSeconds(-60), reason: "other" });
    await makeLink(client, await makeSeller(), { ...untold, expiresAt: inSeconds(-60) });
    await makeLink(client, await makeSeller());
    expect(await tellTheRest()).toBe(0);

    // Its server took nothing in three days: now a letter is the way.
    await asFounder((tx) =>
      tx
        .update(deliveries)
        .set({ failedAt: inSeconds(0) })
        .where(eq(deliveries.id, id)),
    );
    expect(await tellTheRest()).toBe(1);
    await deliverMails();
    expect(await linkOf(waits.id)).toMatchObject({ toldBy: "mail" });
    expect(await linkOf(lettered.id)).toMatchObject({ toldBy: "mail" });
  });

  test("is written once by two workers, and at most once an hour", async () => {
    const client = await partner();
    await makeLink(client, await makeSeller(), untold);
    await Promise.all([tellTheRest(), tellTheRest()]);
    expect(await letters()).toHaveLength(1);
    await deliverMails();
    await makeLink(client, await makeSeller(), untold);
    expect(await tellTheRest()).toBe(0);
    await asFounder((tx) => tx.update(mails).set({ createdAt: inSeconds(-3700) }));
    expect(await tellTheRest()).toBe(1);
  });
});
