import type { Tx } from "@/db/client";
import { done, type Result, refuse } from "../result";
import type { Visitor } from "./actor";
import { beginSession, findDoor } from "./begin-session";
import { isStopped } from "./find-stopped";
import { nextPath } from "./next-path";

/** The session that began, and where it leads. Without one there is another page to pass first. */
export type LetInView = { sessionId?: string; goTo: string };

/** Where somebody whose organisations are suspended reads why, and writes to the operator. */
export const stoppedPath = "/help";

/**
 * Begins the session of somebody who has proved who they are, and leads on: to `next`, or to their door. Where all their
 * organisations are suspended it is good for asking why, and for nothing else.
 */
export async function letIn(
  tx: Tx,
  visitor: Visitor,
  personId: string,
  { next, replaces }: { next: string; replaces?: string },
): Promise<Result<LetInView>> {
  const sessionId = await beginSession(tx, visitor, personId, replaces);
  const door = await findDoor(tx, sessionId);
  if (door) return done({ sessionId, goTo: nextPath(next, door) });
  if (!(await isStopped(tx, sessionId))) return refuse("not_found");
  const asked = nextPath(next, stoppedPath);
  return done({ sessionId, goTo: /^\/help(?![^/?])/.test(asked) ? asked : stoppedPath });
}
