import { sql } from "drizzle-orm";
import { cache } from "react";
import { asVisitor, type Tx } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/schema";
import { now } from "../clock";
import { asLanguage } from "../language";
import { findSessionId, type Viewer } from "./find-actor";

/**
 * A signed-in person all of whose organisations are suspended: `stopped` says since when and why, the latest first. They
 * are nobody on every page but help, where they write to the operator for the first of these.
 */
export type StoppedViewer = Viewer & { stopped: { name: string; since: Date; reason: string }[] };

type Row = {
  person_id: string;
  email: string;
  person_name: string;
  language: string;
  fresh_at: string;
  organisation_id: string;
  organisation_name: string;
  kind: OrganisationKind;
  role: Role;
  suspended_at: string;
  reason: string | null;
};

/** The one behind a request whom `findActor` calls nobody, because their organisations are suspended; else null. */
export const findStopped = cache(async (): Promise<StoppedViewer | null> => {
  const sessionId = await findSessionId();
  return sessionId ? findStoppedViewer(sessionId) : null;
});

/** The same for a session; null where it is none, or one of its person's organisations works. */
export async function findStoppedViewer(sessionId: string): Promise<StoppedViewer | null> {
  const rows = await asVisitor((tx) => listStopped(tx, sessionId));
  const [first] = rows;
  if (!first) return null;
  const organisations = rows.map((row) => ({
    id: row.organisation_id,
    name: row.organisation_name,
    kind: row.kind,
    role: row.role,
  }));
  return {
    sessionId,
    personId: first.person_id,
    email: first.email,
    name: first.person_name,
    language: asLanguage(first.language),
    freshAt: new Date(first.fresh_at),
    // There is one for each row.
    organisation: organisations[0] as (typeof organisations)[number],
    organisations,
    stopped: rows.map((row) => ({
      name: row.organisation_name,
      since: new Date(row.suspended_at),
      reason: row.reason ?? "",
    })),
  };
}

/** Whether the organisations of a session's person are suspended, all that there are. */
export async function isStopped(tx: Tx, sessionId: string) {
  return (await listStopped(tx, sessionId)).length > 0;
}

async function listStopped(tx: Tx, sessionId: string) {
  const at = now().toISOString();
  const rows = await tx.execute<Row>(sql`
    select * from find_stopped_session(${sessionId}, ${at})
    where not exists (select from find_session(${sessionId}, ${at}) where organisation_id is not null)`);
  return [...rows];
}
