import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { asVisitor } from "@/db/client";
import { sessions } from "@/db/schema";
import { inSeconds, now } from "../clock";

/** One signed-in browser of a person, as that person sees it. */
export type SessionView = {
  isThis: boolean;
  address: string;
  userAgent: string;
  createdAt: Date;
  seenAt: Date;
};

/** The live sessions of the viewer, the latest seen first, at most fifty. */
export async function listSessions(viewer: { personId: string; sessionId: string }): Promise<SessionView[]> {
  const rows = await asVisitor((tx) =>
    tx
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
          eq(sessions.personId, viewer.personId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, now()),
          gt(sessions.seenAt, inSeconds(-12 * 3600)),
        ),
      )
      .orderBy(desc(sessions.seenAt), desc(sessions.id))
      .limit(50),
  );
  return rows.map(({ id, ...row }) => ({ ...row, isThis: id === viewer.sessionId }));
}
