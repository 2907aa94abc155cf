import { and, eq, sql } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { consents, sellerLinks, type Via } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { done, type LimitName, type Refusal, type Result, refuse } from "../result";
import { acceptInvitation, findInvitationOfForm } from "./accept-invitation";
import { consentTextVersion } from "./consent-text";
import type { InvitationView } from "./find-invitation";
import type { LinkClientInput } from "./input";
import { insertLink } from "./insert-link";
import { type LockedClient, lockClientForLink } from "./lock-client-for-link";
import { endMovedLink, holdMovedLink } from "./moved-link";
import { findOwnSeller } from "./own-seller";

/** Open links of a client that nobody has reviewed; its own organisation's accounts are not counted. */
export const unreviewedLinks = 5;

/**
 * Gives a client access to one of one's own seller accounts, as agreed to on the consent page; the consent is kept
 * in the same transaction. A client of somebody else that nobody has reviewed also wants a fresh sign-in, the
 * SellerId typed, and room below its cap. An invitation behind the page is accepted with it, and
 * the link that it takes the place of ends.
 */
export async function linkClient(actor: Actor, input: LinkClientInput): Promise<Result<{ goTo: string }>> {
  return inOrganisation(actor, async (tx) => {
    const isStrict = actor.key?.act === "link unreviewed client";
    const refusal = isStrict
      ? await allow(tx, actor, "link unreviewed client")
      : await allow(tx, actor, "link client");
    if (refusal) return refusal;
    const seller = await findOwnSeller(tx, actor, input.sellerId);
    if (!seller.ok) return seller;
    const client = await lockClientForLink(tx, actor);
    if (!client) return refuse("not_found");
    const { sellerId } = seller.view;
    const already = await findOpenLink(tx, client, sellerId);
    if (already) return already;
    if (client.suspended) return refuse("unavailable", { facts: { why: "suspended" } });

    const strictly = !client.reviewed && client.organisationId !== actor.organisationId;
    const isOutdated = (strictly && !isStrict) || !wasOffered(actor, "textVersion", consentTextVersion);
    // The page says something else by now; its fresh form must be read before it is sent.
    if (isOutdated) return refuse("stale", { facts: { href: actor.key?.path ?? "/" } });
    const unproven = strictly ? judgeUnreviewed(client, input) : null;
    if (unproven) return unproven;
    const found = await findInvitationOfForm(tx, actor, client, sellerId);
    if (!found.ok) return found;
    const invitation = found.view;
    const moved = invitation && (await holdMovedLink(tx, invitation.id, sellerId));

    const linked = await insertLink(tx, actor, {
      clientRowId: client.id,
      clientOrganisationId: client.organisationId,
      clientId: client.clientId,
      sellerId,
      via: viaOf(actor, client, invitation),
      reference: invitation?.reference || null,
      expiresAt: endOf(input.duration),
    });
    if (!linked.ok) return (await findOpenLink(tx, client, sellerId)) ?? linked;
    const { linkId, shopName } = linked.view;
    const stale = await spendFormKey(tx, actor, linkId);
    if (stale) return stale;
    await tx.insert(consents).values({
      id: newId(),
      linkId,
      organisationId: actor.organisationId,
      personId: actor.personId,
      clientRowId: client.id,
      sellerId,
      textVersion: consentTextVersion,
      duration: input.duration,
      reviewed: client.reviewed,
      at: now(),
    });
    const lost =
      invitation && (await acceptInvitation(tx, actor, invitation, { linkId, sellerId, shopName }));
    if (lost) return lost;
    if (moved) await endMovedLink(tx, actor, moved, linkId);
    return done({ goTo: `/links/${linkId}?done=linked` });
  });
}

/** The open link of the pair, as the refusal that leads to it. */
async function findOpenLink(tx: Tx, client: LockedClient, sellerId: number): Promise<Refusal | null> {
  const { unlinkedAt, expiresAt, endsAt } = sellerLinks;
  const [link] = await tx
    .select({ id: sellerLinks.id })
    .from(sellerLinks)
    .where(
      and(
        eq(sellerLinks.clientRowId, client.id),
        eq(sellerLinks.sellerId, sellerId),
        sql`link_is_open(${unlinkedAt}, ${expiresAt}, ${endsAt}, ${now().toISOString()})`,
      ),
    );
  return link ? refuse("already_linked", { facts: { href: `/links/${link.id}` } }) : null;
}

function judgeUnreviewed(client: LockedClient, { sellerId, typedSellerId }: LinkClientInput) {
  if (typedSellerId !== String(sellerId)) {
    const code = typedSellerId ? "seller_id_mismatch" : "required";
    return refuse("invalid", { fields: { typedSellerId: code } });
  }
  const isFull = client.foreignLinks >= unreviewedLinks && env().LIMITS !== "off";
  return isFull ? refuse("limit", { facts: { limit: "unreviewed_links" satisfies LimitName } }) : null;
}

/** By which way the link came about: what the page was told is a hint, and counts where a fact agrees. */
function viaOf(actor: Actor, client: LockedClient, invitation: InvitationView | null): Via {
  if (invitation) return invitation.by === "token" ? "invitation" : "request";
  if (wasOffered(actor, "via", "directory") && client.listed) return "directory";
  return wasOffered(actor, "via", "typed") ? "typed" : "deep-link";
}

function endOf(duration: LinkClientInput["duration"]) {
  return duration === "none" ? null : new Date(now().getTime() + Number(duration) * 86_400_000);
}
