import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { asFounder } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/schema";
import {
  makeMember as member,
  makeOrganisation as organisation,
  makePerson as person,
  makeSession as session,
} from "@/db/testing/makers";
import { inSeconds } from "../clock";
import { newId } from "../id";
import { unseal } from "../secrets";
import type { Actor, Visitor } from "./actor";
import { makeFormKey, readFormKey } from "./form-key";
import { hashPassword } from "./password";
import type { Right } from "./rights";
import { sessionSeconds } from "./session-cookie";

/** The password of everybody made here. */
export const password = "correct horse battery";
let passwordHash: Promise<string> | undefined;

let addresses = 0;

/** An e-mail address nobody has yet. */
export const freshEmail = () => `p${randomBytes(6).toString("hex")}@people.test`;

/** A browser with one fresh form in front of it, at an address of its own, so that limits do not mix. */
export function makeVisitor(act: Right, offered: Record<string, string[]> = {}): Visitor {
  const visitorId = randomBytes(16).toString("base64url");
  const key = readFormKey(
    makeFormKey({ act, holder: visitorId, organisationId: "", path: "/here", offered }),
  );
  addresses++;
  const address = `198.51.${addresses >> 8}.${addresses & 255}`;
  return { visitorId, address, userAgent: "test", requestId: newId(), language: "en", key };
}

/** An organisation of that kind, by its id. */
export async function makeOrganisation(kind: OrganisationKind = "seller", name = "Maison") {
  return (await organisation({ kind, name })).id;
}

/** Makes somebody a member. */
export function join(organisationId: string, personId: string, role: Role = "owner") {
  return member({ id: personId }, { id: organisationId }, { role });
}

/** A person with the password above, owner of a new seller organisation, with one live session. */
export async function makeMember(email = freshEmail()) {
  passwordHash ??= hashPassword(password);
  const { id, name } = await person({ email, name: "Ada", passwordHash: await passwordHash });
  const organisationId = await makeOrganisation();
  await join(organisationId, id);
  return { personId: id, email, name, organisationId, sessionId: await makeSession(id) };
}

/** A live session of that person, as long as one can be. */
export async function makeSession(personId: string) {
  return (await session({ id: personId }, null, { expiresAt: inSeconds(sessionSeconds) })).id;
}

/** That member with a fresh form in front of them. */
export function withForm(member: Omit<Actor, keyof Visitor>, act: Right): Actor {
  return { ...makeVisitor(act), ...member };
}

/** The rows of a query, read as one who may read everything. */
export function ask<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) {
  return asFounder(async (tx) => [...(await tx.execute<Row>(query))]);
}

/** The letters to an address, oldest first, opened. */
export async function lettersTo(email: string) {
  const rows = await ask<{ kind: string; sealed_text: string }>(
    sql`select kind, sealed_text from mails where recipient = ${email} order by created_at, id`,
  );
  return rows.map((row) => ({ kind: row.kind, text: unseal(row.sealed_text) }));
}

/** The token in the last letter to an address. */
export async function mailedToken(email: string) {
  const text = (await lettersTo(email)).at(-1)?.text ?? "";
  return /\/(?:verify|reset)\/([\w-]{43})/.exec(text)?.[1] ?? "";
}

/** The audit trail of a person, as one text, to look for what must not be in it. */
export async function eventsOf(personId: string) {
  const rows = await ask<{ type: string; text: string }>(
    sql`select type, to_jsonb(events)::text as text from events where actor_person_id = ${personId} order by id`,
  );
  return { types: rows.map(({ type }) => type), text: rows.map(({ text }) => text).join("\n") };
}

/** Runs one act from so many places at once. */
export function atOnce<T>(times: number, act: () => Promise<T>) {
  return Promise.all(Array.from({ length: times }, act));
}
