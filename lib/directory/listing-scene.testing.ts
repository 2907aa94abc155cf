import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { domainProofs, listings, listingVersions, organisations } from "@/db/schema";
import { makeActor, makeClient, withFormKey } from "@/db/testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import type { SaveListingInput } from "./listing-input";
import { nameSkeleton } from "./name-skeleton";

let made = 0;

/** Words that no other name begins or ends with. */
const words = ["Quillon", "Marezzo", "Tundrella", "Bivoque", "Sarkanda", "Ollivent", "Pradyx", "Wendelmar"];

/** An aggregator with a client and, unless told otherwise, a proven domain; nothing of it is listed yet. */
export async function listingScene(over: { domain?: string | null } = {}) {
  const actor = await makeActor({ kind: "aggregator" });
  const client = await makeClient({ id: actor.organisationId });
  const domain = over.domain === undefined ? "company.com" : over.domain;
  if (domain) await proveDomain(actor, domain);
  const name = `${words[made % words.length]} ${words[Math.floor(made++ / words.length) % words.length]}`;
  const complete: SaveListingInput = {
    clientRowId: client.id,
    displayName: name,
    description: "Sends offers and stock, and brings the orders home.",
    noLogo: "",
    website: "https://www.company.com/marketplaces",
    methods: ["delegation"],
    supportUrl: "mailto:help@company.com",
  };
  return { actor, client, name, complete };
}
export type ListingScene = Awaited<ReturnType<typeof listingScene>>;

/** A domain of the organisation, proven by its DNS. */
export async function proveDomain({ organisationId, personId }: Actor, domain: string) {
  const row = { id: newId(), organisationId, domain, method: "dns" as const, personId };
  await asFounder((tx) =>
    tx.insert(domainProofs).values({ ...row, createdAt: now(), expiresAt: inSeconds(60), provenAt: now() }),
  );
}

/** A form of the listing page, as it stands after the last change. */
export async function listingForm(
  actor: Actor,
  act: Right,
  scene: Pick<ListingScene, "client">,
  more: Record<string, string[]> = {},
) {
  const versions = await versionsOf(actor);
  const open = versions.find(({ decidedAt }) => !decidedAt);
  return withFormKey(actor, {
    act,
    path: "/listing",
    offered: {
      clientRowId: [scene.client.id],
      ...(open && { version: [open.id], revision: [String(open.revision)] }),
      ...more,
    },
  });
}

/** The versions of an organisation's entry, newest first. */
export async function versionsOf({ organisationId }: Actor) {
  const rows = await asFounder((tx) => tx.select().from(listingVersions));
  return rows
    .filter((row) => row.organisationId === organisationId)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** An organisation's entry. */
export async function entryOf({ organisationId }: Actor) {
  const rows = await asFounder((tx) => tx.select().from(listings));
  return rows.find((row) => row.organisationId === organisationId);
}

/** An entry that was approved, with what the scene's form says. */
export async function makeEntry(scene: ListingScene, over: Partial<typeof listings.$inferInsert> = {}) {
  const { noLogo: _, logo: __, clientRowId: ___, ...fields } = scene.complete;
  const { organisationId } = scene.actor;
  const about = { id: newId(), organisationId, clientRowId: scene.client.id };
  const nameAlike = { nameSkeleton: nameSkeleton(fields.displayName) };
  await asFounder(async (tx) => {
    await tx.insert(listings).values({ ...about, ...fields, ...nameAlike, approvedAt: now(), ...over });
    const shown = { domain: "company.com", domainVerifiedAt: now(), domainProof: "dns" as const };
    await tx.update(organisations).set(shown).where(eq(organisations.id, organisationId));
  });
  return about.id;
}

/** What the operator did with the version that waits. */
export async function decide(actor: Actor, decision: "approve" | "changes" | "reject") {
  const [version] = await versionsOf(actor);
  if (!version) throw new Error("nothing was submitted");
  await asFounder((tx) =>
    tx
      .update(listingVersions)
      .set({ decidedAt: now(), decision, reason: "because", comments: { website: "Whose is it?" } })
      .where(eq(listingVersions.id, version.id)),
  );
}
