"use server";

import { acceptOwnership } from "@/lib/accounts/accept-ownership";
import { changeRole } from "@/lib/accounts/change-role";
import { declineOwnership } from "@/lib/accounts/decline-ownership";
import { inviteMember } from "@/lib/accounts/invite-member";
import { leaveOrganisation } from "@/lib/accounts/leave-organisation";
import { offerOwnership } from "@/lib/accounts/offer-ownership";
import { removeMember } from "@/lib/accounts/remove-member";
import { resendMemberInvitation } from "@/lib/accounts/resend-member-invitation";
import {
  acceptOwnershipInput,
  changeRoleInput,
  declineOwnershipInput,
  inviteMemberInput,
  leaveOrganisationInput,
  offerOwnershipInput,
  removeMemberInput,
  resendMemberInvitationInput,
  withdrawMemberInvitationInput,
  withdrawOwnershipInput,
} from "@/lib/accounts/team-input";
import { withdrawMemberInvitation } from "@/lib/accounts/withdraw-member-invitation";
import { withdrawOwnership } from "@/lib/accounts/withdraw-ownership";
import { action } from "@/lib/action";

export const inviteMemberAction = action(inviteMemberInput, inviteMember);
export const resendMemberInvitationAction = action(resendMemberInvitationInput, resendMemberInvitation);
export const withdrawMemberInvitationAction = action(withdrawMemberInvitationInput, withdrawMemberInvitation);
export const changeRoleAction = action(changeRoleInput, changeRole);
export const removeMemberAction = action(removeMemberInput, removeMember);
export const leaveOrganisationAction = action(leaveOrganisationInput, leaveOrganisation);
export const offerOwnershipAction = action(offerOwnershipInput, offerOwnership);
export const acceptOwnershipAction = action(acceptOwnershipInput, acceptOwnership);
export const declineOwnershipAction = action(declineOwnershipInput, declineOwnership);
export const withdrawOwnershipAction = action(withdrawOwnershipInput, withdrawOwnership);
