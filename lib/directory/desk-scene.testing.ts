import { eq, like } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { events, listings, listingVersions, mails } from "@/db/schema";
import { makeActor, makeClient, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import { now } from "../clock";
import { newId } from "../id";
import { decideListing } from "./decide-listing";
import { type DecideListingInput, decideListingInput } from "./desk-input";
import { directoryQuery } from "./input";
import { nameCore } from "./name-core";
import { nameSkeleton } from "./name-skeleton";
import { searchDirectory } from "./search-directory";

type Version = typeof listingVersions.$inferInsert;

/** What a submission says unless a test says otherwise. */
const content = {
  description: "Sends offers, prices and stock every quarter of an hour.",
  website: "https://shop.example",
  methods: ["delegation"],
  supportUrl: "mailto:help@shop.example",
};

/** An aggregator with a client and an owner at the keyboard. */
export async function makeAggregator() {
  const owner = await makeActor({ kind: "aggregator" });
  return { owner, client: await makeClient({ id: owner.organisationId }) };
}

/** A submission of that aggregator, waiting unless `over` says otherwise. */
export async function makeSubmission(
  { owner, client }: Awaited<ReturnType<typeof makeAggregator>>,
  displayName: string,
  over: Partial<Version> = {},
) {
  const [at, id] = [now(), newId()];
  const about = { id, organisationId: owner.organisationId, clientRowId: client.id };
  const times = { createdAt: at, savedAt: at, submittedAt: at, submittedBy: owner.personId };
  const names = { displayName, nameSkeleton: nameSkeleton(displayName) };
  await asFounder((tx) =>
    tx.insert(listingVersions).values({ ...about, ...content, ...names, ...times, ...over }),
  );
  return id;
}

/** An entry that stands in the directory. */
export async function makeEntry(
  { owner, client }: Awaited<ReturnType<typeof makeAggregator>>,
  displayName: string,
  over: Partial<typeof listings.$inferInsert> = {},
) {
  const id = newId();
  const about = { id, organisationId: owner.organisationId, clientRowId: client.id };
  const names = { displayName, nameSkeleton: nameSkeleton(displayName), nameCore: nameCore(displayName) };
  await asFounder((tx) =>
    tx.insert(listings).values({ ...about, ...content, ...names, approvedAt: now(), ...over }),
  );
  return id;
}

/** An operator before the form of a submission, as it was first submitted. */
export const beforeVersion = (actor: Actor, id: string, over: Record<string, string[]> = {}) =>
  withFormKey(actor, {
    act: "decide listing",
    offered: { listingId: [id], revision: ["1"], entry: ["free"], ...over },
  });

/** An operator before the form of an entry. */
export const beforeEntry = (actor: Actor, id: string) =>
  withFormKey(actor, { act: "decide listing", offered: { listingId: [id] } });

/** Sends a decision; without a reason only where none is asked for. */
export function decide(
  form: Actor,
  over: Partial<DecideListingInput> & Pick<DecideListingInput, "listingId">,
) {
  const decision = over.decision ?? "approve";
  const reason = decision === "approve" ? "Reads well." : "Too vague.";
  return decideListing(form, decideListingInput.parse({ decision, reason, ...over }));
}

/** What the database holds of an aggregator's entry, its versions, its history and its letters. */
export async function readDesk(owner: Actor) {
  return asFounder(async (tx) => {
    const own = owner.organisationId;
    const [entry] = await tx.select().from(listings).where(eq(listings.organisationId, own));
    const versions = await tx
      .select()
      .from(listingVersions)
      .where(eq(listingVersions.organisationId, own))
      .orderBy(listingVersions.createdAt);
    const history = await tx
      .select()
      .from(events)
      .where(eq(events.otherOrganisationId, own))
      .orderBy(events.id);
    const letters = await tx.select().from(mails).where(like(mails.kind, "listing-%"));
    return { entry, versions, history, letters };
  });
}

/** Whether sellers find an entry by its name. */
export async function isFound(name: string) {
  const result = await searchDirectory("198.51.100.9", directoryQuery.parse({ q: name }));
  return result.ok && result.view.listings.some((listing) => listing.name === name);
}
