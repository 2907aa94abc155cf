import { and, eq, isNotNull } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { env } from "../env";

/** Whether somebody has a second factor that counts. */
export async function hasSecondFactor(tx: Tx, personId: string) {
  const [found] = await tx
    .select({ since: secondFactors.since })
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.since)));
  return found !== undefined;
}

/** Whether somebody acting for the marketplace must set up a second factor first: always, but in a demo. */
export async function lacksSecondFactor(tx: Tx, personId: string) {
  return env().MODE === "production" && !(await hasSecondFactor(tx, personId));
}

/** Whether the viewer has one, for pages. */
export function usesSecondFactor({ personId }: { personId: string }) {
  return asVisitor((tx) => hasSecondFactor(tx, personId));
}

/** Whether the viewer must set one up first, for pages of the operator. */
export function mustSetUpSecondFactor({ personId }: { personId: string }) {
  return asVisitor((tx) => lacksSecondFactor(tx, personId));
}
