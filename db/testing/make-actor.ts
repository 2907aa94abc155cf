import type { Actor } from "@/lib/accounts/actor";
import type { Viewer } from "@/lib/accounts/find-actor";
import { type FormKey, makeFormKey, readFormKey } from "@/lib/accounts/form-key";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { members, OrganisationKind, Role } from "../schema";
import { makeMember, makeOrganisation, makePerson, makeSession } from "./makers";

/** The right its form is for, and what that form offers. */
type Key = Pick<FormKey, "act"> & Partial<Pick<FormKey, "path" | "offered">>;

/**
 * A signed-in person with everything an act asks for: organisation, membership, session and, with `key`, an unused
 * form key for that right. With `organisationId` he joins that organisation instead of a new one.
 */
export async function makeActor(
  over: { kind?: OrganisationKind; role?: Role; organisationId?: string; key?: Key } = {},
): Promise<Actor> {
  const person = await makePerson();
  const organisation = over.organisationId
    ? { id: over.organisationId }
    : await makeOrganisation({ kind: over.kind ?? "seller" });
  const role: typeof members.$inferInsert.role = over.role ?? "owner";
  await makeMember(person, organisation, { role });
  const session = await makeSession(person, organisation);
  const actor: Actor = {
    visitorId: newId(),
    address: "127.0.0.1",
    userAgent: "test",
    requestId: newId(),
    language: "en" as const,
    sessionId: session.id,
    personId: person.id,
    name: person.name,
    email: person.email,
    organisationId: organisation.id,
    key: null,
  };
  return over.key ? withFormKey(actor, over.key) : actor;
}

/** The same actor before a freshly rendered form for that right. */
export function withFormKey(actor: Actor, key: Key): Actor {
  const { sessionId: holder, organisationId } = actor;
  const text = makeFormKey({ path: "/", offered: {}, ...key, holder, organisationId });
  return { ...actor, key: readFormKey(text) };
}

/** The same person as pages know them. */
export function viewerOf(actor: Actor): Viewer {
  const organisation = { id: actor.organisationId, name: "", kind: "seller", role: "owner" } as const;
  const { sessionId, personId, email, name } = actor;
  return {
    sessionId,
    personId,
    email,
    name,
    language: "en",
    freshAt: now(),
    organisation,
    organisations: [organisation],
  };
}
