import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, organisations, people, sellers } from "@/db/schema";
import { newId } from "@/lib/id";
import { foldEmail } from "@/lib/input";
import { demoAccounts } from "./demo-accounts";
import { oldestLinkDays } from "./make-links";

/** Where a demo person stands: who they are, and for whom they act. */
export type Holder = { personId: string; organisationId: string };

/** Inserts all demo people, organisations and seller accounts; returns the holder of each e-mail address. */
export async function insertAccounts(tx: Tx, passwordHash: string, at: Date) {
  // Older than the oldest link, so that every story of the demo data can have happened.
  const createdAt = new Date(at.getTime() - (oldestLinkDays + 200) * 86_400_000);
  const organisationIds = new Map<string, string>();
  const holders = new Map<string, Holder>();
  for (const account of demoAccounts) {
    const { email, name, role, organisation, kind } = account;
    const organisationId =
      organisationIds.get(organisation) ?? (await ensureOrganisation(tx, kind, organisation, createdAt));
    organisationIds.set(organisation, organisationId);
    const personId = newId();
    const emailFold = foldEmail(email);
    await tx.insert(people).values({ id: personId, email, emailFold, name, passwordHash, createdAt });
    await tx.insert(members).values({ organisationId, personId, role, createdAt });
    for (const seller of account.sellers ?? []) {
      const owner = { ownerOrganisationId: organisationId, contactEmail: email, createdAt };
      await tx.insert(sellers).values({ ...seller, ...owner });
    }
    holders.set(email, { personId, organisationId });
  }
  return function holderOf(email: string): Holder {
    const holder = holders.get(email);
    if (!holder) throw new Error(`no demo account ${email}`);
    return holder;
  };
}

/** The marketplace's own organisation may be there already, as the owner of the starter client. */
async function ensureOrganisation(
  tx: Tx,
  kind: (typeof demoAccounts)[number]["kind"],
  name: string,
  createdAt: Date,
) {
  const [found] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, kind), eq(organisations.name, name)))
    .limit(1);
  if (found) return found.id;
  const id = newId();
  // The partner's domain is proven, as if its proof had come in on the day the organisation was made.
  const proven = kind === "partner" ? { domain: "atelier-code.example", domainVerifiedAt: createdAt } : {};
  await tx.insert(organisations).values({ id, kind, name, createdAt, ...proven });
  return id;
}
