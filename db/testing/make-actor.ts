import type { Actor } from "@/lib/accounts/actor";
import type { Viewer } from "@/lib/accounts/find-actor";
import { type FormKey, makeFormKey, readFormKey } from "@/lib/accounts/form-key";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { members, OrganisationKind, Role } from "../schema";
import { makeMember, makeOrganisation, makePerson, makeSession } from "./makers";

type Key = Partial<Pick<FormKey, "act" | "path" | "offered">>;

/**
 * A signed-in person with everything an act asks for: organisation, membership, session and an unused form key that
 * offers what `key.offered` says. With `organisationId` he joins that organisation instead of a new one.
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
  const actor = {
    visitorId: newId(),
    address: "127.0.0.1",
    userAgent: "test",
    requestId: newId(),
    sessionId: session.id,
    personId: person.id,
    name: person.name,
    email: person.email,
    organisationId: organisation.id,
  };
  return withFormKey({ ...actor, key: null }, over.key);
}

/** The same actor before a freshly rendered form. */
export function withFormKey(actor: Actor, key: Key = {}): Actor {
  const { sessionId: holder, organisationId } = actor;
  const text = makeFormKey({ act: "test", path: "/", offered: {}, ...key, holder, organisationId });
  return { ...actor, key: readFormKey(text) };
}

/** The same person as pages know them. */
export function viewerOf(actor: Actor): Viewer {
  const organisation = { id: actor.organisationId, name: "", kind: "seller", role: "owner" } as const;
  const { sessionId, personId, email, name } = actor;
  return { sessionId, personId, email, name, freshAt: now(), organisation, organisations: [organisation] };
}
