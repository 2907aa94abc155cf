"use server";

import { action } from "@/lib/action";
import {
  inviteFromFileInput,
  inviteSellerInput,
  resendInvitationInput,
  withdrawInvitationInput,
} from "@/lib/links/invitation-input";
import { inviteFromFile } from "@/lib/links/invite-from-file";
import { inviteSeller } from "@/lib/links/invite-seller";
import { resendInvitation } from "@/lib/links/resend-invitation";
import { withdrawInvitation } from "@/lib/links/withdraw-invitation";

export const inviteSellerAction = action(inviteSellerInput, inviteSeller);
export const inviteFromFileAction = action(inviteFromFileInput, inviteFromFile);
export const resendInvitationAction = action(resendInvitationInput, resendInvitation);
export const withdrawInvitationAction = action(withdrawInvitationInput, withdrawInvitation);
