import { z } from "zod";
import { accepted, because, emailAddress, line, oneOf, optionalLine, rowId, staffReason } from "../input";
import { isClientIdShape, isStaffClientIdShape } from "./client-id";

/** A clientId for a new client: trimmed, then of the right shape. */
const newClientId = z
  .string(because("required"))
  .trim()
  .min(1, because("required"))
  .refine(isClientIdShape, because("client_id_shape"));

export const createClientInput = z.strictObject({
  clientId: newClientId,
  contactEmail: emailAddress,
  purpose: optionalLine(200),
  terms: accepted,
});

export const overlaps = ["0", "1h", "24h", "7d", "30d"] as const;
export type Overlap = (typeof overlaps)[number];

export const addSecretInput = z.strictObject({ overlap: oneOf(overlaps), label: optionalLine(60) });

export const retireSecretInput = z.strictObject({
  do: z.literal("retire").optional(),
  secretId: rowId,
  cut: z.literal("on", because("bad_choice")).optional(),
});

export const suspendClientInput = z.strictObject({ do: z.literal("suspend") });
export const resumeClientInput = z.strictObject({ do: z.literal("resume") });

/** Told to the receiver by another way than the link. */
const newPhrase = z
  .string()
  .trim()
  .max(100, because("too_long"))
  .refine((text) => text === "" || [...text].length >= 8, because("too_short"))
  .refine((text) => text.isWellFormed(), because("bad_characters"))
  .default("");

export const giveHandOverInput = z.strictObject({
  do: z.literal("hand_over"),
  label: optionalLine(60),
  phrase: newPhrase,
  sellerId: z
    .string()
    .regex(/^([1-9]\d{0,11})?$/, because("bad_choice"))
    .default("")
    .transform((text) => (text ? Number(text) : null)),
});

export const withdrawHandOverInput = z.strictObject({ do: z.literal("withdraw"), handOverId: rowId });

export const showHandOverInput = z.strictObject({
  do: z.literal("show"),
  token: z.string().max(100).default(""),
  phrase: z.string().trim().max(400, because("too_long")).default(""),
});

export const deleteClientInput = z.strictObject({
  typedClientId: z
    .string(because("required"))
    .trim()
    .min(1, because("required"))
    .max(200, because("too_long")),
  endLinks: z.literal("on", because("must_accept")).optional(),
});

export const askForReviewInput = z.strictObject({
  do: z.literal("review"),
  sentence: line(500).pipe(z.string().min(5, because("too_short"))),
});

export const decideReviewInput = z.strictObject({
  reviewId: rowId,
  decision: oneOf(["approve", "reject"]),
  reason: optionalLine(500),
});

export const suspendAnyClientInput = z.strictObject({ do: z.literal("suspend"), reason: staffReason });
export const resumeAnyClientInput = z.strictObject({ do: z.literal("resume"), reason: staffReason });

export const createClientForOthersInput = z.strictObject({
  clientId: z
    .string(because("required"))
    .trim()
    .min(1, because("required"))
    .refine(isStaffClientIdShape, because("client_id_shape_staff")),
  contactEmail: emailAddress,
  reason: staffReason,
});

export type CreateClientInput = z.output<typeof createClientInput>;
export type AddSecretInput = z.output<typeof addSecretInput>;
export type RetireSecretInput = z.output<typeof retireSecretInput>;
export type GiveHandOverInput = z.output<typeof giveHandOverInput>;
export type WithdrawHandOverInput = z.output<typeof withdrawHandOverInput>;
export type ShowHandOverInput = z.output<typeof showHandOverInput>;
export type DeleteClientInput = z.output<typeof deleteClientInput>;
export type AskForReviewInput = z.output<typeof askForReviewInput>;
export type DecideReviewInput = z.output<typeof decideReviewInput>;
export type SuspendAnyClientInput = z.output<typeof suspendAnyClientInput>;
export type ResumeAnyClientInput = z.output<typeof resumeAnyClientInput>;
export type CreateClientForOthersInput = z.output<typeof createClientForOthersInput>;
