import { z } from "zod";
import { because, line, oneOf, rowId } from "../input";

/** What a reviewer can say something about, field by field. */
export const judgedFields = [
  "displayName",
  "description",
  "logo",
  "website",
  "methods",
  "supportUrl",
] as const;
export type JudgedField = (typeof judgedFields)[number];

export const deskDecisions = ["approve", "changes", "reject", "unlist", "suspend"] as const;
export type DeskDecision = (typeof deskDecisions)[number];

// Line ends are allowed; other control characters, and those that turn the reading direction, are not.
const forbidden = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** A few lines of the operator's own words. */
const words = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(500, because("too_long"))
      .refine((text) => text.isWellFormed() && !forbidden.test(text), because("bad_characters")),
  )
  .default("");

export const decideListingInput = z.strictObject({
  listingId: rowId,
  decision: oneOf(deskDecisions),
  reason: words,
  "comment-displayName": words,
  "comment-description": words,
  "comment-logo": words,
  "comment-website": words,
  "comment-methods": words,
  "comment-supportUrl": words,
});

export const proposeNameInput = z.strictObject({
  /** A clientId, or the address of a member. */
  organisation: line(254),
  name: line(60),
  reason: line(500),
});

export const confirmNameInput = z.strictObject({ do: z.literal("accept"), permitId: rowId });

export const withdrawNameInput = z.strictObject({
  do: z.literal("withdraw"),
  permitId: rowId,
  reason: line(500),
});

/** What the desk's address asks of the directory; what is too long is cut. */
export const deskQuery = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => [...text.toWellFormed().replaceAll("\u0000", "")].slice(0, 100).join("").trim()),
});

export type DecideListingInput = z.output<typeof decideListingInput>;
export type ProposeNameInput = z.output<typeof proposeNameInput>;
export type ConfirmNameInput = z.output<typeof confirmNameInput>;
export type WithdrawNameInput = z.output<typeof withdrawNameInput>;
