import { eq, sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { asVisitor } from "@/db/client";
import { type OrganisationKind, type Role, sessions } from "@/db/schema";
import { now } from "../clock";
import { newId } from "../id";
import { asLanguage, type Language, languageOfBrowser } from "../language";
import type { Visitor } from "./actor";
import { decodeSession, sessionCookieName } from "./session-cookie";

/** An organisation as its member sees it. */
export type Membership = { id: string; name: string; kind: OrganisationKind; role: Role };

/** The signed-in person behind a request, for pages: who they are and which organisation they look at. */
export type Viewer = {
  sessionId: string;
  personId: string;
  email: string;
  name: string;
  language: Language;
  freshAt: Date;
  organisation: Membership;
  organisations: Membership[];
};

type SessionRow = {
  person_id: string;
  email: string;
  person_name: string;
  language: string;
  fresh_at: string;
  seen_at: string;
  shown_organisation_id: string | null;
  organisation_id: string | null;
  organisation_name: string;
  kind: OrganisationKind;
  role: Role;
};

/** The only reader of the session cookie: what it names, whether or not there is such a session. */
export const findSessionId = cache(async (): Promise<string | null> => {
  const value = (await cookies()).get(sessionCookieName())?.value;
  return (value && (await decodeSession(value))) || null;
});

/** Who is signed in: cookie, then row, at every request; anything odd is "nobody". */
export const findActor = cache(async (): Promise<Viewer | null> => {
  const sessionId = await findSessionId();
  return sessionId ? findViewer(sessionId) : null;
});

/** The viewer of a live session, or null. */
export async function findViewer(sessionId: string): Promise<Viewer | null> {
  const rows = await asVisitor(async (tx) => {
    const found = await tx.execute<SessionRow>(
      sql`select * from find_session(${sessionId}, ${now().toISOString()})`,
    );
    const seenAt = found[0] && new Date(found[0].seen_at);
    // Once in five minutes is enough for "unseen for twelve hours", and spares a write per page.
    if (seenAt && now().getTime() - seenAt.getTime() > 300_000) {
      await tx.update(sessions).set({ seenAt: now() }).where(eq(sessions.id, sessionId));
    }
    return [...found];
  });
  const [first] = rows;
  const organisations = rows
    .filter((row) => row.organisation_id)
    .map((row) => ({
      id: row.organisation_id ?? "",
      name: row.organisation_name,
      kind: row.kind,
      role: row.role,
    }));
  const organisation =
    organisations.find(({ id }) => id === first?.shown_organisation_id) ?? organisations[0];
  if (!first || !organisation) return null;
  return {
    sessionId,
    personId: first.person_id,
    email: first.email,
    name: first.person_name,
    language: asLanguage(first.language),
    freshAt: new Date(first.fresh_at),
    organisation,
    organisations,
  };
}

/** What is known of any request: the browser, the address, the request's id. Set by `portal/server.ts`. */
export const findVisitor = cache(async (): Promise<Visitor> => {
  const incoming = await headers();
  return {
    visitorId: incoming.get("x-portal-visitor") ?? "",
    address: incoming.get("x-portal-address") ?? "",
    userAgent: (incoming.get("user-agent") ?? "").slice(0, 200),
    requestId: incoming.get("x-request-id") ?? newId(),
    language: languageOfBrowser(incoming),
    key: null,
  };
});
