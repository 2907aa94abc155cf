import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { inOrganisation, type Tx } from "@/db/client";
import { handOvers } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { allow } from "../accounts/allow";
import { spendFormKey, wasOffered } from "../accounts/form-key";
import { hashPassword, inPasswordQueue } from "../accounts/password";
import { tooMany } from "../accounts/too-many";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { done, type LimitName, type Result, refuse } from "../result";
import { makeLinkToken } from "../secrets";
import type { GiveHandOverInput } from "./input";
import { phraseTries } from "./judge-hand-over";
import { findLinkedSellers } from "./linked-sellers";
import { findOwnClient } from "./own-client";

/** A hand-over just given. `url` holds its token, here and never again. */
export type NewHandOverView = {
  handOverId: string;
  url: string;
  expiresAt: string;
  hasPhrase: boolean;
  /** The list of hand-overs around the form lacks this one. */
  isFrameStale: true;
};

const lifeSeconds = 72 * 3600;
const mayWait = 10;

/**
 * Gives whoever holds the link the right to make one new secret of a client and see it, for 72 hours. Nothing secret
 * exists before they do.
 */
export async function giveHandOver(actor: Actor, input: GiveHandOverInput): Promise<Result<NewHandOverView>> {
  const phraseHash = input.phrase
    ? await inPasswordQueue(actor.address, () => hashPassword(input.phrase))
    : undefined;
  if (phraseHash === null) return tooMany(60);

  return inOrganisation(actor, async (tx) => {
    const refusal = await allow(tx, actor, "give hand-over");
    if (refusal) return refusal;
    const found = await findOwnClient(tx, actor);
    if (!found.ok) return found;
    const client = found.view;
    const linked = await findLinkedSellers(tx, actor.organisationId, client.id);
    const { sellerId, label } = input;
    const mustChoose = (actor.key?.offered.sellerId ?? []).length > 0;
    if (sellerId === null && mustChoose) return refuse("invalid", { fields: { sellerId: "required" } });
    const isLinked = linked.some((one) => one.sellerId === sellerId);
    if (sellerId !== null && !(isLinked && wasOffered(actor, "sellerId", String(sellerId))))
      return refuse("not_found", { fields: { sellerId: "bad_choice" } });
    const stale = await spendFormKey(tx, actor, client.id);
    if (stale) return stale;
    if ((await countWaiting(tx, client.id)) >= mayWait)
      return refuse("limit", { facts: { limit: "open_hand_overs" satisfies LimitName } });

    const handOverId = newId();
    const { token, hash } = makeLinkToken();
    const expiresAt = inSeconds(lifeSeconds);
    await tx.insert(handOvers).values({
      id: handOverId,
      tokenHash: hash,
      clientRowId: client.id,
      organisationId: actor.organisationId,
      sellerId,
      label,
      phraseHash: phraseHash ?? null,
      createdAt: now(),
      createdBy: actor.personId,
      expiresAt,
    });
    await recordEvent(tx, actor, {
      type: "hand_over.given",
      organisationId: actor.organisationId,
      clientRowId: client.id,
      sellerId: sellerId ?? undefined,
      data: { handOverId, label },
    });
    const url = `${env().PUBLIC_URL}/hand-over/${token}`;
    return done({
      handOverId,
      url,
      expiresAt: expiresAt.toISOString(),
      hasPhrase: phraseHash !== undefined,
      isFrameStale: true,
    });
  });
}

/** How many of the client's hand-overs can still be opened; its row is locked, so nobody adds one meanwhile. */
async function countWaiting(tx: Tx, clientRowId: string) {
  const rows = await tx
    .select({ id: handOvers.id })
    .from(handOvers)
    .where(
      and(
        eq(handOvers.clientRowId, clientRowId),
        isNull(handOvers.openedAt),
        isNull(handOvers.withdrawnAt),
        gt(handOvers.expiresAt, now()),
        lt(handOvers.wrongPhrases, phraseTries),
      ),
    );
  return rows.length;
}
