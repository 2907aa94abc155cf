import { and, eq, sql } from "drizzle-orm";
import { asFounder, type Tx } from "@/db/client";
import { members, organisations, people, resets } from "@/db/schema";
import { recordEvent } from "../audit/record-event";
import { inSeconds, now } from "../clock";
import { env } from "../env";
import { newId } from "../id";
import { foldEmail } from "../input";
import { makeLinkToken } from "../secrets";
import { hashPassword } from "./password";

const lifeSeconds = 3600;
const lockId = 7_302_204;

/** The link by which its receiver sets a password, once, within the hour; and whether the address had an account. */
export type MadeOperator = { href: string; isNewPerson: boolean; isNewMember: boolean };

/**
 * Makes the holder of an address an owner of the marketplace's own organisation: for whoever runs the portal, from
 * its command line only. Repeating it makes nobody twice, and another link.
 */
export async function makeOperator(email: string): Promise<MadeOperator> {
  // Nobody knows it: the first sign-in goes through the link.
  const passwordHash = await hashPassword(makeLinkToken().token);
  return asFounder(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`);
    const organisationId = await findStaff(tx);
    const person = { id: newId(), email, emailFold: foldEmail(email), passwordHash, createdAt: now() };
    const [made] = await tx
      .insert(people)
      .values({ ...person, name: email.split("@")[0] ?? email })
      .onConflictDoNothing()
      .returning({ id: people.id });
    const [found] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.emailFold, person.emailFold));
    if (!found) throw new Error("the person was not kept");
    const isNewMember = await makeOwner(tx, organisationId, found.id);
    const { token, hash } = makeLinkToken();
    const times = { createdAt: now(), expiresAt: inSeconds(lifeSeconds) };
    await tx.insert(resets).values({ tokenHash: hash, personId: found.id, ...times });
    const href = `${env().PUBLIC_URL}/reset/${token}`;
    return { href, isNewPerson: made !== undefined, isNewMember };
  });
}

/** The organisation of staff that is there since the first start. */
async function findStaff(tx: Tx) {
  const [staff] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, "operator"))
    .orderBy(organisations.createdAt, organisations.id)
    .limit(1);
  if (!staff) throw new Error("the database was not prepared");
  return staff.id;
}

/** Whether the person was no owner before. */
async function makeOwner(tx: Tx, organisationId: string, personId: string) {
  const ofPerson = and(eq(members.organisationId, organisationId), eq(members.personId, personId));
  const [member] = await tx.select({ role: members.role }).from(members).where(ofPerson);
  if (member?.role === "owner") return false;
  const row = { organisationId, personId, role: "owner" as const, createdAt: now() };
  const key = [members.organisationId, members.personId];
  await tx
    .insert(members)
    .values(row)
    .onConflictDoUpdate({ target: key, set: { role: "owner" } });
  const who = { name: "npm run operator" };
  const data = { role: "owner" };
  await recordEvent(tx, who, { type: "member.joined", organisationId, data: { ...data, personId } });
  return true;
}
