import { sql } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import type { OrganisationKind } from "@/db/schema";
import { now } from "../clock";

/** Who is behind an invitation, as far as it is public. */
export type InviterView = {
  kind: OrganisationKind;
  /** Its name in the directory; null when it is not listed. */
  listedName: string | null;
  /** The domain it has proven; null when it has proven none. */
  domain: string | null;
  reviewed: boolean;
  since: Date;
};

type Row = {
  kind: OrganisationKind;
  listed_name: string | null;
  domain: string | null;
  domain_verified_at: string | null;
  reviewed: boolean;
  organisation_since: string;
};

/** The public facts about the holder of a clientId, for whoever looks; null once it is deleted. */
export async function findInviter(clientId: string): Promise<InviterView | null> {
  return asVisitor(async (tx) => {
    const at = now().toISOString();
    const [row] = await tx.execute<Row>(sql`select * from find_client_for_consent(${clientId}, ${at})`);
    if (!row) return null;
    const { kind, listed_name: listedName, reviewed } = row;
    const domain = row.domain_verified_at ? row.domain : null;
    return { kind, listedName, domain, reviewed, since: new Date(row.organisation_since) };
  });
}
