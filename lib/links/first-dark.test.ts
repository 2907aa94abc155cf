import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  inRolledBackTransaction,
  makeClient,
  makeLink,
  makeOrganisation,
  makeSecret,
  makeSeller,
} from "@/db/testing";
import { inSeconds, now } from "../clock";
import { lampNames } from "./judge-chain";
import { listLinkedSellers } from "./list-linked-sellers";

const past = (yes: boolean) => (yes ? inSeconds(-60) : null);
/** Nothing, behind us, or ahead. */
const someTime = fc.constantFrom(null, -60, 3600);

const linkFacts = fc.record({
  unlinked: fc.boolean(),
  expires: someTime,
  ends: someTime,
  told: fc.boolean(),
  called: fc.boolean(),
});
const clientFacts = fc.record({
  suspended: fc.boolean(),
  deleted: fc.boolean(),
  token: fc.boolean(),
  secrets: fc.array(fc.record({ retired: fc.boolean(), ends: someTime }), { maxLength: 2 }),
  links: fc.array(linkFacts, { minLength: 1, maxLength: 6 }),
});
const at = (seconds: number | null) => (seconds === null ? null : inSeconds(seconds));

describe("the first dark lamp", () => {
  it("is the same one in the list's filter and in the chain, whatever the facts are", async () => {
    await inRolledBackTransaction(async () => {
      const organisation = await makeOrganisation({ kind: "aggregator" });
      await fc.assert(
        fc.asyncProperty(clientFacts, async (facts) => {
          const { suspended, deleted, token, secrets, links } = facts;
          const client = await makeClient(organisation, {
            suspendedAt: past(suspended),
            deletedAt: past(deleted),
            firstTokenAt: past(token),
          });
          for (const { retired, ends } of secrets)
            await makeSecret(client, { retiredAt: past(retired), endsAt: at(ends) });
          for (const { unlinked, expires, ends, told, called } of links)
            await makeLink(client, await makeSeller(null), {
              unlinkedAt: past(unlinked),
              reason: unlinked ? "other" : null,
              expiresAt: at(expires),
              endsAt: at(ends),
              toldAt: past(told),
              firstCallAt: past(called),
              createdAt: now(),
            });
          const { items } = await listLinkedSellers(organisation.id, client.id, {});
          expect(items).toHaveLength(links.length);
          const dark = items.map((one) => one.lamps.find(({ state }) => state !== "lit")?.lamp ?? null);
          expect(items.map(({ firstDark }) => firstDark)).toEqual(dark);
          for (const lamp of lampNames) {
            const found = (await listLinkedSellers(organisation.id, client.id, { lamp })).items;
            const meant = items.filter((_, i) => dark[i] === lamp);
            expect(found.map(({ linkId }) => linkId)).toEqual(meant.map(({ linkId }) => linkId));
          }
        }),
        { numRuns: 60 },
      );
    });
  });
});
