import { and, asc, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { inOrganisation } from "@/db/client";
import { claimRequests, claims, people, sellers } from "@/db/schema";
import { now } from "../clock";
import { codeTries } from "./claim-code";
import type { Viewer } from "./find-actor";

/** A claim that waits for its code. It says nothing about whether there is such an account. */
export type ClaimView = { id: string; sellerId: number; expiresAt: Date };

/** Somebody who proved an account that the viewer's organisation owns, and waits for its owners. */
export type ClaimRequestView = {
  id: string;
  sellerId: number;
  shopName: string;
  name: string;
  email: string;
  createdAt: Date;
};

/** The viewer's own claims that wait for a code, newest first; at most 5. */
export async function listClaims(viewer: Viewer): Promise<ClaimView[]> {
  const { id: organisationId } = viewer.organisation;
  return inOrganisation({ organisationId }, (tx) =>
    tx
      .select({ id: claims.id, sellerId: claims.sellerId, expiresAt: claims.expiresAt })
      .from(claims)
      .where(
        and(
          eq(claims.organisationId, organisationId),
          eq(claims.personId, viewer.personId),
          isNull(claims.provenAt),
          gt(claims.expiresAt, now()),
          lt(claims.wrongCodes, codeTries),
        ),
      )
      .orderBy(desc(claims.createdAt), desc(claims.id))
      .limit(5),
  );
}

/** Who asks to see the organisation's seller accounts, oldest first; at most 20. For its owners only. */
export async function listClaimRequests(viewer: Viewer): Promise<ClaimRequestView[]> {
  const { id: organisationId, role } = viewer.organisation;
  if (role !== "owner") return [];
  return inOrganisation({ organisationId }, (tx) =>
    tx
      .select({
        id: claimRequests.id,
        sellerId: claimRequests.sellerId,
        shopName: sellers.shopName,
        name: people.name,
        email: people.email,
        createdAt: claimRequests.createdAt,
      })
      .from(claimRequests)
      .innerJoin(sellers, eq(sellers.sellerId, claimRequests.sellerId))
      .innerJoin(people, eq(people.id, claimRequests.personId))
      .where(
        and(
          eq(claimRequests.organisationId, organisationId),
          isNull(claimRequests.acceptedAt),
          isNull(claimRequests.declinedAt),
        ),
      )
      .orderBy(asc(claimRequests.createdAt), asc(claimRequests.id))
      .limit(20),
  );
}

/** Whether the organisation has made its one extra sandbox account. */
export async function hasExtraSeller(viewer: Viewer): Promise<boolean> {
  const { id: organisationId } = viewer.organisation;
  const rows = await inOrganisation({ organisationId }, (tx) =>
    tx
      .select({ sellerId: sellers.sellerId })
      .from(sellers)
      .where(eq(sellers.extraOfOrganisationId, organisationId)),
  );
  return rows.length > 0;
}
