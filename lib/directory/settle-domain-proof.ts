import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DomainMethod } from "@/db/schema";
import type { Actor } from "../accounts/actor";
import { recordEvent } from "../audit/record-event";
import { now } from "../clock";

/** Settles a proof with the digest of what was typed, or without where a record was found; and says so in the trail. */
export async function settleDomainProof(
  tx: Tx,
  actor: Actor,
  proof: { id: string; domain: string; method: DomainMethod },
  digest: Buffer | null,
): Promise<"proven" | "wrong" | "expired"> {
  const hex = digest?.toString("hex") ?? null;
  const [row] = await tx.execute<{ outcome: "proven" | "wrong" | "expired" }>(
    sql`select prove_domain(${proof.id}, decode(${hex}, 'hex'), ${now().toISOString()}) as outcome`,
  );
  const outcome = row?.outcome ?? "expired";
  if (outcome === "proven")
    await recordEvent(tx, actor, {
      type: "domain.proven",
      organisationId: actor.organisationId,
      data: { domain: proof.domain, method: proof.method },
    });
  return outcome;
}
