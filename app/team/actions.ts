"use server";

import { action } from "@/lib/action";
import { acceptOwnership } from "@/lib/team/accept-ownership";
import { changeRole } from "@/lib/team/change-role";
import { declineOwnership } from "@/lib/team/decline-ownership";
import { inviteMember } from "@/lib/team/invite-member";
import { leaveOrganisation } from "@/lib/team/leave-organisation";
import { offerOwnership } from "@/lib/team/offer-ownership";
import { removeMember } from "@/lib/team/remove-member";
import { resendMemberInvitation } from "@/lib/team/resend-member-invitation";
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
} from "@/lib/team/team-input";
import { withdrawMemberInvitation } from "@/lib/team/withdraw-member-invitation";
import { withdrawOwnership } from "@/lib/team/withdraw-ownership";

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
