import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations } from "@/db/schema";
import { now } from "../clock";
import { env } from "../env";
import { foldEmail } from "../input";
import { type Limit, takeSomeIn } from "../limits/take-limit";
import { type LimitName, type Refusal, refuse } from "../result";
import type { Addressee } from "./invitation-input";
import { hasInviter } from "./list-invitations";

/** Invitations with an addressee that an organisation may make in a day, before and after a review. */
const perDay = { unreviewed: 50, reviewed: 5000 };
const daySeconds = 86_400;
/** Open links to nobody in particular that one client may have. */
const mostOpen = 5000;

/**
 * Which of these invitations of one client may be made, in their order: null where it may, `taken` where a request to
 * the same addressee is open or stands further up, `limit` where there is no room for more. Only the sender's own
 * rows and counters are looked at. What is judged holds until the transaction ends.
 */
export async function judgeInvitations(
  tx: Tx,
  { organisationId }: { organisationId: string },
  client: { id: string },
  addressees: (Addressee | null)[],
): Promise<(Refusal | null)[]> {
  // One at a time for each client, so that the unique index is never waited for in two orders at once.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invitations of ${client.id}`}, 0))`);
  const seen = await findOpen(tx, client, addressees);
  const twice = addressees.map((addressee) => {
    if (!addressee) return false;
    const key = keyOf(addressee);
    return seen.has(key) || !seen.add(key);
  });
  const asked = addressees.filter((addressee, index) => addressee && !twice[index]).length;
  const ofDay = await takeDay(tx, organisationId, asked);
  const room = { asked: ofDay.count, loose: await roomForLinks(tx, client, addressees) };
  return addressees.map((addressee, index) => {
    if (twice[index]) return refuse("taken", { facts: { href: "/invitations?state=open#list" } });
    if (!addressee) return room.loose-- > 0 ? null : tooMany("open_invitations");
    return room.asked-- > 0 ? null : tooMany(ofDay.name, ofDay.retryAfterSeconds);
  });
}

/** Requests of the client to these addressees that nobody has answered and that nobody can answer any more. */
export function isLapsedTo(client: { id: string }, addressees: (Addressee | null)[]): SQL | undefined {
  const lapsed = sql`(${invitations.expiresAt} <= ${now().toISOString()} or not ${hasInviter})`;
  return and(isPendingTo(client, addressees), lapsed);
}

async function findOpen(tx: Tx, client: { id: string }, addressees: (Addressee | null)[]) {
  if (addressees.every((addressee) => !addressee)) return new Set<string>();
  const { addresseeEmailFold, addresseeSellerId, expiresAt } = invitations;
  const open = await tx
    .select({ fold: addresseeEmailFold, sellerId: addresseeSellerId })
    .from(invitations)
    .where(
      and(isPendingTo(client, addressees), sql`${expiresAt} > ${now().toISOString()} and ${hasInviter}`),
    );
  return new Set(open.map(({ fold, sellerId }) => fold ?? String(sellerId)));
}

function isPendingTo(client: { id: string }, addressees: (Addressee | null)[]) {
  const folds = addressees.flatMap((one) => (one && "email" in one ? [foldEmail(one.email)] : []));
  const ids = addressees.flatMap((one) => (one && "sellerId" in one ? [String(one.sellerId)] : []));
  const { clientRowId, addresseeEmailFold, addresseeSellerId } = invitations;
  return and(
    eq(clientRowId, client.id),
    isPending(),
    or(
      sql`${addresseeEmailFold} = any(${sql.param(folds)}::text[])`,
      sql`${addresseeSellerId} = any(${sql.param(ids)}::bigint[])`,
    ),
  );
}

function isPending() {
  const { acceptedAt, declinedAt, withdrawnAt } = invitations;
  return and(isNull(acceptedAt), isNull(declinedAt), isNull(withdrawnAt));
}

async function takeDay(tx: Tx, organisationId: string, wanted: number) {
  const [row] = await tx.execute<{ reviewed: boolean | null }>(
    sql`select bool_or(is_reviewed(c.id)) as reviewed from clients c
      where c.organisation_id = ${organisationId} and c.deleted_at is null`,
  );
  const name: LimitName = row?.reviewed ? "invitations_a_day" : "invitations_unreviewed";
  const max = row?.reviewed ? perDay.reviewed : perDay.unreviewed;
  const limit: Limit = { name: "invitations", max, windowSeconds: daySeconds };
  return { name, ...(await takeSomeIn(tx, limit, organisationId, wanted)) };
}

async function roomForLinks(tx: Tx, client: { id: string }, addressees: (Addressee | null)[]) {
  if (env().LIMITS === "off" || !addressees.includes(null)) return Number.POSITIVE_INFINITY;
  const { clientRowId, addresseeEmailFold, addresseeSellerId, expiresAt } = invitations;
  const open = await tx.$count(
    invitations,
    and(
      eq(clientRowId, client.id),
      isPending(),
      isNull(addresseeEmailFold),
      isNull(addresseeSellerId),
      sql`${expiresAt} > ${now().toISOString()}`,
    ),
  );
  return mostOpen - open;
}

const keyOf = (one: Addressee) => ("email" in one ? foldEmail(one.email) : String(one.sellerId));

function tooMany(limit: LimitName, waitSeconds?: number): Refusal {
  return refuse("limit", { facts: { limit, ...(waitSeconds && { waitSeconds: String(waitSeconds) }) } });
}
