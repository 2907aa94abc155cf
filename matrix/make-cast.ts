import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import { members, type OrganisationKind, organisations, type Role, signUps } from "@/db/schema";
import { makeActor, makeOrganisation } from "@/db/testing";
import type { Actor } from "@/lib/accounts/actor";
import { encodeSession, sessionCookieName } from "@/lib/accounts/session-cookie";
import { inSeconds, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { makeLinkToken } from "@/lib/secrets";

/** The organisations that play: two of sellers, so that one of them is a stranger to the other. */
export type Company = "seller" | "partner" | "aggregator" | "operator" | "stranger";

/** Somebody at the door: what their browser sends, and who they are there, if anybody. */
export type Caller = {
  name: string;
  company: Company | null;
  kind: OrganisationKind | null;
  role: Role | null;
  /** The session it says it has; live or not. */
  sessionId: string | null;
  visitorId: string;
  actor: Actor | null;
  cookie: string;
  /** The suspended organisation of somebody who may do nothing but ask why. */
  stoppedIn?: string;
};

export type Cast = { companies: Record<Company, string>; callers: Caller[]; owners: Record<Company, Actor> };

const kindOf = (company: Company): OrganisationKind => (company === "stranger" ? "seller" : company);

/** The kinds of people who stand at a door. */
export async function makeCast(): Promise<Cast> {
  const names: Company[] = ["seller", "partner", "aggregator", "operator", "stranger"];
  const companies = {} as Cast["companies"];
  const owners = {} as Cast["owners"];
  for (const name of names) {
    const { id } = await makeOrganisation({ kind: kindOf(name), name: nameOf(name) });
    companies[name] = id;
    owners[name] = await makeActor({ organisationId: id });
  }
  const seller = { organisationId: companies.seller };
  const removed = await makeActor(seller);
  await asFounder((tx) => tx.delete(members).where(eq(members.personId, removed.personId)));
  const callers = [
    await nobody("anonymous", null),
    await pending(),
    await member("seller owner", "seller", "owner", owners.seller),
    await member("seller editor", "seller", "editor", await makeActor({ ...seller, role: "editor" })),
    await member("seller viewer", "seller", "viewer", await makeActor({ ...seller, role: "viewer" })),
    await member("partner owner", "partner", "owner", owners.partner),
    await member("aggregator owner", "aggregator", "owner", owners.aggregator),
    await member("operator", "operator", "owner", owners.operator),
    await nobody("removed member", removed.sessionId),
    await member("member of another organisation", "stranger", "owner", owners.stranger),
    await stopped(),
  ];
  return { companies, callers, owners };
}

/** What nobody outside may read on any page. */
export const nameOf = (company: Company) => `Confidential ${company} company`;

async function member(name: string, company: Company, role: Role, actor: Actor): Promise<Caller> {
  const caller = await nobody(name, actor.sessionId);
  return { ...caller, company, kind: kindOf(company), role, actor };
}

/** A browser that says it has a session, which is none. */
async function nobody(name: string, sessionId: string | null): Promise<Caller> {
  const visitorId = newId().replaceAll("-", "").slice(0, 22);
  const session = sessionId ? `; ${sessionCookieName()}=${await encodeSession(sessionId)}` : "";
  const visitor = sessionCookieName().replace("session", "visitor");
  const cookie = `${visitor}=${visitorId}${session}`;
  return { name, company: null, kind: null, role: null, sessionId, visitorId, actor: null, cookie };
}

/** A member whose organisation the operator suspended; signed in since then. */
async function stopped(): Promise<Caller> {
  const actor = await makeActor({ kind: "aggregator" });
  const isIts = eq(organisations.id, actor.organisationId);
  await asFounder((tx) => tx.update(organisations).set({ suspendedAt: now() }).where(isIts));
  const caller = await nobody("member of a suspended organisation", actor.sessionId);
  return { ...caller, stoppedIn: actor.organisationId };
}

/** Somebody who has signed up and not used the letter: there is no session to have, so an invented one it is. */
async function pending() {
  const { hash: tokenHash } = makeLinkToken();
  const about = { email: "pending@people.test", kind: "seller" as const, companyName: "Soon", name: "Penny" };
  const times = { createdAt: now(), expiresAt: inSeconds(3600) };
  await asFounder((tx) =>
    tx.insert(signUps).values({ tokenHash, ...about, termsVersion: "2026-01", ...times }),
  );
  return nobody("not verified yet", newId());
}
