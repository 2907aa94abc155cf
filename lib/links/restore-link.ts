import { and, desc, eq } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { consents, sellerLinks } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow, requireFresh } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { done, type LimitName, type Result, refuse } from "../result";
import type { RestoreLinkInput } from "./input";
import { insertLink } from "./insert-link";
import { unreviewedLinks } from "./link-client";
import { lockClientForLink } from "./lock-client-for-link";

/** For so long after somebody ended a link, one press of theirs takes the end back. */
const restoreSeconds = 600;

/**
 * Takes back an end that the actor made by mistake minutes ago: a new link with the terms and the consent of the one that
 * ended. Later, or of an end that somebody else made, it is `expired`, and the consent page is the way.
 */
export async function restoreLink(
  actor: Actor,
  { linkId }: RestoreLinkInput,
): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "restore link");
    if (refusal) return refusal;
    if (!wasOffered(actor, "linkId", linkId)) return refuse("not_found");
    const mine = and(eq(sellerLinks.id, linkId), eq(sellerLinks.sellerOrganisationId, actor.organisationId));
    const client = await lockClientForLink(tx, actor);
    const [link] = await tx.select().from(sellerLinks).where(mine).for("update");
    if (!link || !client || client.id !== link.clientRowId) return refuse("not_found");
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    if (!isRestorable(link, actor)) return refuse("expired");
    if (client.suspended) return refuse("unavailable", { facts: { why: "suspended" } });
    if (!client.reviewed && client.organisationId !== actor.organisationId) {
      const tooOld = await requireFresh(tx, actor);
      if (tooOld) return tooOld;
      if (client.foreignLinks >= unreviewedLinks && env().LIMITS !== "off")
        return refuse("limit", { facts: { limit: "unreviewed_links" satisfies LimitName } });
    }
    const { clientRowId, clientOrganisationId, sellerId, via, reference, expiresAt, endsAt } = link;
    const terms = { clientRowId, clientOrganisationId, sellerId, via, reference, expiresAt, endsAt };
    const linked = await insertLink(tx, actor, { ...terms, clientId: client.clientId });
    if (!linked.ok) return linked;
    await keepConsent(tx, actor, linkId, linked.view.linkId);
    return done({ goTo: "/links?done=restored" });
  });
}

/** Whether this person may still take the end of this link back: they made it, minutes ago, and neither of its times has run out. */
export function isRestorable(
  {
    unlinkedAt,
    unlinkedBy,
    expiresAt,
    endsAt,
  }: Pick<typeof sellerLinks.$inferSelect, "unlinkedAt" | "unlinkedBy" | "expiresAt" | "endsAt">,
  { personId }: { personId: string },
) {
  const isFresh = unlinkedAt !== null && unlinkedAt > inSeconds(-restoreSeconds) && unlinkedBy === personId;
  return isFresh && [expiresAt, endsAt].every((at) => at === null || at > now());
}

/** What was agreed to stands behind the new link too; a client of one's own needs no consent. */
async function keepConsent(tx: Tx, { organisationId, personId }: Actor, from: string, linkId: string) {
  const isIts = and(eq(consents.linkId, from), eq(consents.organisationId, organisationId));
  const [given] = await tx.select().from(consents).where(isIts).orderBy(desc(consents.at)).limit(1);
  if (given) await tx.insert(consents).values({ ...given, id: newId(), linkId, personId, at: now() });
}
