import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema";
import type { Actor } from "../accounts/actor";

/** By what name the operator signs to members: its organisation's. Who of the staff it was, stands in the trail. */
export async function findDeskName(tx: Tx, { organisationId }: Actor) {
  const [desk] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return desk?.name ?? "";
}
