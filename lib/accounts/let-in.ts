import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { done, type LimitName, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { beginSession, findDoor } from "./begin-session";
import { nextPath } from "./next-path";

/** The session that began, and where it leads. Without one there is another page to pass first. */
export type LetInView = { sessionId?: string; goTo: string };

/** Begins the session of somebody who has proved who they are, and leads on: to `next`, or to their door. */
export async function letIn(
  tx: Tx,
  visitor: Visitor,
  personId: string,
  { next, replaces }: { next: string; replaces?: string },
): Promise<Result<LetInView>> {
  const sessionId = await beginSession(tx, visitor, personId, replaces);
  const door = await findDoor(tx, sessionId);
  if (!door) return (await findSuspension(tx, sessionId)) ?? refuse("not_found");
  return done({ sessionId, goTo: nextPath(next, door) });
}

/** Why somebody who proved who they are still gets in nowhere: their organisation is suspended, and for what. */
async function findSuspension(tx: Tx, sessionId: string) {
  const [found] = await tx.execute<{ name: string; suspended_at: string; reason: string | null }>(
    sql`select * from find_suspensions(${sessionId})`,
  );
  if (!found) return null;
  const since = new Date(found.suspended_at).toISOString().slice(0, 10);
  const facts = { organisation: found.name, since, reason: found.reason ?? "" };
  return refuse("not_allowed", { facts: { limit: "organisation_stopped" satisfies LimitName, ...facts } });
}
