import { eq } from "drizzle-orm";
import { asOperator } from "@/db/client";
import { organisations, sellerLinks } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import type { EventView } from "../audit/list-events";
import { isId } from "../id";
import { type LinkChainView, readLinkChain } from "./find-link-chain";
import { listStaffNotes, type StaffNoteView } from "./list-beside";
import { listEventsOfLink } from "./list-last-events";
import { recordLook } from "./record-look";

type Side = { id: string; name: string };

/** A link as both of its sides see it, for the operator who looks. */
export type LinkLook = {
  chain: LinkChainView;
  clientSide: Side | null;
  /** Null while nobody owns the account. */
  sellerSide: Side | null;
  events: EventView[];
  notes: StaffNoteView[];
};

/** A link with its chain; null for an unknown one. The look is an event of each side. */
export async function lookAtLink(viewer: Viewer, id: string): Promise<LinkLook | null> {
  if (!isId(id)) return null;
  return asOperator(async (tx) => {
    const [link] = await tx.select().from(sellerLinks).where(eq(sellerLinks.id, id));
    const chain = link && (await readLinkChain(tx, id, null));
    if (!link || !chain) return null;
    const { clientRowId, sellerId, clientOrganisationId, sellerOrganisationId } = link;
    for (const organisationId of new Set([clientOrganisationId, sellerOrganisationId]))
      if (organisationId) {
        const about = { organisationId, clientRowId, sellerId, data: { linkId: id } };
        await recordLook(tx, viewer, { kind: "link", ...about });
      }
    const sideOf = async (organisationId: string | null): Promise<Side | null> => {
      if (!organisationId) return null;
      const isIt = eq(organisations.id, organisationId);
      const [side] = await tx
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .where(isIt);
      return side ?? null;
    };
    return {
      chain,
      clientSide: await sideOf(clientOrganisationId),
      sellerSide: await sideOf(sellerOrganisationId),
      events: await listEventsOfLink(tx, clientRowId, sellerId),
      notes: await listStaffNotes(tx, id),
    };
  });
}
