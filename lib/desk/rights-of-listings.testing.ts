import { asFounder } from "@/db/client";
import { domainProofs, namePermits } from "@/db/schema";
import { makeActor, makeClient } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { inSeconds, now } from "../clock";
import { askForDomainCode } from "../directory/ask-for-domain-code";
import { checkDomainRecord } from "../directory/check-domain-record";
import { confirmName } from "../directory/confirm-name";
import { decideListing } from "../directory/decide-listing";
import { decideListingInput } from "../directory/desk-input";
import { makeEntry, makeSubmission } from "../directory/desk-scene.testing";
import { hashDomainCode } from "../directory/domain-code";
import { domainRecord } from "../directory/domain-record";
import { listAgain } from "../directory/list-again";
import { saveListingInput } from "../directory/listing-input";
import { proveDomain as makeProven } from "../directory/listing-scene.testing";
import { nameSkeleton } from "../directory/name-skeleton";
import { proposeName } from "../directory/propose-name";
import { proveDomain } from "../directory/prove-domain";
import { saveListing } from "../directory/save-listing";
import { submitListing } from "../directory/submit-listing";
import { takeBackListing } from "../directory/take-back-listing";
import { unlistListing } from "../directory/unlist-listing";
import { useOwnDomain } from "../directory/use-own-domain";
import { withdrawName } from "../directory/withdraw-name";
import { newId } from "../id";
import { type Row, row } from "./rights-table.testing";

const displayName = "Quillon Marezzo";
const otherNames = ["Bivoque Sarkanda", "Tundrella Pradyx"];
let entries = 0;
const website = "https://www.company.com/marketplaces";
const code = "12345678";

/** The zone of the name servers, to be filled with the records that are asked for. */
export const zone: Record<string, string[]> = {};

const clientOf = async (owner: Actor) => ({ owner, client: await makeClient({ id: owner.organisationId }) });

/** A version of the actor's entry; a draft, or one that waits for the operator. */
async function makeVersion(actor: Actor, isDraft: boolean) {
  await makeProven(actor, "company.com");
  const draft = isDraft ? { submittedAt: null, submittedBy: null } : {};
  return { version: await makeSubmission(await clientOf(actor), displayName, { website, ...draft }) };
}

/** A permission for a protected name that somebody proposed. */
async function makePermit() {
  const [proposer, owner] = [await makeActor({ kind: "operator" }), await makeActor({ kind: "aggregator" })];
  const name = "Cdiscount Labs";
  const about = { id: newId(), organisationId: owner.organisationId, name, reason: "A letter is here" };
  const proposed = { nameSkeleton: nameSkeleton(name), proposedAt: now(), proposedBy: proposer.personId };
  await asFounder((tx) => tx.insert(namePermits).values({ ...about, ...proposed }));
  return { permitId: about.id };
}

/** A code that was mailed and not typed yet. */
async function makeProof({ organisationId, personId }: Actor) {
  const proofId = newId();
  const about = { id: proofId, organisationId, personId, domain: "company.com", method: "mail" as const };
  const mailed = { email: "post@company.com", codeHash: hashDomainCode(proofId, code) };
  const times = { createdAt: now(), expiresAt: inSeconds(3600) };
  await asFounder((tx) => tx.insert(domainProofs).values({ ...about, ...mailed, ...times }));
  return { proofId };
}

const permitForm = ({ permitId }: { permitId: string }) => ({ permitId: [permitId] });

export const rightsOfListings = {
  "save listing": row({
    about: "own",
    make: async (actor) => ({ clientRowId: (await clientOf(actor)).client.id }),
    offered: ({ clientRowId }) => ({ clientRowId: [clientRowId] }),
    act: (actor, { clientRowId }) => saveListing(actor, saveListingInput.parse({ clientRowId, displayName })),
    isTyped: true,
  }),
  "submit listing": row({
    about: "own",
    make: (actor) => makeVersion(actor, true),
    offered: ({ version }) => ({ version: [version], revision: ["1"] }),
    act: (actor) => submitListing(actor),
    gone: "stale",
  }),
  "take back listing": row({
    about: "own",
    make: (actor) => makeVersion(actor, false),
    offered: ({ version }) => ({ version: [version] }),
    act: (actor) => takeBackListing(actor),
    gone: "stale",
  }),
  "unlist listing": row({
    about: "own",
    make: async (actor) => ({ entry: await makeEntry(await clientOf(actor), displayName) }),
    act: (actor) => unlistListing(actor),
    gone: "stale",
  }),
  "list again": row({
    about: "own",
    make: async (actor) => {
      const unlisted = { approvedAt: null, unlistedAt: now(), unlistedBy: actor.personId };
      return { entry: await makeEntry(await clientOf(actor), displayName, unlisted) };
    },
    act: (actor) => listAgain(actor),
    gone: "stale",
  }),
  "decide listing": row({
    about: "any",
    make: async () => {
      const owner = await makeActor({ kind: "aggregator" });
      return { listingId: (await makeVersion(owner, false)).version };
    },
    offered: ({ listingId }) => ({ listingId: [listingId], revision: ["1"], entry: ["free"] }),
    act: (actor, { listingId }) =>
      decideListing(
        actor,
        decideListingInput.parse({ listingId, decision: "approve", reason: "Reads well" }),
      ),
    isTyped: true,
  }),
  "ask for domain code": row({
    about: "nothing",
    make: async () => ({}),
    act: (actor) => askForDomainCode(actor, { do: "domain_code", email: "post@company.com" }),
  }),
  "prove domain": row({
    about: "own",
    make: makeProof,
    offered: ({ proofId }) => ({ proofId: [proofId] }),
    act: (actor, { proofId }) => proveDomain(actor, { do: "domain_prove", proofId, code }),
    isTyped: true,
  }),
  "use own domain": row({ about: "nothing", make: async () => ({}), act: (actor) => useOwnDomain(actor) }),
  "check domain record": row({
    about: "nothing",
    make: async ({ organisationId }) => {
      const { host, value } = domainRecord(organisationId, "company.com");
      zone[host] = [value];
      return {};
    },
    act: (actor) => checkDomainRecord(actor, { do: "domain_check", domain: "company.com" }),
  }),
  "propose name": row({
    about: "any",
    make: async () => {
      const { client } = await clientOf(await makeActor({ kind: "aggregator" }));
      return { organisation: client.clientId };
    },
    act: (actor, { organisation }) =>
      proposeName(actor, { organisation, name: "Cdiscount Labs", reason: "A letter is here" }),
    isTyped: true,
  }),
  "confirm name": row({
    about: "any",
    make: makePermit,
    offered: permitForm,
    act: (actor, { permitId }) => confirmName(actor, { do: "accept", permitId }),
    isTyped: true,
  }),
  "withdraw name": row({
    about: "any",
    make: makePermit,
    offered: permitForm,
    act: (actor, { permitId }) => withdrawName(actor, { do: "withdraw", permitId, reason: "It ended" }),
    isTyped: true,
    gone: "stale",
  }),
};

/** What the same right is also for. */
export const otherWays: ["decide listing", Row][] = [
  [
    "decide listing",
    row({
      about: "any",
      make: async () => {
        const owner = await makeActor({ kind: "aggregator" });
        const name = otherNames[entries++ % otherNames.length] ?? "";
        return { listingId: await makeEntry(await clientOf(owner), name) };
      },
      offered: ({ listingId }) => ({ listingId: [listingId] }),
      act: (actor, { listingId }) => {
        const input = { listingId, decision: "suspend", reason: "It is not theirs" };
        return decideListing(actor, decideListingInput.parse(input));
      },
      isTyped: true,
    }),
  ],
];
