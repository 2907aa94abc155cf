import { z } from "zod";
import type { BulkAct } from "@/db/schema";
import { because, line, oneOf, rowId } from "../input";
import { endReasons } from "./input";
import { ownClientId, plainWords } from "./invitation-input";

const looksSecret = /mps_(test|live)_/i;
const hidesNothing = (text: string) => !looksSecret.test(text);
// Line ends are allowed in a note; other control characters, and those that turn the reading direction, are not.
const forbidden = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** A word or two, in one way to write them. */
const tag = z
  .string(because("required"))
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " "))
  .pipe(line(30))
  .refine(hidesNothing, because("has_secret"));

const note = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(1000, because("too_long"))
      .refine((text) => text.isWellFormed() && !forbidden.test(text), because("bad_characters"))
      .refine(hidesNothing, because("has_secret")),
  )
  .default("");

export const tagSellerInput = z.strictObject({ do: z.literal("tag"), linkId: rowId, tag });
export const untagSellerInput = z.strictObject({ do: z.literal("untag"), linkId: rowId, tag });
export const noteSellerInput = z.strictObject({ do: z.literal("note"), linkId: rowId, note });

/** A search as it stands in an address; what of it counts is for its reader to say. */
const query = z.string().max(2000, because("too_long")).default("");

export const saveViewInput = z.strictObject({ do: z.literal("save"), name: line(40), query });
export const removeViewInput = z.strictObject({ do: z.literal("remove"), viewId: rowId });

export const bulkActs = ["tag", "untag", "remind", "move", "unlink"] as const satisfies readonly BulkAct[];

/** So many sellers are typed by hand before an act on more of them cannot be taken back. */
export const typedAbove = 10;

const links = z
  .string()
  .max(8000, because("too_long"))
  .default("")
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(rowId).max(200, because("too_long")));

const typedCount = z
  .string()
  .transform((text) => text.replace(/[\s.,\u00A0\u202F]/g, ""))
  .pipe(z.string().regex(/^\d{0,6}$/, because("bad_number")))
  .default("");

const chosen = { do: z.literal("start"), links, query };

/** An act on many: on the links that are named, or, where none is, on all that the search finds. */
export const startBulkRunInput = z.discriminatedUnion("act", [
  z.strictObject({ ...chosen, act: z.literal("tag"), tag }),
  z.strictObject({ ...chosen, act: z.literal("untag"), tag }),
  z.strictObject({ ...chosen, act: z.literal("remind"), message: plainWords(300), typedCount }),
  z.strictObject({ ...chosen, act: z.literal("move"), clientId: ownClientId }),
  z.strictObject({ ...chosen, act: z.literal("unlink"), reason: oneOf(endReasons), typedCount }),
]);

export const stopBulkRunInput = z.strictObject({ do: z.literal("stop"), bulkId: rowId });
export const undoBulkRunInput = z.strictObject({ do: z.literal("undo"), bulkId: rowId });

export type TagSellerInput = z.output<typeof tagSellerInput>;
export type UntagSellerInput = z.output<typeof untagSellerInput>;
export type NoteSellerInput = z.output<typeof noteSellerInput>;
export type SaveViewInput = z.output<typeof saveViewInput>;
export type RemoveViewInput = z.output<typeof removeViewInput>;
export type StartBulkRunInput = z.output<typeof startBulkRunInput>;
export type StopBulkRunInput = z.output<typeof stopBulkRunInput>;
export type UndoBulkRunInput = z.output<typeof undoBulkRunInput>;
