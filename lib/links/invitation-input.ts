import { z } from "zod";
import { because, emailAddress, oneOf, optionalLine, rowId } from "../input";

export const expiries = ["1d", "7d", "30d", "90d"] as const;
export type Expiry = (typeof expiries)[number];

/** To whom a request goes: an address, or whoever owns a seller account. */
export type Addressee = { email: string } | { sellerId: number };

const sellerIdShape = /^[1-9]\d{0,11}$/;

/** A SellerId of somebody else, so that nothing but its shape is judged. */
export const anySellerId = z
  .string(because("required"))
  .trim()
  .regex(sellerIdShape, because("bad_number"))
  .transform(Number);

/** The same, but it may stay empty. */
const optionalSellerId = z
  .string()
  .trim()
  .regex(/^([1-9]\d{0,11})?$/, because("bad_number"))
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

/** An address or a SellerId in one field; empty for a link that goes to nobody by itself. */
const addressee = z
  .string()
  .default("")
  .transform((text, judged): Addressee | null => {
    const plain = text.normalize("NFKC").trim();
    if (plain === "") return null;
    if (sellerIdShape.test(plain)) return { sellerId: Number(plain) };
    const email = emailAddress.safeParse(plain);
    if (email.success) return { email: email.data };
    const message = /^\d+$/.test(plain)
      ? because("bad_number")
      : (email.error.issues[0]?.message ?? "bad_email");
    judged.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const links =
  /:\/\/|\bwww\.|\b[\w-]+\.(?:app|biz|cn|co|com|de|dev|edu|eu|fr|info|io|link|me|net|online|org|ru|shop|site|store|top|uk|xyz)\b/i;
// Line ends are allowed here; other control characters, and those that turn the reading direction, are not.
const forbidden = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** A few lines in the sender's own words. Without links: what leads a stranger somewhere is ours alone. */
export const plainWords = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(max, because("too_long"))
        .refine((text) => text.isWellFormed() && !forbidden.test(text), because("bad_characters"))
        .refine((text) => !links.test(text), because("has_link")),
    )
    .default("");

const message = plainWords(500);

/** The clientId of a client of one's own, as a form offers it. */
export const ownClientId = z
  .string(because("required"))
  .min(1, because("required"))
  .max(200, because("too_long"));
const reference = optionalLine(80);
const expires = oneOf(expiries).default("30d");

/** Whether the account that is asked and the only one that may accept are the same, where both are named. */
export function isExpectedAsked({ email, expectedSellerId }: Asked) {
  const asked = email && "sellerId" in email ? email.sellerId : null;
  return asked === null || expectedSellerId === null || asked === expectedSellerId;
}
type Asked = { email: Addressee | null; expectedSellerId: number | null };

/** What is wrong with an input where they are not. */
export const isNotAsked = { path: ["expectedSellerId"], message: because("seller_not_expected") };

export const inviteSellerInput = z.strictObject({
  clientId: ownClientId,
  reference,
  email: addressee,
  expectedSellerId: optionalSellerId,
  message,
  expires,
});

/** One row of an uploaded file. */
export const invitationRowInput = z
  .strictObject({
    reference,
    expectedSellerId: optionalSellerId,
    email: addressee,
    expires: z
      .string()
      .transform((text) => text.trim().toLowerCase() || "30d")
      .pipe(oneOf(expiries))
      .default("30d"),
  })
  .refine(isExpectedAsked, isNotAsked);

export const inviteFromFileInput = z.strictObject({
  clientId: ownClientId,
  message,
  csv: z.file(because("required")).max(1_000_000, because("file_big")),
});

export const resendInvitationInput = z.strictObject({ do: z.literal("resend"), invitationId: rowId });
export const withdrawInvitationInput = z.strictObject({ do: z.literal("withdraw"), invitationId: rowId });

export const acceptRequestInput = z.strictObject({ do: z.literal("accept"), invitationId: rowId });

export const declineInvitationInput = z.strictObject({
  do: z.literal("decline"),
  invitationId: rowId,
  reason: optionalLine(200),
});

const looksSecret = /mps_(test|live)_/i;
const keptLine = (max: number) =>
  optionalLine(max).refine((text) => !looksSecret.test(text), because("has_secret"));

export const keepSellerInput = z.strictObject({
  sellerId: anySellerId,
  clientId: ownClientId
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, because("required"))
        .refine((text) => !looksSecret.test(text), because("has_secret"))
        .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), because("bad_characters")),
    ),
  reference: keptLine(80),
  notes: keptLine(500),
});

export const editKeptSellerInput = z.strictObject({
  do: z.literal("edit"),
  keptSellerId: rowId,
  reference: keptLine(80),
  notes: keptLine(500),
});

export const removeKeptSellerInput = z.strictObject({ do: z.literal("remove"), keptSellerId: rowId });

export type InviteSellerInput = z.output<typeof inviteSellerInput>;
export type InvitationRow = z.output<typeof invitationRowInput>;
export type InviteFromFileInput = z.output<typeof inviteFromFileInput>;
export type AcceptRequestInput = z.output<typeof acceptRequestInput>;
export type InvitationIdInput = { invitationId: string };
export type DeclineInvitationInput = z.output<typeof declineInvitationInput>;
export type KeepSellerInput = z.output<typeof keepSellerInput>;
export type EditKeptSellerInput = z.output<typeof editKeptSellerInput>;
export type RemoveKeptSellerInput = z.output<typeof removeKeptSellerInput>;
