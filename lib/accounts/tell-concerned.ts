import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, people } from "@/db/schema";
import { env } from "../env";
import { foldEmail } from "../input";
import { type OperatorLetterKind, operatorLetter } from "../mail/letters/operator";
import { send } from "../mail/send";

type About = { kind: OperatorLetterKind; what: string; reason: string; path: string };

/** Writes to the owners of an organisation, and to one more address, what the operator did about it, and why. */
export async function tellConcerned(
  tx: Tx,
  organisationId: string,
  also: string | null,
  { kind, path, ...facts }: About,
) {
  const owners = await tx
    .select({ email: people.email })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.organisationId, organisationId), eq(members.role, "owner")))
    .orderBy(members.createdAt);
  const addresses = [...owners.map(({ email }) => email), ...(also ? [also] : [])];
  const href = env().PUBLIC_URL + path;
  for (const to of new Map(addresses.map((email) => [foldEmail(email), email])).values())
    await send(tx, to, (language) => operatorLetter(language, kind, { ...facts, href }));
}
