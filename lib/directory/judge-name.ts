import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { namePermits } from "@/db/schema";
import type { FieldCode } from "../result";
import { findNameFault } from "./find-name-fault";
import { coreSkeletons, mayHaveSlip } from "./name-core";
import { nameSkeleton, readingsOf } from "./name-skeleton";
import { isProtectedName } from "./protected-names";

/**
 * What stands against a name in the directory: its letters, the marketplace's own names, or a name that another
 * organisation has there, as the eye takes them. Null means that the organisation may carry it.
 */
export async function judgeName(tx: Tx, organisationId: string, name: string): Promise<FieldCode | null> {
  const fault = findNameFault(name);
  if (fault) return fault;
  if (isProtectedName(name) && !(await isPermitted(tx, organisationId, name))) return "name_protected";
  return (await isTaken(tx, organisationId, name)) ? "name_taken" : null;
}

/** Whether two operators let this organisation carry this protected name. */
async function isPermitted(tx: Tx, organisationId: string, name: string) {
  const [permit] = await tx
    .select({ id: namePermits.id })
    .from(namePermits)
    .where(
      and(
        eq(namePermits.organisationId, organisationId),
        eq(namePermits.nameSkeleton, nameSkeleton(name)),
        isNotNull(namePermits.confirmedAt),
        isNull(namePermits.withdrawnAt),
      ),
    )
    .limit(1);
  return permit !== undefined;
}

/** Whether somebody else's listing, shown or not, has this name or one that is taken for it. */
async function isTaken(tx: Tx, organisationId: string, name: string) {
  const cores = coreSkeletons(name);
  const skeletons = [...new Set([...readingsOf(name), ...cores])];
  const slips = mayHaveSlip(name) ? cores : [];
  const [row] = await tx.execute<{ taken: boolean }>(sql`
    select name_taken(${organisationId}, ${sql.param(skeletons)}::text[], ${sql.param(slips)}::text[]) as taken`);
  return row?.taken ?? false;
}
