import { eq } from "drizzle-orm";
import { asFounder } from "@/db/client";
import {
  events,
  members,
  type OrganisationKind,
  ownershipOffers,
  people,
  type Role,
  teamInvitations,
} from "@/db/schema";
import { makeActor, withFormKey } from "@/db/testing";
import { lettersTo, makeVisitor } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import type { Right } from "../accounts/rights";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { joinAsNewcomer } from "./join-as-newcomer";
import { joinOrganisation } from "./join-organisation";
import { offerOwnership } from "./offer-ownership";
import { removeMember } from "./remove-member";

/** An owner, a second one, an editor and a viewer of one organisation, and an owner of another. */
export async function makeTeam(kind: OrganisationKind = "seller") {
  const owner = await makeActor({ kind });
  const { organisationId } = owner;
  const [second, editor, viewer] = [
    await makeActor({ organisationId, role: "owner" }),
    await makeActor({ organisationId, role: "editor" }),
    await makeActor({ organisationId, role: "viewer" }),
  ];
  return { owner, second, editor, viewer, stranger: await makeActor({ kind }) };
}

/** That actor before a form about one row. */
export const formOf = (actor: Actor, act: Right, field = "", id = "") =>
  withFormKey(actor, { act, path: "/team", offered: field ? { [field]: [id] } : {} });

export const invite = (actor: Actor, email: string, role: Role = "editor") =>
  inviteMember(formOf(actor, "invite member"), { email, role });

export const remove = (actor: Actor, memberId: string) =>
  removeMember(formOf(actor, "remove member", "memberId", memberId), { memberId });

export const giveRole = (actor: Actor, memberId: string, role: Role) =>
  changeRole(formOf(actor, "change role", "memberId", memberId), { memberId, role });

export const offer = (actor: Actor, memberId: string) =>
  offerOwnership(formOf(actor, "offer ownership", "memberId", memberId), { memberId });

/** The signed-in person with that address accepts. */
export const accept = (actor: Actor, token: string) =>
  joinOrganisation(formOf(actor, "join organisation"), { token });

export const newcomerPassword = "a password of my own";
/** Somebody without an account accepts. */
export const join = (token: string, name = "Grace") =>
  joinAsNewcomer(makeVisitor("join as newcomer"), { token, name, password: newcomerPassword });

/** The token in the newest invitation to an address. */
export async function invitedToken(email: string) {
  const letters = (await lettersTo(email)).filter(({ kind }) => kind === "team-invitation");
  return /\/join\/([\w-]{43})/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
}

/** Who is in an organisation, as what. */
export async function rolesIn({ organisationId }: Actor) {
  const rows = await asFounder((tx) =>
    tx.select().from(members).where(eq(members.organisationId, organisationId)),
  );
  return new Map(rows.map(({ personId, role }) => [personId, role]));
}

export const roleOf = async (actor: Actor, personId = actor.personId) => (await rolesIn(actor)).get(personId);

export const invitationsOf = ({ organisationId }: Actor) =>
  asFounder((tx) =>
    tx
      .select()
      .from(teamInvitations)
      .where(eq(teamInvitations.organisationId, organisationId))
      .orderBy(teamInvitations.createdAt, teamInvitations.id),
  );

export const offersOf = ({ organisationId }: Actor) =>
  asFounder((tx) =>
    tx
      .select()
      .from(ownershipOffers)
      .where(eq(ownershipOffers.organisationId, organisationId))
      .orderBy(ownershipOffers.createdAt, ownershipOffers.id),
  );

export const personWith = async (email: string) =>
  (await asFounder((tx) => tx.select().from(people).where(eq(people.emailFold, email))))[0];

/** What an organisation's trail holds: the names of what happened, and all of it as one text. */
export async function trailOf({ organisationId }: Actor) {
  const rows = await asFounder((tx) =>
    tx.select().from(events).where(eq(events.organisationId, organisationId)).orderBy(events.id),
  );
  const text = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return { types: rows.map(({ type }) => type), text };
}

/** The kinds of letters an address got, oldest first. */
export const kindsTo = async (email: string) => (await lettersTo(email)).map(({ kind }) => kind);
