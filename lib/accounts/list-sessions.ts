import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { asVisitor, type Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { now } from "../clock";
import { hashToken } from "../secrets";

/** One signed-in browser of a person, as that person sees it. */
export type SessionView = {
  /** What names it on a page: never its id, which is what a cookie holds. */
  handle: string;
  isThis: boolean;
  address: string;
  userAgent: string;
  createdAt: Date;
  seenAt: Date;
};

/** The live sessions of the viewer, the latest seen first, at most fifty. */
export async function listSessions(viewer: { personId: string; sessionId: string }): Promise<SessionView[]> {
  const rows = await asVisitor((tx) => listLive(tx, viewer.personId));
  return rows.map(({ id, ...row }) => ({ ...row, handle: handleOf(id), isThis: id === viewer.sessionId }));
}

/** The id behind a handle, of a live session of this person; null for anything else. */
export async function findByHandle(tx: Tx, personId: string, handle: string): Promise<string | null> {
  return (await listLive(tx, personId)).find(({ id }) => handleOf(id) === handle)?.id ?? null;
}

const handleOf = (sessionId: string) => hashToken(sessionId).toString("base64url");

function listLive(tx: Tx, personId: string) {
  return tx
    .select({
      id: sessions.id,
      address: sessions.address,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now()),
        sql`${sessions.seenAt} > ${now().toISOString()}::timestamptz - idle_limit_of(${personId})`,
      ),
    )
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(50);
}
