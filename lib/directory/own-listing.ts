import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type listings, listingVersions } from "@/db/schema";
import { type Refusal, refuse } from "../result";
import type { ListingFields } from "./listing-fields";
import type { ConnectionMethod } from "./listing-input";

type Row = Pick<
  typeof listings.$inferSelect,
  "clientRowId" | "displayName" | "description" | "website" | "methods" | "logo" | "supportUrl"
>;

/** What a row says, of an entry or of a version of it. */
export function fieldsOf(row: Row): ListingFields {
  const { clientRowId, displayName, description, website, logo, supportUrl } = row;
  const methods = row.methods as ConnectionMethod[];
  return { clientRowId, displayName, description, website, methods, logo, supportUrl };
}

/** The version that is not decided yet, held until the act is over. */
export async function findOpenVersion(tx: Tx, organisationId: string) {
  const [version] = await tx
    .select()
    .from(listingVersions)
    .where(and(eq(listingVersions.organisationId, organisationId), isNull(listingVersions.decidedAt)))
    .for("update");
  return version;
}

/** The page shows something that is over: only a fresh one knows what can be done now. */
export const staleListing = (): Refusal => refuse("stale", { facts: { href: "/listing" } });
