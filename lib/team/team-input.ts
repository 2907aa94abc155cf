import { z } from "zod";
import { currentPassword, nameLine, newPassword, token } from "../accounts/input";
import { emailAddress, oneOf, rowId } from "../input";

/** What a member may be, the most first. */
export const roles = ["owner", "editor", "viewer"] as const;

export const inviteMemberInput = z.strictObject({ email: emailAddress, role: oneOf(roles) });
export type InviteMemberInput = z.output<typeof inviteMemberInput>;

const invitationId = rowId;
export const resendMemberInvitationInput = z.strictObject({ do: z.literal("resend"), invitationId });
export const withdrawMemberInvitationInput = z.strictObject({ do: z.literal("withdraw"), invitationId });
export type MemberInvitationInput = { invitationId: string };

const memberId = rowId;
export const changeRoleInput = z.strictObject({ memberId, role: oneOf(roles) });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;
export const removeMemberInput = z.strictObject({ do: z.literal("remove"), memberId });
export const leaveOrganisationInput = z.strictObject({ do: z.literal("leave") });

export const offerOwnershipInput = z.strictObject({ do: z.literal("offer"), memberId });
export type MemberInput = { memberId: string };

const offerId = rowId;
export const acceptOwnershipInput = z.strictObject({ do: z.literal("accept"), offerId });
export const declineOwnershipInput = z.strictObject({ do: z.literal("decline"), offerId });
export const withdrawOwnershipInput = z.strictObject({ do: z.literal("withdraw"), offerId });
export type OfferInput = { offerId: string };

export const joinOrganisationInput = z.strictObject({ do: z.literal("accept"), token });
export type JoinOrganisationInput = { token: string };
export const joinAsNewcomerInput = z.strictObject({ token, name: nameLine(80), password: newPassword });
export type JoinAsNewcomerInput = z.output<typeof joinAsNewcomerInput>;
export const joinWithPasswordInput = z.strictObject({
  token,
  password: currentPassword,
  passcode: z.string().trim().max(100).optional(),
});
export type JoinWithPasswordInput = z.output<typeof joinWithPasswordInput>;
