import { describe, expect, it } from "vitest";
import { asFounder } from "@/db/client";
import { organisations } from "@/db/schema";
import {
  makeActor,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSeller,
  rolledBack,
  viewerOf,
} from "@/db/testing";
import { now } from "../clock";
import { consentScene, makeListing } from "./consent-scene.testing";
import { type ConsentView, findClientForConsent } from "./find-client-for-consent";
import { listAccountsToLink } from "./list-accounts-to-link";

/** The directory's FeedWise, and somebody who looks. */
async function scene() {
  const actor = await makeActor();
  const aggregator = await makeOrganisation({ kind: "aggregator", name: "FeedWise" });
  const client = await makeClient(aggregator, { clientId: "FeedWise" });
  await makeListing(client, "FeedWise");
  const look = async (typed: string): Promise<ConsentView> => {
    const found = await findClientForConsent(viewerOf(actor), typed);
    if (!found.ok) throw new Error(found.code);
    return found.view;
  };
  return { actor, aggregator, client, look };
}

describe("looking up a clientId for consent", () => {
  it(
    "says who is behind it, trimmed and then byte for byte",
    rolledBack(async () => {
      const { look } = await scene();
      expect(await look("  FeedWise ")).toMatchObject({
        client: {
          clientId: "FeedWise",
          organisationName: "FeedWise",
          kind: "aggregator",
          reviewed: true,
          suspended: false,
          own: false,
          listing: { name: "FeedWise" },
          band: "few",
          domain: null,
          mistakenFor: null,
        },
      });
      expect((await look("feedwise")).client).toBeNull();
    }),
  );

  it(
    "offers near names out of the directory only, and says which letters no clientId has",
    rolledBack(async () => {
      const { aggregator, look } = await scene();
      await makeClient(aggregator, { clientId: "FeedWise-hidden" });
      for (const typed of ["feedwise", "feedwsie", "FEED WISE", "féédwise", "FeedWise-hiddem"]) {
        expect(await look(typed)).toMatchObject({
          client: null,
          near: [{ clientId: "FeedWise", name: "FeedWise" }],
        });
      }
      expect(await look("FeedWisе")).toMatchObject({ client: null, oddLetters: ["е"] });
      for (const nothing of ["Zqxjkv-12", "!!!", "%", "_", "a\u0000b", "\ud800", "x".repeat(201)]) {
        expect(await look(nothing)).toMatchObject({ client: null, near: [] });
      }
    }),
  );

  it(
    "warns of one that nobody reviewed and that looks like a listed one, until it is reviewed",
    rolledBack(async () => {
      const { look } = await scene();
      const stranger = await makeOrganisation({ kind: "aggregator", name: "Somebody" });
      await makeClient(stranger, { clientId: "FeedWise-Support" });
      expect((await look("FeedWise-Support")).client?.mistakenFor).toEqual({
        clientId: "FeedWise",
        name: "FeedWise",
      });
      await makeClient(stranger, { clientId: "FeedWise Official Service Center" });
      expect((await look("FeedWise Official Service Center")).client?.mistakenFor).toMatchObject({
        name: "FeedWise",
      });
      const imitator = await makeOrganisation({ kind: "aggregator", name: "Feed Wíse" });
      await makeClient(imitator, { clientId: "honest-client" });
      expect((await look("honest-client")).client?.mistakenFor).toMatchObject({ name: "FeedWise" });
      await makeClient(imitator, { clientId: "honest-client-2", reviewedAt: now() });
      expect((await look("honest-client-2")).client?.mistakenFor).toBeNull();
      await makeClient(stranger, { clientId: "plain-client" });
      expect((await look("plain-client")).client?.mistakenFor).toBeNull();
    }),
  );

  it(
    "tells how many accounts are linked in round numbers",
    rolledBack(async () => {
      const { client, look } = await scene();
      for (let n = 0; n < 9; n++) await makeLink(client, await makeSeller());
      await makeLink(client, await makeSeller(), { unlinkedAt: now() });
      expect((await look("FeedWise")).client?.band).toBe("few");
      await makeLink(client, await makeSeller());
      const { client: found } = await look("FeedWise");
      expect(found?.band).toBe("10");
      expect(JSON.stringify(found)).not.toMatch(/open_?links/i);
    }),
  );

  it(
    "knows one's own, a suspended one, a proven domain, and no deleted one",
    rolledBack(async () => {
      const { actor, look } = await scene();
      await makeClient({ id: actor.organisationId }, { clientId: "my-own-client" });
      expect((await look("my-own-client")).client).toMatchObject({ own: true, mistakenFor: null });
      const { partner, client } = await consentScene({ suspendedAt: now() });
      await asFounder((tx) =>
        tx.update(organisations).set({ domain: "atelier.example", domainVerifiedAt: now() }),
      );
      expect((await look(client.clientId)).client).toMatchObject({
        suspended: true,
        reviewed: false,
        domain: { name: "atelier.example" },
      });
      const gone = await makeClient(partner, { deletedAt: now() });
      expect((await look(gone.clientId)).client).toBeNull();
    }),
  );

  it(
    "stops after sixty in a minute",
    rolledBack(async () => {
      const { actor, look } = await scene();
      for (let n = 0; n < 60; n++) await look("FeedWise");
      expect(await findClientForConsent(viewerOf(actor), "FeedWise")).toMatchObject({ code: "too_many" });
      expect(await findClientForConsent(viewerOf(await makeActor()), "FeedWise")).toMatchObject({ ok: true });
    }),
  );
});

describe("the accounts one may choose from", () => {
  it(
    "are one's own, each with its open link to that client",
    rolledBack(async () => {
      const { actor, seller, other, client } = await consentScene();
      await makeSeller({ id: (await makeActor()).organisationId });
      await makeLink(client, other, { unlinkedAt: now() });
      const link = await makeLink(client, seller);
      expect(await listAccountsToLink(viewerOf(actor), client.id)).toMatchObject([
        { sellerId: seller.sellerId, linkId: link.id },
        { sellerId: other.sellerId, linkId: null },
      ]);
    }),
  );
});
