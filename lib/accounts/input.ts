import { z } from "zod";
import { accepted, because, emailAddress, line, oneOf, rowId, staffReason } from "../input";
import { languages } from "../language";
import { redactText } from "../redact";

/** A password already set, as typed: whether it is right is not for its shape to say. */
export const currentPassword = z
  .string(because("required"))
  .min(1, because("required"))
  .max(256, because("too_long"));

/** A password to be: 10 to 256 characters of any kind, nothing trimmed. */
export const newPassword = z
  .string(because("required"))
  .min(1, because("required"))
  .refine((text) => [...text].length >= 10, because("password_short"))
  .refine((text) => text.length <= 256, because("too_long"))
  .refine((text) => text.isWellFormed(), because("bad_characters"));

/** The part of a mailed address that is the right itself. */
export const token = z.string().max(100).default("");

/** Where to go on afterwards; judged by `nextPath` where it is followed. */
const next = z.string().max(4000).catch("").default("");

/** A name of somebody or of a company; it stands in letters to people who never asked for one, so it leads nowhere. */
export const nameLine = (max: number) =>
  line(max).refine((text) => !/:\/\/|www\.|[\p{L}\p{N}-]\.\p{L}{2,}\//iu.test(text), because("has_link"));

export const signUpInput = z.strictObject({
  kind: oneOf(["seller", "partner", "aggregator"]),
  companyName: nameLine(100),
  name: nameLine(80),
  email: emailAddress,
  terms: accepted,
  next,
});
export type SignUpInput = z.output<typeof signUpInput>;

export const verifySignUpInput = z.strictObject({ token, password: newPassword, next });
export type VerifySignUpInput = z.output<typeof verifySignUpInput>;

export const signInInput = z.strictObject({
  email: emailAddress,
  password: currentPassword,
  next: z.string().default(""),
});
export type SignInInput = z.output<typeof signInInput>;

/** A code of an authenticator app, or a recovery code: which of the two, and whether right, is not for its shape to say. */
const passcode = z
  .string(because("required"))
  .trim()
  .min(1, because("required"))
  .max(100, because("too_long"));

export const enterCodeInput = z.strictObject({ state: z.string().max(6000).default(""), passcode });
export type EnterCodeInput = z.output<typeof enterCodeInput>;
export const confirmByCodeInput = z.strictObject({ passcode, next });
export type ConfirmByCodeInput = z.output<typeof confirmByCodeInput>;

/** A code only where there is a second factor already. */
export const beginSecondFactorInput = z.strictObject({
  do: z.literal("begin"),
  passcode: passcode.or(z.literal("")).default(""),
});
export const confirmSecondFactorInput = z.strictObject({ do: z.literal("confirm"), passcode });
export const endSecondFactorInput = z.strictObject({ do: z.literal("end"), passcode });
export type PasscodeInput = { passcode: string };

/** The page's own word for who gave the right password a moment ago. */
export const askForRecoveryInput = z.strictObject({
  do: z.literal("recover"),
  state: z.string().max(6000).default(""),
});
export type AskForRecoveryInput = Omit<z.output<typeof askForRecoveryInput>, "do">;
export const beginRecoveryInput = z.strictObject({ do: z.literal("begin"), token });
export const stopRecoveryInput = z.strictObject({ do: z.literal("stop"), token });
export type RecoveryTokenInput = { token: string };

export const removeSecondFactorInput = z.strictObject({ email: emailAddress, reason: staffReason });
export type RemoveSecondFactorInput = z.output<typeof removeSecondFactorInput>;

export const signOutForOthersInput = z.strictObject({ email: emailAddress, reason: staffReason });
export type SignOutForOthersInput = z.output<typeof signOutForOthersInput>;

export const askForResetInput = z.strictObject({ email: emailAddress });
export type AskForResetInput = z.output<typeof askForResetInput>;

export const resetPasswordInput = z.strictObject({ token, password: newPassword });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.strictObject({ currentPassword, password: newPassword });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const changeLanguageInput = z.strictObject({ language: oneOf(languages) });
export type ChangeLanguageInput = z.output<typeof changeLanguageInput>;

export const mintSellerInput = z.strictObject({ do: z.literal("mint") });

/** A SellerId somebody types: whether there is such an account is not for its shape to say. */
const typedSellerId = z
  .string(because("required"))
  .trim()
  .min(1, because("required"))
  .regex(/^[1-9]\d{0,11}$/, because("bad_number"))
  .transform(Number);

export const claimSellerInput = z.strictObject({ do: z.literal("claim"), sellerId: typedSellerId });
export type ClaimSellerInput = z.output<typeof claimSellerInput>;

export const bindSellerInput = z.strictObject({
  sellerId: typedSellerId,
  email: emailAddress,
  reason: staffReason,
});
export type BindSellerInput = z.output<typeof bindSellerInput>;

/** The six digits of a mailed code; blanks between them come from copying. */
const typedCode = z
  .string(because("required"))
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, because("required"))
      .regex(/^\d{6}$/, because("bad_number")),
  );

export const proveSellerInput = z.strictObject({ do: z.literal("claim"), claimId: rowId, code: typedCode });
export type ProveSellerInput = z.output<typeof proveSellerInput>;

export const decideClaimInput = z.strictObject({ do: oneOf(["accept", "decline"]), requestId: rowId });
export type DecideClaimInput = z.output<typeof decideClaimInput>;

export const showOrganisationInput = z.strictObject({ organisationId: rowId });
export type ShowOrganisationInput = z.output<typeof showOrganisationInput>;

export const signOutInput = z.strictObject({ do: z.literal("sign_out"), next });
export type SignOutInput = z.output<typeof signOutInput>;
export const endOtherSessionsInput = z.strictObject({ do: z.literal("end_others") });
export const endSessionInput = z.strictObject({ do: z.literal("end_session"), session: z.string().max(100) });
export type EndSessionInput = z.output<typeof endSessionInput>;

export const suspendOrganisationInput = z.strictObject({ do: z.literal("suspend"), reason: staffReason });
export type SuspendOrganisationInput = z.output<typeof suspendOrganisationInput>;
export const resumeOrganisationInput = z.strictObject({ do: z.literal("resume"), reason: staffReason });
export type ResumeOrganisationInput = z.output<typeof resumeOrganisationInput>;

export const createSellerForOthersInput = z.strictObject({
  shopName: line(80),
  contactEmail: emailAddress,
  reason: staffReason,
});
export type CreateSellerForOthersInput = z.output<typeof createSellerForOthersInput>;

/** What the marketplace's staff remember; several lines. */
export const addStaffNoteInput = z.strictObject({
  body: z
    .string(because("required"))
    .trim()
    .min(1, because("required"))
    .max(2000, because("too_long"))
    .refine((text) => text.isWellFormed() && !text.includes("\0"), because("bad_characters"))
    .transform(redactText),
});
export type AddStaffNoteInput = z.output<typeof addStaffNoteInput>;
