import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type OrganisationKind, sessions } from "@/db/schema";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import type { Visitor } from "./actor";
import { sessionSeconds } from "./session-cookie";

/**
 * Begins a session of this person in this browser, fresh from now on, always under a new id. The one it replaces
 * ends with it, and hands on which organisation is shown if it was the same person's.
 */
export async function beginSession(tx: Tx, visitor: Visitor, personId: string, replacedId?: string) {
  const replaced = replacedId ? await endSession(tx, replacedId) : undefined;
  const sessionId = newId();
  await tx.insert(sessions).values({
    id: sessionId,
    personId,
    shownOrganisationId: replaced?.personId === personId ? replaced.shownOrganisationId : null,
    createdAt: now(),
    seenAt: now(),
    freshAt: now(),
    expiresAt: inSeconds(sessionSeconds),
    address: visitor.address,
    userAgent: visitor.userAgent,
  });
  return sessionId;
}

/** Ends one session, as of now; undefined where it had ended already. */
export async function endSession(tx: Tx, sessionId: string) {
  const [ended] = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning({ personId: sessions.personId, shownOrganisationId: sessions.shownOrganisationId });
  return ended;
}

/** Ends every session of a person but one, as of now, and says how many those were. */
export async function endSessions(tx: Tx, personId: string, exceptId?: string) {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        exceptId ? sql`${sessions.id} <> ${exceptId}` : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** The path of the door this session opens on; null where the person is a member of nothing. */
export async function findDoor(tx: Tx, sessionId: string) {
  const rows = await tx.execute<{ kind: OrganisationKind | null; id: string; shown: string | null }>(
    sql`select kind, organisation_id as id, shown_organisation_id as shown
        from find_session(${sessionId}, ${now().toISOString()}) where organisation_id is not null`,
  );
  const door = rows.find(({ id, shown }) => id === shown) ?? rows[0];
  return door ? `/${door.kind}` : null;
}
