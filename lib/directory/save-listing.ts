import { and, eq, isNull, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { clients, listings, listingVersions } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";
import { newId } from "../id";
import { done, type Result, refuse } from "../result";
import { findProvenDomain, type ProvenDomain } from "./find-proven-domain";
import { judgeName } from "./judge-name";
import { keepLogo, readLogo } from "./keep-logo";
import { changedFields, findGaps, type ListingFields, needsReview } from "./listing-fields";
import type { SaveListingInput } from "./listing-input";
import { nameSkeleton } from "./name-skeleton";
import { fieldsOf, findOpenVersion, staleListing } from "./own-listing";

/**
 * Saves what an aggregator's entry shall say. Of a public entry what needs no look changes at once; everything else
 * becomes a draft, to be submitted, while the entry stays as it is.
 */
export async function saveListing(actor: Actor, input: SaveListingInput): Promise<Result<{ goTo: string }>> {
  const sent = input.logo ? await readSent(actor, input.logo) : undefined;
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "save listing");
    if (refusal) return refusal;
    const found = await findWanted(tx, actor, input, sent);
    if (!found.ok) return found;
    const { wanted, entry, isFree } = found.view;
    const stale = await spendFormKey(tx, actor, actor.organisationId);
    if (stale) return stale;
    const proven = await findProvenDomain(tx, actor.organisationId);
    if (entry && isFree && !proven.isNew && !needsReview(wanted, fieldsOf(entry)))
      return edit(tx, actor, entry, wanted);
    return draft(tx, actor, wanted, proven);
  });
}

/** The picture that came along; nobody's time is spent on one of somebody who may not save it. */
async function readSent(actor: Actor, file: File): Promise<Result<Buffer>> {
  const refusal = await inOrganisation(actor, (tx) => allow(tx, actor, "save listing"));
  return refusal ?? readLogo(actor.organisationId, file);
}

type Entry = typeof listings.$inferSelect;
type Wanted = { wanted: ListingFields; entry: Entry | undefined; isFree: boolean };

/** What the form asks for, whole: the picture and the client that it leaves out are those that stand there now. */
async function findWanted(
  tx: Tx,
  actor: Actor,
  input: SaveListingInput,
  sent: Result<Buffer> | undefined,
): Promise<Result<Wanted>> {
  const { organisationId } = actor;
  const { logo: _, noLogo, clientRowId = actor.key?.offered.clientRowId?.[0] ?? "", ...typed } = input;
  if (!wasOffered(actor, "clientRowId", clientRowId)) return refuse("not_found");
  const own = and(eq(clients.id, clientRowId), eq(clients.organisationId, organisationId));
  const [client] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(own, isNull(clients.deletedAt)));
  if (!client) return refuse("not_found");
  if ((await findOpenVersion(tx, organisationId))?.submittedAt) return staleListing();
  const [entry] = await tx.select().from(listings).where(eq(listings.organisationId, organisationId));
  // A name that is public already was looked at by people.
  const isOld = entry?.displayName === typed.displayName;
  const fault = isOld ? null : await judgeName(tx, organisationId, typed.displayName);
  if (fault) return refuse("invalid", { fields: { displayName: fault } });
  if (sent && !sent.ok) return sent;
  const logo = sent ? await keepLogo(tx, sent.view) : noLogo ? null : await logoNow(tx, actor);
  const wanted = { ...typed, clientRowId, logo };
  return done({ wanted, entry, isFree: isPublished(entry) });
}

/** Whether it was approved once and the operator holds nothing back. */
function isPublished(entry: Entry | undefined) {
  return Boolean(entry && (entry.approvedAt || entry.unlistedAt) && !entry.suspendedAt);
}

/** The picture that the form showed: the draft's, else the last version's, else the entry's. */
async function logoNow(tx: Tx, { key }: Actor) {
  const shown = key?.offered.logo?.[0];
  if (!shown) return null;
  // What it stood on may have been cleared away since the page was made.
  const [found] = await tx.execute<{ kept: boolean }>(
    sql`select find_logo(decode(substring(${shown} from '[0-9a-f]{64}'), 'hex')) is not null as kept`,
  );
  return found?.kept ? shown : null;
}

/** Changes the entry itself, and takes away a draft that now has nothing more to say. */
async function edit(
  tx: Tx,
  actor: Actor,
  entry: Entry,
  wanted: ListingFields,
): Promise<Result<{ goTo: string }>> {
  const gaps = findGaps(wanted);
  if (Object.keys(gaps).length > 0) return refuse("invalid", { fields: gaps });
  const changed = changedFields(wanted, fieldsOf(entry));
  const dropped = await tx
    .delete(listingVersions)
    .where(and(eq(listingVersions.organisationId, actor.organisationId), isNull(listingVersions.submittedAt)))
    .returning({ id: listingVersions.id });
  const events = dropped.map(({ id }) => ({
    type: "listing.draft_dropped" as const,
    data: { versionId: id },
  }));
  for (const event of events)
    await recordEvent(tx, actor, {
      ...event,
      organisationId: actor.organisationId,
      clientRowId: entry.clientRowId,
    });
  if (changed.length === 0) return done({ goTo: "/listing?done=same" });
  const { description, methods, supportUrl, website } = wanted;
  const changes = { description, methods, supportUrl, website };
  const [row] = await tx
    .update(listings)
    .set(changes)
    .where(
      and(
        eq(listings.id, entry.id),
        isNull(listings.suspendedAt),
        eq(listings.displayName, entry.displayName),
      ),
    )
    .returning({ id: listings.id });
  // The operator suspended it, or approved another version, in this very moment.
  if (!row) return staleListing();
  await recordEvent(tx, actor, {
    type: "listing.edited",
    organisationId: actor.organisationId,
    clientRowId: entry.clientRowId,
    data: { listingId: entry.id, fields: changed.join(", ") },
  });
  return done({ goTo: "/listing?done=edited" });
}

/** Writes the draft, the first one or over the one that is there; a submission is not touched. */
async function draft(
  tx: Tx,
  actor: Actor,
  wanted: ListingFields,
  { domain, provenAt, method }: ProvenDomain,
): Promise<Result<{ goTo: string }>> {
  const { organisationId, personId } = actor;
  const at = now();
  const saved = {
    ...wanted,
    nameSkeleton: nameSkeleton(wanted.displayName),
    domain,
    domainVerifiedAt: provenAt,
    domainProof: method,
    savedAt: at,
    savedBy: personId,
  };
  const [version] = await tx
    .insert(listingVersions)
    .values({ id: newId(), organisationId, createdAt: at, ...saved })
    .onConflictDoUpdate({
      target: listingVersions.organisationId,
      targetWhere: isNull(listingVersions.decidedAt),
      set: { ...saved, revision: sql`${listingVersions.revision} + 1` },
      setWhere: isNull(listingVersions.submittedAt),
    })
    .returning({ id: listingVersions.id, revision: listingVersions.revision });
  // It was submitted meanwhile.
  if (!version) return staleListing();
  await recordEvent(tx, actor, {
    type: "listing.saved",
    organisationId,
    clientRowId: wanted.clientRowId,
    data: { versionId: version.id, revision: version.revision },
  });
  return done({ goTo: "/listing?done=saved" });
}
