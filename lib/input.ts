import { z } from "zod";
import { redactText } from "./redact";
import type { FieldCode } from "./result";

/** A field's complaint, typed, where zod wants a message. */
export const because = (code: FieldCode) => code;

// Control characters, and the invisible ones that turn the reading direction around (they forge what is read).
const forbidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** One line of text people typed: trimmed, at most `max` characters, no control characters; else stored as typed. */
export const line = (max: number) =>
  z
    .string(because("required"))
    .trim()
    // A name of nothing but invisible characters is no name.
    .refine((text) => /[^\p{Cf}\p{Z}\p{M}]/u.test(text), because("required"))
    .max(max, because("too_long"))
    .refine((text) => text.isWellFormed() && !forbidden.test(text), because("bad_characters"));

/** The same, but it may stay empty. */
export const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, because("too_long"))
    .refine((text) => text.isWellFormed() && !forbidden.test(text), because("bad_characters"))
    .default("");

/**
 * An e-mail address. Normalised first and judged after, because full-width look-alikes of "@" have sent sign-in
 * letters to strangers elsewhere; quotes, commas and a second "@" never pass.
 */
export const emailAddress = z
  .string(because("required"))
  .transform((text) => text.normalize("NFKC").trim())
  .pipe(
    z
      .string()
      .min(1, because("required"))
      .max(254, because("too_long"))
      .pipe(z.email(because("bad_email"))),
  );

/** The address as compared. */
export const foldEmail = (email: string) => email.normalize("NFKC").trim().toLowerCase();

/** Why the marketplace's staff do something to somebody, as those are told; what looks like a secret is masked. */
export const staffReason = line(300).transform(redactText);

/** A tick that must be set. */
export const accepted = z.literal("on", because("must_accept"));

/** A choice out of few. */
export const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, because("bad_choice"));

/** An internal id that a page put into its form. */
export const rowId = z.uuid(because("bad_choice"));
