import { z } from "zod";
import { because } from "../input";

/** So much may be pasted, in bytes. */
export const mostPasted = 256 * 1024;

/** One box for anything; as it is, because a stray line break may be the whole trouble. */
export const pasteInput = z.strictObject({
  content: z
    .string(because("required"))
    .refine((text) => text.trim() !== "", because("required"))
    // Forms send every line break as two characters.
    .refine((text) => Buffer.byteLength(text.replaceAll("\r\n", "\n")) <= mostPasted, because("too_long"))
    .transform((text) => text.toWellFormed()),
});
export type PasteInput = z.output<typeof pasteInput>;
