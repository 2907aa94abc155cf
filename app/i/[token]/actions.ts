"use server";

import { action } from "@/lib/action";
import { declineInvitation } from "@/lib/links/decline-invitation";
import { declineInvitationInput } from "@/lib/links/invitation-input";

export const declineInvitationAction = action(declineInvitationInput, declineInvitation);
