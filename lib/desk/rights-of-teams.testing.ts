import { asFounder } from "@/db/client";
import { ownershipOffers, teamInvitations } from "@/db/schema";
import { makeActor, makePerson } from "@/db/testing";
import { freshEmail, password } from "../accounts/act.testing";
import type { Actor } from "../accounts/actor";
import { chooseNotices } from "../accounts/choose-notices";
import { hashPassword } from "../accounts/password";
import { inSeconds, now } from "../clock";
import { newId } from "../id";
import { makeLinkToken } from "../secrets";
import { acceptOwnership } from "../team/accept-ownership";
import { changeRole } from "../team/change-role";
import { declineOwnership } from "../team/decline-ownership";
import { inviteMember } from "../team/invite-member";
import { joinAsNewcomer } from "../team/join-as-newcomer";
import { joinOrganisation } from "../team/join-organisation";
import { joinWithPassword } from "../team/join-with-password";
import { leaveOrganisation } from "../team/leave-organisation";
import { offerOwnership } from "../team/offer-ownership";
import { removeMember } from "../team/remove-member";
import { resendMemberInvitation } from "../team/resend-member-invitation";
import { withdrawMemberInvitation } from "../team/withdraw-member-invitation";
import { withdrawOwnership } from "../team/withdraw-ownership";
import { row } from "./rights-table.testing";

/** An open invitation of that owner's organisation to an address. */
async function makeInvitation({ organisationId, personId: createdBy }: Actor, email = freshEmail()) {
  const [id, { token, hash: tokenHash }] = [newId(), makeLinkToken()];
  const to = { organisationId, email, emailFold: email, role: "editor" as const };
  const times = { createdAt: now(), expiresAt: inSeconds(3600) };
  await asFounder((tx) => tx.insert(teamInvitations).values({ id, tokenHash, createdBy, ...to, ...times }));
  return { invitationId: id, token };
}

/** The mailed link into the team of somebody else, to that address. */
async function makeLinkTo(email: string) {
  const { token } = await makeInvitation(await makeActor({ kind: "partner" }), email);
  return { token };
}

/** Somebody else in that actor's team. */
const makeColleague = ({ organisationId }: Actor, role: "owner" | "editor") =>
  makeActor({ organisationId, role });

async function makeOffer(giver: Actor, taker: Actor) {
  const offerId = newId();
  const sides = { fromPersonId: giver.personId, toPersonId: taker.personId };
  const row = { id: offerId, organisationId: giver.organisationId, ...sides };
  const times = { createdAt: now(), expiresAt: inSeconds(3600) };
  await asFounder((tx) => tx.insert(ownershipOffers).values({ ...row, ...times }));
  return { offerId };
}

const takesOffer = {
  about: "own" as const,
  make: async (actor: Actor) => makeOffer(await makeColleague(actor, "owner"), actor),
  offered: ({ offerId }: { offerId: string }) => ({ offerId: [offerId] }),
  isTyped: true as const,
};

const aboutInvitation = {
  about: "own" as const,
  make: async (actor: Actor) => ({ invitationId: (await makeInvitation(actor)).invitationId }),
  offered: ({ invitationId }: { invitationId: string }) => ({ invitationId: [invitationId] }),
  isTyped: true as const,
};

const aboutMember = {
  about: "own" as const,
  make: async (actor: Actor) => ({ memberId: (await makeColleague(actor, "editor")).personId }),
  offered: ({ memberId }: { memberId: string }) => ({ memberId: [memberId] }),
  isTyped: true as const,
};

export const rightsOfTeams = {
  "choose notices": row({
    about: "nothing",
    make: async () => ({}),
    offered: () => ({ notice: ["expiring"] }),
    act: (actor) => chooseNotices(actor, { expiring: "off", rhythm: "weekly" }),
  }),
  "invite member": row({
    about: "nothing",
    make: async () => ({}),
    act: (actor) => inviteMember(actor, { email: "new@people.test", role: "editor" }),
  }),
  "resend member invitation": row({ ...aboutInvitation, act: resendMemberInvitation }),
  "withdraw member invitation": row({ ...aboutInvitation, act: withdrawMemberInvitation }),
  "change role": row({
    ...aboutMember,
    act: (actor, { memberId }) => changeRole(actor, { memberId, role: "viewer" }),
  }),
  "remove member": row({ ...aboutMember, act: removeMember }),
  "leave organisation": row({
    about: "nothing",
    make: async () => ({}),
    act: (actor) => leaveOrganisation(actor),
  }),
  "offer ownership": row({ ...aboutMember, act: offerOwnership }),
  "withdraw ownership": row({
    ...takesOffer,
    make: async (actor) => makeOffer(actor, await makeColleague(actor, "editor")),
    act: withdrawOwnership,
  }),
  "accept ownership": row({ ...takesOffer, act: acceptOwnership }),
  "decline ownership": row({ ...takesOffer, act: declineOwnership }),
  "join organisation": row({
    about: "any",
    make: (actor) => makeLinkTo(actor.email),
    act: joinOrganisation,
    isTyped: true,
  }),
  "join as newcomer": row({
    about: "any",
    make: () => makeLinkTo(freshEmail()),
    act: (visitor, { token }) => joinAsNewcomer(visitor, { token, name: "Grace", password }),
    isTyped: true,
  }),
  "join with password": row({
    about: "any",
    make: async () => {
      const { email } = await makePerson({ passwordHash: await hashPassword(password) });
      return makeLinkTo(email);
    },
    act: (visitor, { token }) => joinWithPassword(visitor, { token, password }),
    isTyped: true,
  }),
};
